import CallOff
import Pipeline
import Policy
import Quantities
import Statistics

/// Plays some consecutive draws, the lanes, item by item.
///
/// An item is played in all lanes and scenarios before the next one, so what belongs to the item – its
/// tables, its reserve – is at hand. Bids are drawn once for all scenarios that bid alike, ranked once
/// for all that share a reserve price; then each scenario only cuts, and places the orders.
///
/// Where all numbers are small enough, which prices and orders of services are, many lanes are ranked
/// and many orders placed at a time (``LotLanes``, ``PlacedOrders``); where not, one after the other
/// (``RankedLanes``). Both come to the same.
struct DrawBlock {
  let plan: SimulationPlan
  var tally: SimulationTally
  var item = AwardLanes()
  var scenarios: [ScenarioLanes]
  var lanes = 0
  var firstDraw = 0
  /// How many bids are awarded in each lane.
  var winners: [Int32] = []
  /// What they come to in NT$, from ``lots``.
  var awarded: [Int64] = []
  var bids = BidLanes()
  var lots = LotLanes()
  var ranked = RankedLanes()
  var orders: [OrderLanes]
  var placed = PlacedOrders()
  var cumulative: [Int] = []
  /// Whether an item's bids are in ``lots``.
  var hasLots = false
  /// Whether they are in ``ranked``.
  private var isRanked = false
  /// Whose weights ``lots`` has, by order set.
  var weighedFor: Int?

  /// Whether items are added up apart, for their own cells or those of their categories.
  let keepsItems: Bool
  private var biddingLuck: LuckLanes
  private var orderingLuck: LuckLanes
  private var vendorScores = VendorScores()
  private var reserves: ReserveLanes
  /// Whether bids are ranked one after the other always; for tests.
  private let ranksSingly: Bool

  init(_ plan: SimulationPlan, ranksSingly: Bool = false) {
    self.plan = plan
    self.ranksSingly = ranksSingly
    keepsItems = !plan.settings.dimensions.isDisjoint(with: [.item, .category])
    tally = plan.emptyTally
    orders = plan.orderSets.map { _ in OrderLanes(keepsMonths: plan.keepsMonths) }
    reserves = ReserveLanes(plan.reserveSets)
    scenarios = plan.scenarios.map { _ in ScenarioLanes(plan) }
    biddingLuck = LuckLanes(plan.biddingLuck)
    orderingLuck = LuckLanes(plan.orderingLuck)
  }

  /// Plays draws and adds them to what was played before.
  ///
  /// - Throws: ``SimulationProblem`` when no tier covers an order, or a number does not fit.
  mutating func play(_ draws: Range<UInt32>) throws(SimulationProblem) {
    lanes = draws.count
    firstDraw = Int(draws.lowerBound)
    for index in scenarios.indices { scenarios[index].clear(lanes: lanes) }
    if plan.hasVendorScores {
      vendorScores.draw(
        vendorCount: plan.vendors.count, random: plan.random(VendorScores.stream), draws: draws)
    }
    for index in plan.items.indices { try play(item: index, draws) }
    do throws(ArithmeticOverflow) {
      try finish()
    } catch {
      throw .overflow(error)
    }
  }

  /// What the draws add up to.
  var result: SimulationTally { tally }

  private mutating func play(
    item index: Int, _ draws: Range<UInt32>
  ) throws(SimulationProblem) {
    let unit = UInt32(truncatingIfNeeded: index)
    if !orders.isEmpty { orderingLuck.start(unit: unit, draws: draws) }
    for (set, model) in plan.orderSets.enumerated() {
      orders[set].draw(model.models[index], model.habits, &orderingLuck)
    }
    do throws(ArithmeticOverflow) {
      try reserves.set(item: index, random: plan.random(ReserveLanes.stream), draws: draws)
    } catch {
      throw .overflow(error)
    }
    biddingLuck.start(unit: unit, draws: draws)
    var drawn: Int?
    let groups = plan.groups(ofItem: index)
    for group in groups {
      if drawn != group.bidder {
        bids.draw(
          plan.bidders[group.bidder], plan.candidateTables[group.bidder], words: biddingLuck,
          vendorScores: vendorScores, needsVendors: needsVendors(of: group.bidder, groups))
        drawn = group.bidder
      }
      bids.bar(group.barred)
      try play(item: index, group)
    }
  }

  /// Whether it counts who bids for an item as a model has it.
  private mutating func needsVendors(of bidder: Int, _ groups: [SimulationPlan.Group]) -> Bool {
    for group in groups where group.bidder == bidder {
      guard group.barred.isEmpty else { return true }
      for scenario in group.scenarios {
        let vendors = plan.candidateTables[bidder].vendorSet
        if !scenarios[scenario].vendors.isSettled(for: vendors) { return true }
      }
    }
    return false
  }

  /// Ranks an item's bids, and plays it under every scenario of a group.
  private mutating func play(
    item index: Int, _ group: SimulationPlan.Group
  ) throws(SimulationProblem) {
    let (own, anchors) = (reserves[group.reserve], reserves[group.anchor])
    weighedFor = nil
    isRanked = false
    // No closure, which would have a copy of everything here.
    var needsRanks = false
    for scenario in group.scenarios where self.needsRanks(scenario) { needsRanks = true }
    hasLots =
      !ranksSingly
      && lots.rank(
        bids, reserves: own, anchors: anchors, vendorCount: plan.vendors.count,
        needsRanks: needsRanks)
    if !hasLots { try rankSingly(reserves: own, anchors: anchors) }
    for scenario in group.scenarios {
      item.clear(lanes: lanes)
      do throws(ArithmeticOverflow) {
        if hasLots {
          try awardLots(scenario)
        } else {
          try awardRanked(reserves: own, scenario)
        }
      } catch {
        throw .overflow(error)
      }
      try order(reserves: own, anchors: anchors, scenario)
      do throws(ArithmeticOverflow) {
        try scenarios[scenario].add(item, category: plan.categoryIndex(ofItem: index))
        try addItemCells(index, scenario)
      } catch {
        throw .overflow(error)
      }
    }
  }

  /// Whether a scenario asks for the order of prices.
  private func needsRanks(_ scenario: Int) -> Bool {
    plan.orderSet(ofScenario: scenario) != nil || matchesLowest(scenario)
      || plan.winnerTables[scenario].needsRanks(ofBids: bids.places)
  }

  /// Ranks an item's bids one after the other, unless that is done.
  mutating func rankSingly(reserves: [Int64], anchors: [Int64]) throws(SimulationProblem) {
    guard !isRanked else { return }
    do throws(ArithmeticOverflow) {
      try ranked.rank(bids, reserves: reserves, anchors: anchors, lanes: lanes)
      isRanked = true
    } catch {
      throw .overflow(error)
    }
  }

  func matchesLowest(_ scenario: Int) -> Bool {
    plan.scenarios[scenario].award.contractPrice == .matchLowest
  }
}
