import CallOff
public import Pipeline
public import Policy
import Pricing
public import Quantities
import Statistics

/// Everything that a draw needs, worked out before the first one.
///
/// A draw plays the tender and the contract year once for every scenario, with the same luck in each.
/// Its result depends on the seed and its own number alone, so draws can be played in any order.
public struct SimulationPlan: Sendable {
  /// Draws that a run may have.
  public static let drawLimit = 100_000_000
  /// Orders of an item whose words are spread under `sobol`; those beyond have independent ones.
  private static let spreadOrders = 128
  /// Draws that are played together, at the most: more share what is done once for all of them, and
  /// still lie in the cache.
  public static let blockLength = 256

  /// Scenarios in which bids for an item are the same, have the same reserve price and are screened
  /// alike.
  struct Group: Hashable {
    /// The index of the bidder model.
    let bidder: Int
    /// The index of the reserve prices that bids have to keep to.
    let reserve: Int
    /// The index of the reserve prices that ratios are parts of.
    let anchor: Int
    /// The vendors whose bids screening refuses, by their ascending indices among all.
    let barred: [Int32]
    /// The scenarios.
    var scenarios: [Int]
  }

  /// What orders are drawn from.
  struct OrderSet: Hashable {
    let models: [OrderModel]
    let habits: OrderHabits
    /// The weight of an offer at each step above the lowest one.
    let weights: [UInt32]

    init(models: [OrderModel], habits: OrderHabits) {
      self.models = models
      self.habits = habits
      weights = habits.weights
    }
  }

  /// How the run is played.
  public let settings: SimulationSettings
  /// Every vendor, in the order of its first bid; those beyond are potential ones without a name.
  public let vendors: [VendorID]
  /// What was calibrated from what, and what is assumed, for people.
  public let notes: [Phrase]
  let items: [Item]
  let categories: [Category]
  let scenarios: [ScenarioPlay]
  let winnerTables: [WinnerTable]
  let bidders: [BidderModel]
  /// The candidates of each bidder model.
  let candidateTables: [CandidateTable]
  /// The fees of each scenario in small numbers; `nil` where they are none.
  let feeLadders: [FeeLadder?]
  let reserveSets: [ReserveSet]
  let orderSets: [OrderSet]
  let months: SimulatedMonths
  /// The words of bidding.
  let biddingLuck: Luck
  /// The words of ordering.
  let orderingLuck: Luck
  private let orderSetOfScenario: [Int?]
  private let groupsOfItem: [[Group]]
  private let screened: ScreenedTender

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - input: The case.
  ///   - policy: Its policy; each scenario is laid over it.
  ///   - scenarios: The scenarios, the baseline first; at least one.
  ///   - settings: How the run is played.
  /// - Throws: ``SimulationProblem`` when a scenario has no value for a parameter, its tiers cannot be
  ///   used, or a number does not fit.
  /// - Complexity: One pricing of all items for each different reserve policy, one calibration for each
  ///   different behaviour.
  public init(
    _ input: Case, policy: PolicyView, scenarios: [SimulationScenario],
    settings: SimulationSettings
  ) throws(SimulationProblem) {
    var plays: [ScenarioPlay] = []
    for scenario in scenarios {
      plays.append(try ScenarioPlay(scenario.scenario, policy: policy, input: input))
    }
    var draft = PlanDraft(input, plays, settings)
    try draft.calibrate(scenarios, policy: policy)
    do throws(ArithmeticOverflow) {
      var tables: [WinnerTable] = []
      for play in plays { tables.append(try WinnerTable(play.award, mostBids: draft.mostBids)) }
      winnerTables = tables
    } catch {
      throw .overflow(error)
    }
    self.scenarios = plays
    self.settings = settings
    items = input.items ?? []
    categories = Category.allCases
    vendors = draft.vendors
    notes = draft.notes
    bidders = draft.bidders
    candidateTables = bidders.map { CandidateTable($0.candidates) }
    feeLadders = plays.map { $0.fees.flatMap { FeeLadder($0) } }
    reserveSets = draft.reserveSets
    orderSets = draft.orderSets
    orderSetOfScenario = draft.orderSetOfScenario
    groupsOfItem = draft.groups()
    screened = draft.screened
    let contract = input.header.contract
    months = SimulatedMonths(from: contract.start, to: contract.end)
    biddingLuck = Luck(
      seed: settings.seed, stream: BidLanes.stream, settings.sampling, places: draft.mostBids,
      order: BidLanes.kindsByImportance)
    orderingLuck = Luck(
      seed: settings.seed, stream: OrderLanes.stream, settings.sampling,
      places: SimulationPlan.spreadOrders, order: [0, 1, 2, 3])
  }

