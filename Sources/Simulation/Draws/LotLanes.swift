import CDrawKernels
import Quantities
import Statistics

/// The valid bids of one item in each lane, ranked and added up, where prices are whole NT$ below 2³⁰.
///
/// A bid is one number: its price, its lot, its vendor, so sorting numbers ranks bids. Rows of lanes:
/// row r has the r-th lowest bid of each lane.
struct LotLanes {
  /// What vendors of a lane are indices below of.
  static let vendorLimit = 256
  private static let priceLimit: Int64 = 1 << 30

  private(set) var lanes = 0
  /// Valid bids of each lane.
  private(set) var counts: [Int32] = []
  /// Prices in NT$; in rows beyond the count of a lane the lowest.
  private(set) var prices: [UInt32] = []
  /// In row k the sum of the k lowest prices, in NT$.
  private(set) var sums: [Int64] = []
  /// In row k the vendors of the k lowest bids, vendor v as the bit v mod 64.
  private(set) var vendorSets: [UInt64] = []
  /// In row r the weights of the offers up to the r-th, for ``weigh(_:)``.
  private(set) var weightSums: [UInt32] = []
  /// Reserve prices in NT$.
  private(set) var reserves: [UInt32] = []

  private var places = 0
  private var keys: [Int64] = []
  private var anchors: [UInt32] = []

  /// Prices the bids and ranks those within the reserve price, as ``RankedLanes`` does.
  ///
  /// - Parameters:
  ///   - bids: The bids.
  ///   - reserves: The reserve price of each lane in minor units; 0 where there is none.
  ///   - anchors: What the ratios are parts of in each lane; 0 where there is none.
  ///   - vendorCount: How many vendors there are.
  /// - Returns: Whether all numbers fit here; otherwise nothing is ranked.
  mutating func rank(
    _ bids: BidLanes, reserves: [Int64], anchors: [Int64], vendorCount: Int
  ) -> Bool {
    guard vendorCount <= LotLanes.vendorLimit, bids.places < LotLanes.vendorLimit,
      setPrices(reserves: reserves, anchors: anchors)
    else { return false }
    (lanes, places) = (bids.lanes, bids.places)
    keys.makeRoom(lanes * places)
    counts.makeRoom(lanes)
    prices.makeRoom(lanes * (places + 1))
    sums.makeRoom(lanes * (places + 1))
    vendorSets.makeRoom(lanes * (places + 1))
    unsafe awardsim_price_bids(
      bids.ratios, bids.lots, bids.vendors, bids.limits, self.anchors, self.reserves, lanes,
      places, &keys)
    unsafe awardsim_sort_rows(&keys, lanes, places)
    unsafe awardsim_sum_ranked(keys, lanes, places, &prices, &counts, &sums, &vendorSets)
    return true
  }

  /// Takes reserve prices and anchors over, where they are whole and small enough.
  private mutating func setPrices(reserves: [Int64], anchors: [Int64]) -> Bool {
    self.reserves.removeAll(keepingCapacity: true)
    self.anchors.removeAll(keepingCapacity: true)
    let unit = Money.minorUnitsPerUnit
    var last: (reserve: Int64, anchor: Int64, own: UInt32, base: UInt32)?
    for (reserve, anchor) in zip(reserves, anchors) {
      // Prices that stand are the same in every lane.
      if let last, last.reserve == reserve, last.anchor == anchor {
        self.reserves.append(last.own)
        self.anchors.append(last.base)
        continue
      }
      // Without either there is no valid bid.
      let isPriced = reserve > 0 && anchor > 0
      let (own, base) = isPriced ? (reserve / unit, anchor / unit) : (0, 1)
      guard !isPriced || (own * unit == reserve && base * unit == anchor),
        own < LotLanes.priceLimit, base < LotLanes.priceLimit, own < 2 * base
      else { return false }
      let small = (UInt32(truncatingIfNeeded: own), UInt32(truncatingIfNeeded: base))
      self.reserves.append(small.0)
      self.anchors.append(small.1)
      last = (reserve, anchor, small.0, small.1)
    }
    return true
  }

  /// Adds up the weights of the offers.
  ///
  /// - Parameter weights: The weight at each step of (price − lowest) ÷ reserve.
  mutating func weigh(_ weights: [UInt32]) {
    weightSums.makeRoom(lanes * places)
    unsafe awardsim_offer_weights(
      prices, reserves, lanes, places, weights,
      UInt32(truncatingIfNeeded: weights.count - 1), &weightSums)
  }

  /// The vendor of a ranked bid.
  func vendor(rank: Int, lane: Int) -> Int32 { Int32(keys[rank * lanes + lane] & 0xFF) }
}
