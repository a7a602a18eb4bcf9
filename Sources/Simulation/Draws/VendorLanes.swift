import CDrawKernels
import Quantities

/// What each vendor comes to in each lane under one scenario.
struct VendorLanes {
  private let vendorCount: Int
  /// Whether orders are added up by vendor, beside its awards.
  let keepsSums: Bool
  private var laneCount = 0
  /// The vendors with an award in each lane, 64 a word.
  private var awarded: [UInt64] = []
  private let wordCount: Int
  /// The vendors with an award in every lane, as far as that has been looked at.
  private var common: [UInt64] = []
  /// Awards of each vendor and lane, where sums are kept.
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
    wordCount = (vendorCount + 63) / 64
  }

  /// Whether a set of vendors is one word and says all there is to say.
  var areSets: Bool { wordCount == 1 && !keepsSums }

  /// Forgets everything.
  mutating func clear(lanes: Int) {
    laneCount = lanes
    awarded = Array(repeating: 0, count: lanes * wordCount)
    common = Array(repeating: 0, count: wordCount)
    guard keepsSums else { return }
    bids = Array(repeating: 0, count: lanes * vendorCount)
    orderValue = bids
    fees = bids
  }

  /// Whether nothing changes with another award to some of these vendors: all have one in every lane,
  /// and that is all there is to say.
  mutating func isSettled(for vendors: VendorSet) -> Bool {
    guard !keepsSums, vendors.words.count <= wordCount else { return false }
    var isSettled = true
    for (index, own) in vendors.words.enumerated() where own & ~common[index] != 0 {
      var word = UInt64.max
      for lane in 0..<laneCount { word &= awarded[lane * wordCount + index] }
      common[index] = word
      if own & ~word != 0 { isSettled = false }
    }
    return isSettled
  }

  /// Notes an award.
  mutating func award(vendor: Int32, lane: Int) {
    awarded[lane * wordCount + Int(vendor) / 64] |= 1 << (UInt64(vendor) % 64)
    if keepsSums { bids[lane * vendorCount + Int(vendor)] += 1 }
  }

  /// Notes the awards of every lane, where sets say all there is to say.
  ///
  /// - Parameters:
  ///   - sets: In row k the vendors of the k lowest bids.
  ///   - winners: How many are awarded in each lane.
  mutating func award(_ sets: [UInt64], winners: [Int32]) {
    unsafe awardsim_join_sets(sets, winners, laneCount, &awarded)
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
    var count = 0
    for word in lane * wordCount..<(lane + 1) * wordCount { count += awarded[word].nonzeroBitCount }
    return Int64(count)
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
