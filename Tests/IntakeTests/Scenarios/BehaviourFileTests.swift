import Pipeline
import Pricing
import Quantities
import Testing

@testable import Intake

private func errors(_ text: String) -> [String] {
  do {
    _ = try BehaviourFile.settings(from: Array(text.utf8), file: "b.yaml")
    return []
  } catch {
    return error.lines
  }
}

@Test func readsEveryKeyAndTheOnesOfACategoryWin() throws {
  let text = """
    model: parametric
    entry_mean: 8
    entry_shift: -2
    potential_vendors: 12
    bid_ratio_quantiles: {0: 0.7, 50%: 0.95, 1: 1}
    at_reserve: 2%
    above_reserve: 0.5%
    smoothed: true
    vendor_levels: false
    vendor_correlation: 0.2
    item_correlation: 0.3
    cost: beta(2, 3, 0.6, 1.2)
    cost_scale: 0.95
    expected_price_sensitivity: 8
    discount_scale: 1.1
    disqualification_rate: 4%
    keeps_amounts: true
    order_counts: demand
    orders_per_item: 40
    order_count_scale: 0.9
    order_count_size: 1.5
    size_scale: 1.2
    order_quantity: pareto(1, 1.5)
    price_sensitivity: 12.5
    cancellation_rate: 2%
    month_profile: [1, 2.5, 0]
    categories:
      iaas: {entry: "negative-binomial(6, 2.5)", bid_ratio: "beta(20, 1.5)"}
      paas: {entry: "binomial(9, 60%)", bid_ratio: "lognormal(-0.05, 0.04)"}
      saas-package: {entry_counts: {2: 5, 7: 1}, bid_ratio: "discount-lognormal( -3.7,0.9)"}
      saas-productivity: {order_quantity: "lognormal(2, 1)"}
    """
  let settings = try BehaviourFile.settings(from: Array(text.utf8), file: "b.yaml")
  // What was read, written again.
  let parameters = settings.parameters.map { "\($0.key)=\($0.text)" }
  #expect(
    parameters == [
      "model=parametric", "entry=poisson(8)", "entry_shift=-2", "potential_vendors=12",
      "bid_ratio_quantiles={0: 0.7, 0.5: 0.95, 1: 1}", "at_reserve=0.02", "above_reserve=0.005",
      "smoothed=true", "vendor_levels=false", "vendor_correlation=0.2", "item_correlation=0.3",
      "cost=beta(2,3,0.6,1.2)", "cost_scale=0.95", "expected_price_sensitivity=8",
      "discount_scale=1.1", "disqualification_rate=0.04", "keeps_amounts=true",
      "order_counts=demand", "orders_per_item=40", "order_count_scale=0.9", "order_count_size=1.5",
      "size_scale=1.2",
      "order_quantity=pareto(1.0, 1.5)", "categories.iaas.entry=negative-binomial(6, 2.5)",
      "categories.iaas.bid_ratio=beta(20.0, 1.5)", "categories.paas.entry=binomial(9, 0.6)",
      "categories.paas.bid_ratio=lognormal(-0.05, 0.04)",
      "categories.saas-package.entry_counts={2: 5, 7: 1}",
      "categories.saas-package.bid_ratio=discount-lognormal(-3.7, 0.9)",
      "categories.saas-productivity.order_quantity=lognormal(2.0, 1.0)", "price_sensitivity=12.5",
      "cancellation_rate=0.02", "month_profile=[1, 2.5, 0]",
    ])
  #expect(settings.value(\.entry, of: .saasProductivity)?.text == "poisson(8)")
  #expect(settings.value(\.isSmoothed, of: .iaas) == true)
}

