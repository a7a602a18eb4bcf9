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
    entry_mean: 8
    bid_ratio_quantiles: {0: 0.7, 50%: 0.95, 1: 1}
    orders_per_item: 40
    size_scale: 1.2
    price_sensitivity: 12.5
    cancellation_rate: 2%
    categories:
      iaas: {entry_mean: 0}
    """
  let settings = try BehaviourFile.settings(from: Array(text.utf8), file: "b.yaml")
  #expect(settings.value(\.entryMean, of: .paas) == (try Rate(text: "8")))
  #expect(settings.value(\.entryMean, of: .iaas) == .zero)
  #expect(settings.value(\.ordersPerItem, of: .iaas) == (try Rate(text: "40")))
  #expect(settings.all.sizeScale == (try Rate(text: "1.2")))
  #expect(settings.priceSensitivity == (try Rate(text: "12.5")))
  #expect(settings.cancellationRate == (try Share(text: "0.02")))
  #expect(
    settings.all.bidRatioQuantiles?.map(\.share.decimalText) == ["0", "0.5", "1"])
  #expect(
    settings.all.bidRatioQuantiles?.map(\.ratio.decimalText) == ["0.7", "0.95", "1"])
}

@Test(arguments: [
  ("▸entry_men: 1", "“entry_men” is not a key", "nearest is entry_mean"),
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
])
func aWrongValueIsReportedWhereItStands(text: String, problem: String, expectation: String) throws {
  let (plain, places) = marked(text)
  let lines = errors(plain)
  let line = try #require(lines.first)
  #expect(line.hasPrefix("b.yaml:\(places[0]): "), "\(lines)")
  #expect(line.contains(problem) && line.contains(expectation), "\(lines)")
}
