import CallOff
import Policy
import Quantities
import Statistics

extension DrawBlock {
  /// Places the orders of an item under one scenario in every lane.
  ///
  /// - Parameters:
  ///   - reserves: The item's reserve price in each lane.
  ///   - anchors: What bids are parts of in each lane.
  ///   - scenario: The scenario.
  /// - Throws: ``SimulationProblem`` when no tier covers an order, or a number does not fit.
  mutating func order(
    reserves: [Int64], anchors: [Int64], _ scenario: Int
  ) throws(SimulationProblem) {
    guard let set = plan.orderSet(ofScenario: scenario), let fees = plan.scenarios[scenario].fees
    else { return }
    if hasLots, let ladder = plan.feeLadders[scenario],
      PlacedOrders.fits(orders[set], lots, ladder)
    {
      do throws(ArithmeticOverflow) {
        try orderLots(set, ladder, scenario)
      } catch {
        throw .overflow(error)
      }
      return
    }
    try rankSingly(reserves: reserves, anchors: anchors)
    for lane in 0..<lanes where winners[lane] > 0 {
      try orderRanked(
        among: Int(winners[lane]), reserve: reserves[lane], lane: lane, scenario, set, fees)
    }
  }

  /// Places orders many at a time.
  private mutating func orderLots(
    _ set: Int, _ fees: FeeLadder, _ scenario: Int
  ) throws(ArithmeticOverflow) {
    if weighedFor != set {
      lots.weigh(plan.orderSets[set].weights)
      weighedFor = set
    }
    let keepsOrders = scenarios[scenario].keepsOrders
    placed.place(
      orders[set], with: lots, winners: winners, matchesLowest: matchesLowest(scenario), fees,
      keepsOrders: keepsOrders)
    let unit = Money.minorUnitsPerUnit
    guard keepsOrders else {
      if keepsItems {
        try item.order(placed.amountSums, fees: placed.feeSums)
      } else {
        try scenarios[scenario].order(placed.amountSums, fees: placed.feeSums)
      }
      return
    }
    for lane in 0..<lanes where winners[lane] > 0 {
      for index in orders[set].range(ofLane: lane) where orders[set].quantities[index] > 0 {
        let vendor =
          lots.hasVendors ? lots.vendor(rank: Int(placed.ranks[index]), lane: lane) : 0
        try note(
          order: index, set, vendor: vendor, value: placed.amounts[index] * unit,
          fee: placed.fees[index] * unit, lane: lane, scenario)
      }
    }
  }

  /// Places the orders of a lane one after the other.
  private mutating func orderRanked(
    among count: Int, reserve: Int64, lane: Int, _ scenario: Int, _ set: Int, _ fees: FeeFormula
  ) throws(SimulationProblem) {
    let range = orders[set].range(ofLane: lane)
    guard !range.isEmpty else { return }
    let first = lane * ranked.stride
    let lowest = ranked.entries[first].price
    let matchesLowest = matchesLowest(scenario)
    let habits = plan.orderSets[set].habits
    cumulative.removeAll(keepingCapacity: true)
    var total = 0
    for place in first..<first + count {
      let price = matchesLowest ? lowest : ranked.entries[place].price
      total += habits.weight(of: price, lowest: lowest, reserve: reserve)
      cumulative.append(total)
    }
    for index in range where orders[set].quantities[index] > 0 {
      let target = orders[set].vendorWords[index].scaled(below: total)
      var choice = 0
      while target >= cumulative[choice] { choice += 1 }
      let entry = ranked.entries[first + choice]
      let price = matchesLowest ? lowest : entry.price
      let quantity = orders[set].quantity(at: index)
      let (value, overflow) = price.multipliedReportingOverflow(by: quantity)
      guard !overflow else { throw .overflow(ArithmeticOverflow("the amount of an order")) }
      guard
        let fee = fees.fee(
          quantity: quantity, unitPrice: Money(minorUnits: price),
          amount: Money(minorUnits: value))
      else { throw plan.problem(ofOrder: quantity, price, scenario) }
      do throws(ArithmeticOverflow) {
        try note(
          order: index, set, vendor: entry.vendor, value: value, fee: fee.minorUnits, lane: lane,
          scenario)
      } catch {
        throw .overflow(error)
      }
    }
  }

  /// Adds an order up wherever it counts.
  private mutating func note(
    order index: Int, _ set: Int, vendor: Int32, value: Int64, fee: Int64, lane: Int,
    _ scenario: Int
  ) throws(ArithmeticOverflow) {
    if scenarios[scenario].months != nil {
      try scenarios[scenario].months?.order(
        month: orders[set].months[index], cancelledIn: orders[set].cancelledIn[index],
        value: value, fee: fee, lane: lane)
    }
    guard !orders[set].isCancelled(index) else { return }
    try item.order(value, fee: fee, lane: lane)
    try scenarios[scenario].vendors.order(vendor: vendor, value: value, fee: fee, lane: lane)
  }
}
