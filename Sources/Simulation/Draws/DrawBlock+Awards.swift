import Policy
import Quantities
import Statistics

extension DrawBlock {
  /// Awards an item under one scenario in every lane, from what its lots add up to.
  mutating func awardLots(_ scenario: Int) throws(ArithmeticOverflow) {
    plan.winnerTables[scenario].award(
      lots, submitted: bids.counts, matchesLowest: matchesLowest(scenario), winners: &winners,
      awarded: &awarded)
    if keepsItems {
      try item.award(winners, awarded: awarded, reserves: lots.reserves)
    } else {
      try scenarios[scenario].award(winners, awarded: awarded, reserves: lots.reserves)
    }
    guard lots.hasVendors else { return }
    guard !scenarios[scenario].vendors.areSets else {
      scenarios[scenario].vendors.award(lots.vendorSets, winners: winners)
      return
    }
    for lane in 0..<lanes {
      for rank in 0..<Int(winners[lane]) {
        scenarios[scenario].vendors.award(vendor: lots.vendor(rank: rank, lane: lane), lane: lane)
      }
    }
  }

  /// Awards an item under one scenario in every lane, bid by bid.
  mutating func awardRanked(
    reserves: [Int64], _ scenario: Int
  ) throws(ArithmeticOverflow) {
    let table = plan.winnerTables[scenario]
    winners.makeRoom(lanes)
    for lane in 0..<lanes {
      let first = lane * ranked.stride
      let count = table.winners(valid: ranked.counts[lane], submitted: Int(bids.counts[lane])) {
        ranked.entries[first + $0].price
      }
      winners[lane] = Int32(truncatingIfNeeded: count)
      guard count > 0 else {
        item.fail(lane: lane)
        continue
      }
      let lowest = ranked.entries[first].price
      var sum: Int64 = 0
      for place in first..<first + count {
        let entry = ranked.entries[place]
        sum = try sum.adding(matchesLowest(scenario) ? lowest : entry.price)
        if bids.hasVendors {
          scenarios[scenario].vendors.award(vendor: entry.vendor, lane: lane)
        }
      }
      try item.award(count, sum: sum, reserve: reserves[lane], lane: lane)
    }
  }
}