@Test(arguments: [
  ("▸entry_men: 1", "“entry_men” is not a key", "nearest is entry_mean"),
  ("order_counts: ▸survey", "“survey” is not one of the values", "orders, demand"),
  ("entry_mean: ▸-1", "“-1” is negative", "a number from 0 to 1000"),
  ("entry_mean: ▸1001", "is out of bounds", "from 0 to 1000"),
  ("entry_mean: ▸nan", "is not a number", "from 0 to 1000"),
  ("entry_mean: ▸.inf", "is not a number", "from 0 to 1000"),
  ("cancellation_rate: ▸1.01", "is outside 0 to 1", "a share"),
  ("cancellation_rate: ▸-0.1", "is outside 0 to 1", "a share"),
  ("size_scale: ▸0", "is out of bounds", "above 0"),
  ("price_sensitivity: ▸-3", "is negative", "from 0 to 1000"),
  ("orders_per_item: ▸[1, 2]", "is not a single value", "a single value"),
  ("categories: {▸ias: {entry_mean: 1}}", "“ias” is not a key", "nearest is iaas"),
  ("categories: {iaas: {▸price_sensitivity: 1}}", "is not a key of iaas", "nearest"),
  ("bid_ratio_quantiles: ▸{0: 0.5, 0.9: 1}", "do not reach from 0 to 1", "share 1"),
  ("bid_ratio_quantiles: {0: 0.5, ▸1: 0.4}", "do not ascend here", "do not fall"),
  ("bid_ratio_quantiles: {0: 0.5, 1: 1, ▸0.5: 1}", "do not ascend here", "ascending"),
  ("bid_ratio_quantiles: {0: ▸0, 1: 1}", "is out of bounds", "above 0"),
  ("bid_ratio_quantiles: {▸-1: 0.5, 1: 1}", "is outside 0 to 1", "a share"),
  ("entry: ▸poison(3)", "is of an unknown family", "poisson(mean) or binomial"),
  ("entry: ▸3", "is no distribution", "poisson(mean)"),
  ("entry: ▸\"binomial(3)\"", "has 1 parameters", "binomial(vendors, probability)"),
  ("entry: ▸\"binomial(3, 1.2)\"", "is outside 0 to 1", "a share"),
  ("entry: ▸\"negative-binomial(3, 0)\"", "is out of bounds", "above 0"),
  ("entry: ▸poisson(1)\nentry_mean: 2", "entry and entry_mean are both stated", "one of them"),
  ("entry_counts: ▸{1: 0, 2: 0}", "has no weight above 0", "at least one"),
  ("entry_counts: {▸-1: 3}", "is out of bounds", "from 0 to 1000"),
  ("entry_counts: {1: ▸0.5}", "is not a whole number", "from 0 to 1000000000"),
  ("entry_counts: ▸{1: 1}\nentry_mean: 2", "entry_counts and entry_mean are both", "one of them"),
  ("model: ▸equilibrum", "is not one of the values", "empirical, parametric, equilibrium"),
  ("cost: ▸uniform(1.2,0.6)", "needs 0 ≤ low < high", "uniform(0.6,1.2)"),
  ("cost: ▸uniform(0.6)", "has 1 parameters", "uniform(low,high)"),
  ("cost: ▸\"lognormal(0,-1)\"", "needs sigma above 0", "lognormal(-0.2,0.3)"),
  ("cost_scale: ▸0", "is out of bounds", "above 0"),
  ("expected_price_sensitivity: ▸-1", "is negative", "from 0 to 1000"),
  ("model: equilibrium\nentry_mean: ▸8", "beside model: equilibrium", "cost_scale"),
  ("model: equilibrium\nat_reserve: ▸0.1", "beside model: equilibrium", "potential_vendors"),
  ("entry_shift: ▸1.5", "is not a whole number", "from -100 to 100"),
  ("potential_vendors: ▸-3", "is out of bounds", "from 0 to 1000"),
  ("bid_ratio: ▸\"lognormal(0, -0.1)\"", "is out of bounds", "from 1e-06 to 10.0"),
  ("bid_ratio: ▸\"beta(nan, 1)\"", "is not a number", "from 0.01 to 10000.0"),
  ("bid_ratio: ▸\"beta(inf, 1)\"", "is not a number", "from 0.01"),
  ("order_quantity: ▸\"pareto(0, 1)\"", "is out of bounds", "from 0.001"),
  ("at_reserve: 0.6\nabove_reserve: ▸0.5", "are more than 1 together", "at most 1"),
  ("vendor_correlation: 1\nitem_correlation: ▸0.1", "are more than 1 together", "at most 1"),
  ("vendor_correlation: ▸1.1", "is outside 0 to 1", "a share"),
  ("smoothed: ▸maybe", "smoothed is “maybe”", "true or false"),
  ("month_profile: ▸[]", "has 0 months", "1 to 60"),
  ("month_profile: ▸[0, 0]", "has no weight above 0", "at least one"),
  ("month_profile: [1, ▸-1]", "is negative", "from 0"),
])
func aWrongValueIsReportedWhereItStands(text: String, problem: String, expectation: String) throws {
  let (plain, places) = marked(text)
  let lines = errors(plain)
  let line = try #require(lines.first)
  #expect(line.hasPrefix("b.yaml:\(places[0]): "), "\(lines)")
  #expect(line.contains(problem) && line.contains(expectation), "\(lines)")
}
