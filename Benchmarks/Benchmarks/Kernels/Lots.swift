import CallOff
import Intake
import Pipeline
import Policy
import Pricing
import Quantities
import Simulation

/// Lots with a reserve price of NT$1,000,000 each, as `peers/lots_case.py` writes them.
struct Lots {
  /// How many items there are.
  static let count = 100

  /// The vendors that bid for each item, all of them.
  let bidders: Int
  /// The distribution of bid ÷ reserve price.
  let ratio: StatedRatio
  /// Whether items are ordered, twenty times each on average.
  let hasOrders: Bool
  /// The share of the bidders that are awarded.
  let share: String

  /// How often an item is ordered, on average.
  static let ordersPerItem = 20

  private static let position = SourcePosition(file: "lots", line: 1)

  private func input() throws -> Case {
    let contract = Contract(
      caseNumber: "1150202", start: try Day(text: "2026-04-01"), end: try Day(text: "2027-03-31"))
    var input = Case(
      header: .init(
        caseNumber: "1150202", title: "lots", currency: "TWD",
        pricingDate: try Day(text: "2026-01-20"), contract: contract))
    let names = (0..<Lots.count).map { ItemID("I\($0)") }
    input.items = names.map {
      Item(id: $0, category: .iaas, name: $0.text, position: Lots.position)
    }
    input.evidence = try names.map {
      Evidence(
        id: EvidenceID("E\($0)"), itemID: $0, origin: .market(.web),
        date: try Day(text: "2026-01-10"), unitPrice: try Money(units: 1_000_000),
        position: Lots.position)
    }
    input.feeTiers = try Lots.feeTiers()
    return input
  }

  private func behaviour() throws -> BehaviourSettings {
    var stated = BehaviourSettings()
    stated.all.hasVendorLevels = false
    stated.all.entry = .counts(Array(repeating: 0, count: bidders) + [1])
    stated.all.potentialVendors = bidders
    stated.all.bidRatio = ratio
    guard hasOrders else { return stated }
    stated.all.ordersPerItem = try Rate(text: "\(Lots.ordersPerItem)")
    stated.all.orderCountSize = try Rate(text: "2")
    stated.all.orderQuantity = .pareto(lowest: 20, exponent: 1.5)
    stated.cancellationRate = try Share(text: "3%")
    return stated
  }

  /// The fees of an order: 1.1 % below NT$1,000,000, 1 % from there on.
  static func feeTiers() throws -> FeeTierTable {
    let tiers = [
      FeeTier(lowerBoundHundredths: 0, rate: try Rate(text: "1.1%"), position: Lots.position),
      FeeTier(
        lowerBoundHundredths: 100_000_000, rate: try Rate(text: "1%"), position: Lots.position),
    ]
    guard let table = FeeTierTable(name: "lots", tiers: tiers) else { throw NoTable() }
    return table
  }

  /// Everything that a draw needs.
  func plan() throws -> SimulationPlan {
    try SimulationPlan(
      input(), policy: policy(), scenarios: [scenario()],
      settings: SimulationSettings(seed: 1, sampling: .random))
  }
}

/// Tiers that are none.
private struct NoTable: Error {}

extension Lots {
  /// What some draws of a plan come to, with the exact means beside them where there are any.
  func answer(_ plan: SimulationPlan, draws: Int) throws -> SimulationAnswer {
    let header = SimulationRecord.Header(
      try input(), plan, draws: draws, scenarios: [try scenario()], policy: try policy())
    let record = SimulationRecord(
      header: header, firstDraw: 0, tally: try plan.play(0..<draws))
    return try SimulationAnswer(record, exact: hasOrders ? nil : try ExactAnswer(plan))
  }

  fileprivate func scenario() throws -> SimulationScenario {
    let scenario = Scenario(
      name: "baseline", overrides: [.awardCutoffShare: .share(try Share(text: share))])
    return SimulationScenario(scenario, behaviour: try behaviour())
  }

  fileprivate func policy() throws -> PolicyView {
    PolicyView(try PolicyFile.shipped(), on: try Day(text: "2026-01-20"))
  }
}

extension SimulationAnswer {
  /// The mean of a metric of the whole draw under the baseline.
  func mean(of metric: Metric) -> Double? {
    guard let place = Metric.totals.firstIndex(of: metric), let summary = summaries[0][place]
    else { return nil }
    return Double(summary.mean.numerator) / Double(summary.mean.denominator)
  }
}
