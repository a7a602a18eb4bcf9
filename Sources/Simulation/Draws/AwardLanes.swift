import CDrawKernels
import Quantities

/// Awards and orders of an item, a category or everything, added up in each lane.
///
/// One row of lanes for each number that is added up, one after the other, so that all of them are
/// added at a time. None is ever negative, so a sum that does not fit shows in its sign.
struct AwardLanes {
  /// What is added up; each has a row.
  private enum Row: Int, CaseIterable {
    /// Awarded bids.
    case bids
    /// Items without an award.
    case failedItems
    /// Contract prices in minor units, one unit each.
    case awarded
    /// The reserve price of each award.
    case reserves
    /// The amounts of the orders that stand.
    case orderValue
    /// Their fees.
    case fees
  }

  private var lanes = 0
  private var sums: [Int64] = []
  /// Whether nothing has been noted.
  private(set) var isEmpty = false

  /// Forgets everything.
  mutating func clear(lanes: Int) {
    guard !isEmpty || self.lanes != lanes else { return }
    isEmpty = true
    self.lanes = lanes
    let count = lanes * Row.allCases.count
    guard sums.count == count else {
      sums = Array(repeating: 0, count: count)
      return
    }
    for index in sums.indices { sums[index] = 0 }
  }

  /// Notes an item that failed in a lane.
  mutating func fail(lane: Int) {
    isEmpty = false
    sums[place(.failedItems, lane)] += 1
  }

  /// Notes the winners of an item in a lane.
  mutating func award(
    _ count: Int, sum: Int64, reserve: Int64, lane: Int
  ) throws(ArithmeticOverflow) {
    isEmpty = false
    sums[place(.bids, lane)] += Int64(count)
    try add(sum, to: .awarded, lane)
    let (product, overflow) = reserve.multipliedReportingOverflow(by: Int64(count))
    guard !overflow else { throw ArithmeticOverflow("a sum of reserve prices") }
    try add(product, to: .reserves, lane)
  }

  /// Notes the winners of an item in every lane.
  ///
  /// - Parameters:
  ///   - winners: How many there are in each lane; 0 where the item failed.
  ///   - awarded: What they come to in NT$, below 2³⁸.
  ///   - reserves: The reserve price of each lane in NT$.
  /// - Throws: `ArithmeticOverflow` when a sum does not fit.
  mutating func award(
    _ winners: [Int32], awarded: [Int64], reserves: [UInt32]
  ) throws(ArithmeticOverflow) {
    isEmpty = false
    let signs = unsafe awardsim_note_awards(
      winners, awarded, reserves, lanes, Money.minorUnitsPerUnit, &sums)
    guard signs >= 0 else { throw ArithmeticOverflow("a sum of amounts") }
  }

  /// Notes an order that stands.
  mutating func order(_ value: Int64, fee: Int64, lane: Int) throws(ArithmeticOverflow) {
    isEmpty = false
    try add(value, to: .orderValue, lane)
    try add(fee, to: .fees, lane)
  }

  /// Notes the orders that stand in every lane.
  ///
  /// - Parameters:
  ///   - values: What they come to in each lane in NT$.
  ///   - fees: Their fees.
  /// - Throws: `ArithmeticOverflow` when a sum does not fit.
  mutating func order(_ values: [Int64], fees: [Int64]) throws(ArithmeticOverflow) {
    isEmpty = false
    let signs = unsafe awardsim_note_orders(values, fees, lanes, Money.minorUnitsPerUnit, &sums)
    guard signs >= 0 else { throw ArithmeticOverflow("a sum of amounts") }
  }

  /// Adds the lanes of another item.
  mutating func add(_ other: AwardLanes) throws(ArithmeticOverflow) {
    guard !other.isEmpty else { return }
    isEmpty = false
    let count = min(sums.count, other.sums.count)
    guard unsafe awardsim_add_amounts(other.sums, count, &sums) >= 0 else {
      throw ArithmeticOverflow("a sum of amounts")
    }
  }

  /// A metric of a lane in its parts; `nil` where it is undefined, or not known here.
  ///
  /// - Throws: `ArithmeticOverflow` when a ratio does not fit.
  func value(
    of metric: Metric, lane: Int, hasOrders: Bool
  ) throws(ArithmeticOverflow) -> Int64? {
    switch metric {
    case .awardedBids: sums[place(.bids, lane)]
    case .failedItems: sums[place(.failedItems, lane)]
    case .awardedSum: sums[place(.awarded, lane)]
    case .awardToReserve: try awardToReserve(lane: lane)
    case .orderValue: hasOrders ? sums[place(.orderValue, lane)] : nil
    case .feeRevenue: hasOrders ? sums[place(.fees, lane)] : nil
    case .awardedVendors, .feeAccrued, .feeReversed, .feesDue: nil
    }
  }

  /// A metric of every lane in its parts, as ``value(of:lane:hasOrders:)`` has it.
  func values(of metric: Metric, hasOrders: Bool) throws(ArithmeticOverflow) -> [Int64?] {
    var values: [Int64?] = []
    values.reserveCapacity(lanes)
    for lane in 0..<lanes {
      values.append(try value(of: metric, lane: lane, hasOrders: hasOrders))
    }
    return values
  }

  private func awardToReserve(lane: Int) throws(ArithmeticOverflow) -> Int64? {
    let reserve = sums[place(.reserves, lane)]
    guard reserve > 0 else { return nil }
    let parts = UInt64(Metric.awardToReserve.partsPerUnit)
    let divisor = UInt64(reserve)
    var (high, low) = parts.multipliedFullWidth(by: UInt64(sums[place(.awarded, lane)]))
    let (rounded, carries) = low.addingReportingOverflow(divisor / 2)
    (high, low) = (high + (carries ? 1 : 0), rounded)
    guard high < divisor,
      let ratio = Int64(exactly: divisor.dividingFullWidth((high, low)).quotient)
    else { throw ArithmeticOverflow("a ratio of prices") }
    return ratio
  }

  private func place(_ row: Row, _ lane: Int) -> Int { row.rawValue * lanes + lane }

  private mutating func add(
    _ amount: Int64, to row: Row, _ lane: Int
  ) throws(ArithmeticOverflow) {
    let place = place(row, lane)
    sums[place] = try sums[place].adding(amount)
  }
}

extension Int64 {
  /// The sum of two amounts in minor units.
  ///
  /// - Throws: `ArithmeticOverflow` when it does not fit.
  @inline(__always)
  func adding(_ other: Int64) throws(ArithmeticOverflow) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    guard !overflow else { throw ArithmeticOverflow("a sum of amounts") }
    return sum
  }
}