  /// The groups of scenarios for an item, those with the same bids next to each other.
  func groups(ofItem index: Int) -> [Group] { groupsOfItem[index] }

  /// The group of a scenario for an item.
  func group(ofItem index: Int, scenario: Int) -> Group? {
    groups(ofItem: index).first { $0.scenarios.contains(scenario) }
  }

  /// Whether screening leaves an item out of the tender.
  func isRefused(item index: Int, scenario: Int) -> Bool {
    screened.admission(ofItem: index, scenario: scenario) == .refused
  }

  /// The index of an item's category.
  func categoryIndex(ofItem index: Int) -> Int {
    categories.firstIndex(of: items[index].category) ?? 0
  }

  /// The orders of a scenario; `nil` where none are simulated.
  func orderSet(ofScenario index: Int) -> Int? { orderSetOfScenario[index] }

  /// The random words of a stream.
  func random(_ stream: UInt32) -> Luck { Luck(seed: settings.seed, stream: stream) }

  /// Whether orders are kept by month, cancelled ones too.
  var keepsMonths: Bool {
    settings.dimensions.contains(.month) || settings.dimensions.contains(.fiscalYear)
  }

  /// Whether vendors have luck of their own that all their bids of a draw share.
  var hasVendorScores: Bool {
    bidders.contains { $0.factors.map { $0.vendorWeight != 0 } ?? false }
  }
}

extension SimulationPlan {
  /// The names of the cells of a dimension.
  public func labels(of dimension: Dimension) -> [String] {
    switch dimension {
    case .item: items.map(\.id.text)
    case .category: categories.map(\.rawValue)
    case .vendor: vendors.map(\.text)
    case .month: (0..<months.count).map { (months.first + $0).isoText }
    case .fiscalYear: months.years.map { String($0.year) }
    }
  }

  /// Whether the baseline's orders are simulated.
  public var hasOrders: Bool { orderSet(ofScenario: 0) != nil }

  /// The dimensions that are kept, in their order.
  public var dimensions: [Dimension] {
    Dimension.allCases.filter { settings.dimensions.contains($0) }
  }

  /// A tally of this run without draws.
  public var emptyTally: SimulationTally {
    SimulationTally(
      scenarioCount: scenarios.count,
      grids: dimensions.map { dimension in
        CellGrid(
          dimension, scenarioCount: scenarios.count, cellCount: labels(of: dimension).count,
          replicateCount: settings.sampling.replicateCount)
      }, replicateCount: settings.sampling.replicateCount)
  }

  /// Why an order has no fee: what the rule itself says of it.
  func problem(ofOrder quantity: Int64, _ price: Int64, _ scenario: Int) -> SimulationProblem {
    let name = scenarios[scenario].name
    let position = SourcePosition(file: "simulated", line: 0)
    do {
      let order = try Order(
        id: OrderID("simulated"), itemID: ItemID("simulated"), vendorID: VendorID("simulated"),
        agencyID: AgencyID("simulated"), orderedOn: Day(daysSinceEpoch: 0), quantity: quantity,
        unitPrice: Money(minorUnits: price), position: position)
      _ = try scenarios[scenario].fees?.rule.fee(of: order)
    } catch let problem as FeeProblem {
      return .fee(problem, scenario: name)
    } catch {}
    return .overflow(ArithmeticOverflow("the fee of an order"))
  }
}
