import Quantities

/// What each vendor comes to in each lane under one scenario.
struct VendorLanes {
  private let vendorCount: Int
  private let keepsSums: Bool
  private var laneCount = 0
  /// Awards of each vendor and lane.
  private var bids: [Int64] = []
  private var orderValue: [Int64] = []
  private var fees: [Int64] = []

  /// Makes room for the vendors.
  ///
  /// - Parameters:
  ///   - vendorCount: How many there are.
  ///   - keepsSums: Whether orders are added up by vendor, beside its awards.
  init(vendorCount: Int, keepsSums: Bool) {
    self.vendorCount = vendorCount
    self.keepsSums = keepsSums
  }

  /// Forgets everything.
  mutating func clear(lanes: Int) {
    laneCount = lanes
    bids = Array(repeating: 0, count: lanes * vendorCount)
    guard keepsSums else { return }
    orderValue = bids
    fees = bids
  }

  /// Notes an award.
  mutating func award(vendor: Int32, lane: Int) {
    bids[lane * vendorCount + Int(vendor)] += 1
  }

  /// Notes an order that stands.
  mutating func order(
    vendor: Int32, value: Int64, fee: Int64, lane: Int
  ) throws(ArithmeticOverflow) {
    guard keepsSums else { return }
    let index = lane * vendorCount + Int(vendor)
    orderValue[index] = try orderValue[index].adding(value)
    fees[index] = try fees[index].adding(fee)
  }

  /// The number of vendors with an award in a lane.
  func awardedVendors(lane: Int) -> Int64 {
    Int64(bids[lane * vendorCount..<(lane + 1) * vendorCount].count { $0 > 0 })
  }

  /// A metric of a vendor in a lane; `nil` where it is undefined, or not known here.
  func value(of metric: Metric, vendor: Int, lane: Int, hasOrders: Bool) -> Int64? {
    let index = lane * vendorCount + vendor
    return switch metric {
    case .awardedBids: bids[index]
    case .orderValue: hasOrders ? orderValue[index] : nil
    case .feeRevenue: hasOrders ? fees[index] : nil
    default: nil
    }
  }
}
