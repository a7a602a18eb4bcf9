import CallOff
import Policy
import Quantities
import Statistics

/// Plays some consecutive draws, the lanes, item by item.
///
/// An item is played in all lanes and scenarios before the next one, so what belongs to the item – its
/// tables, its reserve – is at hand. Bids are drawn once for all scenarios that bid alike, ranked once
/// for all that share a reserve price; then each scenario only cuts, and places the orders.
struct DrawBlock {
  private let plan: SimulationPlan
  private var tally: SimulationTally
  private var bids = BidLanes()
  private var ranked = RankedLanes()
  private var vendorScores = VendorScores()
  private var orders: [OrderLanes]
  private var reserves: ReserveLanes
  private var item = AwardLanes()
  private var cumulative: [Int] = []
  private var scenarios: [ScenarioLanes]
  private var lanes = 0
  private var firstDraw = 0

  init(_ plan: SimulationPlan) {
    self.plan = plan
    tally = plan.emptyTally
    orders = plan.orderSets.map { _ in OrderLanes() }
    reserves = ReserveLanes(plan.reserveSets)
    scenarios = plan.scenarios.map { _ in ScenarioLanes(plan) }
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
    for (set, model) in plan.orderSets.enumerated() {
      orders[set].draw(
        model.models[index], model.habits, random: plan.orderingLuck, item: unit,
        draws: draws)
    }
    do throws(ArithmeticOverflow) {
      try reserves.set(item: index, random: plan.random(ReserveLanes.stream), draws: draws)
    } catch {
      throw .overflow(error)
    }
    var drawn: Int?
    for group in plan.groups(ofItem: index) {
      if drawn != group.bidder {
        bids.draw(
          plan.bidders[group.bidder], random: plan.biddingLuck, item: unit,
          draws: draws, vendorScores: vendorScores)
        drawn = group.bidder
      }
      do throws(ArithmeticOverflow) {
        try ranked.rank(
          bids, reserves: reserves[group.reserve], anchors: reserves[group.anchor], lanes: lanes)
      } catch {
        throw .overflow(error)
      }
      for scenario in group.scenarios { try play(item: index, scenario, group) }
    }
  }

  /// Awards an item under one scenario in every lane, and places its orders.
  private mutating func play(
    item index: Int, _ scenario: Int, _ group: SimulationPlan.Group
  ) throws(SimulationProblem) {
    item.clear(lanes: lanes)
    let table = plan.winnerTables[scenario]
    for lane in 0..<lanes {
      let count = table.winners(in: ranked, lane: lane, submitted: bids.counts[lane])
      guard count > 0 else {
        item.fail(lane: lane)
        continue
      }
      let reserve = reserves[group.reserve][lane]
      do throws(ArithmeticOverflow) {
        try award(count, reserve: reserve, lane: lane, scenario)
      } catch {
        throw .overflow(error)
      }
      if let set = plan.orderSet(ofScenario: scenario) {
        try order(among: count, reserve: reserve, lane: lane, scenario, set)
      }
    }
    do throws(ArithmeticOverflow) {
      try scenarios[scenario].add(item, category: plan.categoryIndex(ofItem: index))
      try addItemCells(index, scenario)
    } catch {
      throw .overflow(error)
    }
  }

  private mutating func award(
    _ count: Int, reserve: Int64, lane: Int, _ scenario: Int
  ) throws(ArithmeticOverflow) {
    let first = lane * ranked.stride
    let matchesLowest = plan.scenarios[scenario].award.contractPrice == .matchLowest
    let lowest = ranked.entries[first].price
    var sum: Int64 = 0
    for place in first..<first + count {
      let entry = ranked.entries[place]
      sum = try sum.adding(matchesLowest ? lowest : entry.price)
      scenarios[scenario].vendors.award(vendor: entry.vendor, lane: lane)
    }
    try item.award(count, sum: sum, reserve: reserve, lane: lane)
  }

