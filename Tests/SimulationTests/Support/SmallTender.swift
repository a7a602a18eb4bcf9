import CallOff
import Intake
import Pipeline
import Policy
import Pricing
import Quantities
import Simulation
import Tendering

/// A case small enough to enumerate: items with one reserve price, NT$1,000 unless said otherwise.
struct SmallTender {
  private static let position = SourcePosition(file: "small", line: 1)

  /// Prices bid for each item, the first one by V0, the next one by V1.
  var bids: [[Int64]]
  /// Quantities ordered of each item from V0.
  var orders: [[Int64]] = []
  /// Whether there are orders at all.
  var hasOrders = true
  /// The lower bound of the one tier of 1 %.
  var tierBound: Int64 = 0
  /// How many of the orders are cancelled, from the first on.
  var cancelled = 0
  /// The reserve price of every item, in NT$.
  var reserve: Int64 = 1_000
  /// Vendors that cannot prove that they are capable, by their numbers; `nil` for no table of vendors.
  var incapableVendors: [Int]?
  /// Items that agencies ask for; `nil` for no demand survey.
  var demandedItems: [Int]?

  func input() throws -> Case {
    let day = try Day(text: "2026-04-02")
    let contract = Contract(
      caseNumber: "1150202", start: try Day(text: "2026-04-01"), end: try Day(text: "2027-03-31"))
    var input = Case(
      header: .init(
        caseNumber: "1150202", title: "small", currency: "TWD",
        pricingDate: try Day(text: "2026-01-20"), contract: contract))
    let names = bids.indices.map { ItemID("I\($0)") }
    input.items = names.map {
      Item(id: $0, category: .iaas, name: $0.text, position: SmallTender.position)
    }
    input.evidence = try names.map {
      Evidence(
        id: EvidenceID("E\($0)"), itemID: $0, origin: .market(.web),
        date: try Day(text: "2026-01-10"), unitPrice: try Money(units: reserve),
        position: SmallTender.position)
    }
    input.bids = try zip(names, bids).flatMap { name, prices in
      try prices.enumerated().map { index, price in
        Bid(
          itemID: name, vendorID: VendorID("V\(index)"), unitPrice: try Money(units: price),
          position: SmallTender.position)
      }
    }
    screen(&input)
    guard hasOrders else { return input }
    input.feeTiers = FeeTierTable(
      name: "small",
      tiers: [
        FeeTier(
          lowerBoundHundredths: tierBound * 100, rate: try Rate(text: "1%"),
          position: SmallTender.position)
      ])
    var orders: [Order] = []
    for (name, quantities) in zip(names, self.orders) {
      for quantity in quantities {
        let isCancelled = orders.count < cancelled
        orders.append(
          try Order(
            id: OrderID("O\(orders.count)"), itemID: name, vendorID: VendorID("V0"),
            agencyID: AgencyID("A"), orderedOn: day, quantity: quantity,
            unitPrice: try Money(units: 1_000),
            status: isCancelled ? .cancelled(returnedOn: nil, ruledOn: day) : .active,
            position: SmallTender.position))
      }
    }
    input.orders = orders
    return input
  }

  private func screen(_ input: inout Case) {
    input.screening.vendors = incapableVendors.map { incapable in
      (0..<(bids.map(\.count).max() ?? 0)).map { index in
        VendorRecord(
          id: VendorID("V\(index)"), territory: "TW", hasPRCCapital: false,
          isOnInvestmentList: false, isCapable: !incapable.contains(index),
          position: SmallTender.position)
      }
    }
    // More agencies than any survey has to show.
    input.screening.demand = demandedItems.map { items in
      items.flatMap { item in
        (0..<20).map { agency in
          DemandRequest(
            itemID: ItemID("I\(item)"), agencyID: AgencyID("A\(agency)"), quantity: 1,
            position: SmallTender.position)
        }
      }
    }
  }

  /// Plays some draws.
  func answer(
    _ scenarios: [Scenario] = [.baseline], stated: BehaviourSettings = BehaviourSettings(),
    draws: Int, seed: UInt64 = 1, by dimensions: Set<Dimension> = []
  ) throws -> SimulationAnswer {
    try SimulationAnswer(
      record(
        scenarios, stated: stated, draws: 0..<draws, of: draws, seed: seed, by: dimensions))
  }

  /// The record of a range of draws.
  func record(
    _ scenarios: [Scenario] = [.baseline], stated: BehaviourSettings = BehaviourSettings(),
    draws: Range<Int>, of total: Int, seed: UInt64 = 1, by dimensions: Set<Dimension> = []
  ) throws -> SimulationRecord {
    try record(
      scenarios.map { SimulationScenario($0, behaviour: stated) }, draws: draws, of: total,
      settings: SimulationSettings(seed: seed, dimensions: dimensions))
  }

  /// The record of a range of draws under scenarios with behaviour of their own.
  func record(
    _ scenarios: [SimulationScenario], draws: Range<Int>, of total: Int,
    settings: SimulationSettings
  ) throws -> SimulationRecord {
    let plan = try plan(scenarios, settings: settings)
    let header = SimulationRecord.Header(
      try input(), plan, draws: total, scenarios: scenarios, policy: try .defaults())
    return SimulationRecord(
      header: header, firstDraw: draws.lowerBound, tally: try plan.play(draws))
  }

  /// Everything that a draw needs.
  func plan(
    _ scenarios: [SimulationScenario], settings: SimulationSettings
  ) throws -> SimulationPlan {
    try SimulationPlan(
      input(), policy: .defaults(), scenarios: scenarios, settings: settings)
  }
}

extension Scenario {
  /// A scenario with one cutoff share.
  static func cutoff(_ share: String, name: String) throws -> Scenario {
    Scenario(name: name, overrides: [.awardCutoffShare: .share(try Share(text: share))])
  }
}

extension SimulationAnswer {
  /// The summary of a metric under a scenario.
  func summary(_ metric: Metric, _ scenario: Int = 0) -> Summary? {
    Metric.totals.firstIndex(of: metric).flatMap { summaries[scenario][$0] }
  }

  /// The paired difference of a metric to the baseline.
  func difference(_ metric: Metric, _ scenario: Int) -> Summary? {
    Metric.totals.firstIndex(of: metric).flatMap { differences[scenario - 1][$0] }
  }
}

extension SimulationAnswer.Summary {
  /// The mean as a binary number.
  var value: Double { Double(mean.numerator) / Double(mean.denominator) }

  /// Whether an exact mean lies within 4.5 standard errors.
  func agrees(with exact: Double) -> Bool {
    abs(value - exact) <= 4.5 * (standardError ?? 0) + 1e-9
  }
}
