import Quantities

/// Awards and orders of an item, a category or everything, added up in each lane.
struct AwardLanes {
  /// Awarded bids.
  private(set) var bids: [Int64] = []
  /// Items without an award.
  private(set) var failedItems: [Int64] = []
  /// Contract prices in minor units, one unit each.
  private(set) var awarded: [Int64] = []
  /// The reserve price of each award.
  private(set) var reserves: [Int64] = []
  /// The amounts of the orders that stand.
  private(set) var orderValue: [Int64] = []
  /// Their fees.
  private(set) var fees: [Int64] = []

  private static let parts = [
    \AwardLanes.bids, \.failedItems, \.awarded, \.reserves, \.orderValue, \.fees,
  ]

  /// Forgets everything.
  mutating func clear(lanes: Int) {
    for part in AwardLanes.parts {
      self[keyPath: part].removeAll(keepingCapacity: true)
      self[keyPath: part].append(contentsOf: repeatElement(0, count: lanes))
    }
  }

  /// Notes an item that failed in a lane.
  mutating func fail(lane: Int) { failedItems[lane] += 1 }

  /// Notes the winners of an item in a lane.
  mutating func award(
    _ count: Int, sum: Int64, reserve: Int64, lane: Int
  ) throws(ArithmeticOverflow) {
    bids[lane] += Int64(count)
    awarded[lane] = try awarded[lane].adding(sum)
    let (product, overflow) = reserve.multipliedReportingOverflow(by: Int64(count))
    guard !overflow else { throw ArithmeticOverflow("a sum of reserve prices") }
    reserves[lane] = try reserves[lane].adding(product)
  }

  /// Notes an order that stands.
  mutating func order(_ value: Int64, fee: Int64, lane: Int) throws(ArithmeticOverflow) {
    orderValue[lane] = try orderValue[lane].adding(value)
    fees[lane] = try fees[lane].adding(fee)
  }

  /// Adds the lanes of another item.
  mutating func add(_ other: AwardLanes) throws(ArithmeticOverflow) {
    for lane in bids.indices {
      bids[lane] += other.bids[lane]
      failedItems[lane] += other.failedItems[lane]
      awarded[lane] = try awarded[lane].adding(other.awarded[lane])
      reserves[lane] = try reserves[lane].adding(other.reserves[lane])
      orderValue[lane] = try orderValue[lane].adding(other.orderValue[lane])
      fees[lane] = try fees[lane].adding(other.fees[lane])
    }
  }

  /// A metric of a lane in its parts; `nil` where it is undefined, or not known here.
  ///
  /// - Throws: `ArithmeticOverflow` when a ratio does not fit.
  func value(
    of metric: Metric, lane: Int, hasOrders: Bool
  ) throws(ArithmeticOverflow) -> Int64? {
    switch metric {
    case .awardedBids: bids[lane]
    case .failedItems: failedItems[lane]
    case .awardedSum: awarded[lane]
    case .awardToReserve: try awardToReserve(lane: lane)
    case .orderValue: hasOrders ? orderValue[lane] : nil
    case .feeRevenue: hasOrders ? fees[lane] : nil
    case .awardedVendors, .feeAccrued, .feeReversed, .feesDue: nil
    }
  }

  private func awardToReserve(lane: Int) throws(ArithmeticOverflow) -> Int64? {
    guard reserves[lane] > 0 else { return nil }
    let parts = Int128(Metric.awardToReserve.partsPerUnit)
    let divisor = Int128(reserves[lane])
    guard let ratio = Int64(exactly: (Int128(awarded[lane]) * parts + divisor / 2) / divisor)
    else { throw ArithmeticOverflow("a ratio of prices") }
    return ratio
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