  private mutating func order(
    among count: Int, reserve: Int64, lane: Int, _ scenario: Int, _ set: Int
  ) throws(SimulationProblem) {
    let range = orders[set].range(ofLane: lane)
    guard !range.isEmpty, let fees = plan.scenarios[scenario].fees else { return }
    let first = lane * ranked.stride
    let lowest = ranked.entries[first].price
    let matchesLowest = plan.scenarios[scenario].award.contractPrice == .matchLowest
    let habits = plan.orderSets[set].habits
    cumulative.removeAll(keepingCapacity: true)
    var total = 0
    for place in first..<first + count {
      let price = matchesLowest ? lowest : ranked.entries[place].price
      total += habits.weight(of: price, lowest: lowest, reserve: reserve)
      cumulative.append(total)
    }
    for index in range {
      let order = orders[set].orders[index]
      guard order.cancelledIn < 0 || scenarios[scenario].months != nil else { continue }
      let target = order.vendorWord.scaled(below: total)
      var choice = 0
      while target >= cumulative[choice] { choice += 1 }
      let entry = ranked.entries[first + choice]
      let price = matchesLowest ? lowest : entry.price
      let (value, overflow) = price.multipliedReportingOverflow(by: order.quantity)
      guard !overflow else { throw .overflow(ArithmeticOverflow("the amount of an order")) }
      guard
        let fee = fees.fee(
          quantity: order.quantity, unitPrice: Money(minorUnits: price),
          amount: Money(minorUnits: value))
      else { throw plan.problem(ofOrder: order.quantity, price, scenario) }
      do throws(ArithmeticOverflow) {
        try scenarios[scenario].months?.order(
          order, value: value, fee: fee.minorUnits, lane: lane)
        guard order.cancelledIn < 0 else { continue }
        try item.order(value, fee: fee.minorUnits, lane: lane)
        try scenarios[scenario].vendors.order(
          vendor: entry.vendor, value: value, fee: fee.minorUnits, lane: lane)
      } catch {
        throw .overflow(error)
      }
    }
  }
}

extension DrawBlock {
  private mutating func addItemCells(
    _ index: Int, _ scenario: Int
  ) throws(ArithmeticOverflow) {
    guard let grid = tally.grids.firstIndex(where: { $0.dimension == .item }) else { return }
    let hasOrders = plan.orderSet(ofScenario: scenario) != nil
    for (place, metric) in Dimension.item.metrics.enumerated() {
      for lane in 0..<lanes {
        tally.grids[grid].add(
          try item.value(of: metric, lane: lane, hasOrders: hasOrders),
          draw: firstDraw + lane, scenario: scenario,
          cell: index, metric: place)
      }
    }
  }

  /// Adds the finished lanes to the tally, one draw a lane.
  private mutating func finish() throws(ArithmeticOverflow) {
    for lane in 0..<lanes {
      var values: [[Int64?]] = []
      for (index, scenario) in scenarios.enumerated() {
        let hasOrders = plan.orderSet(ofScenario: index) != nil
        var own: [Int64?] = []
        for metric in Metric.totals {
          own.append(try scenario.value(of: metric, lane: lane, hasOrders: hasOrders))
        }
        values.append(own)
      }
      try tally.add(values, draw: firstDraw + lane)
    }
    for grid in tally.grids.indices where tally.grids[grid].dimension != .item {
      try addCells(grid)
    }
  }

  private mutating func addCells(_ grid: Int) throws(ArithmeticOverflow) {
    let dimension = tally.grids[grid].dimension
    for (index, scenario) in scenarios.enumerated() {
      let hasOrders = plan.orderSet(ofScenario: index) != nil
      for cell in 0..<tally.grids[grid].cellCount {
        for (place, metric) in dimension.metrics.enumerated() {
          for lane in 0..<lanes {
            let value = try scenario.value(
              of: metric, dimension, cell: cell, lane: lane, hasOrders: hasOrders)
            tally.grids[grid].add(
              value, draw: firstDraw + lane, scenario: index, cell: cell, metric: place)
          }
        }
      }
    }
  }
}
