import CDrawKernels
import Quantities
import Statistics

/// The valid bids of one item in each lane, ranked, where prices are whole NT$ below 2³⁰.
///
/// Rows of lanes: row r has the r-th lowest bid of each lane. Where it counts who bids, a bid is one
/// number: its price, its lot, its vendor, so sorting numbers ranks bids. Where it does not, prices
/// alone are sorted: which of two equal bids stands first changes no sum.
struct LotLanes {
  /// What vendors of a lane are indices below of.
  static let vendorLimit = 256

  private(set) var lanes = 0
  /// Rows of ``prices``.
  private(set) var places = 0
  /// Valid bids of each lane.
  private(set) var counts: [Int32] = []
  /// Prices in NT$; 2³¹ − 1 in rows beyond the count of a lane.
  private(set) var prices: [Int32] = []
  /// Whether prices are sorted.
  private(set) var isRanked = false
  /// Whether it is known who bids.
  private(set) var hasVendors = false
  /// In row k the vendors of the k lowest bids, vendor v as the bit v mod 64.
  private(set) var vendorSets: [UInt64] = []
  /// In row r the weights of the offers up to the r-th, for ``weigh(_:)``.
  private(set) var weightSums: [UInt32] = []
  /// Reserve prices in NT$ in a row of lanes, and what pricing needs in three more.
  private(set) var reserves: [UInt32] = []
  /// The highest of them.
  private(set) var highestReserve: Int64 = 0

  private var keys: [Int64] = []

  /// Prices the bids and ranks those within the reserve price, as ``RankedLanes`` does.
  ///
  /// - Parameters:
  ///   - bids: The bids.
  ///   - reserves: The reserve price of each lane in minor units; 0 where there is none.
  ///   - anchors: What the ratios are parts of in each lane; 0 where there is none.
  ///   - vendorCount: How many vendors there are.
  ///   - needsRanks: Whether prices are asked for in their order; always so where it counts who bids.
  /// - Returns: Whether all numbers fit here; otherwise nothing is ranked.
  mutating func rank(
    _ bids: BidLanes, reserves: [Int64], anchors: [Int64], vendorCount: Int, needsRanks: Bool = true
  ) -> Bool {
    guard vendorCount <= LotLanes.vendorLimit || !bids.hasVendors,
      bids.places < LotLanes.vendorLimit
    else { return false }
    (lanes, places, hasVendors) = (bids.lanes, bids.places, bids.hasVendors)
    self.reserves.makeRoom(4 * lanes)
    highestReserve = unsafe awardsim_set_prices(
      reserves, anchors, lanes, Money.minorUnitsPerUnit, &self.reserves)
    guard highestReserve >= 0 else { return false }
    counts.makeRoom(lanes)
    prices.makeRoom(lanes * (places + 1))
    unsafe awardsim_price_bids(
      bids.parts, bids.limits, self.reserves, lanes, places, &counts, &prices)
    isRanked = needsRanks || hasVendors
    if hasVendors {
      sortBids(bids)
    } else if isRanked {
      unsafe awardsim_sort_prices(&prices, lanes, places)
    }
    return true
  }

  private mutating func sortBids(_ bids: BidLanes) {
    keys.makeRoom(lanes * places)
    vendorSets.makeRoom(lanes * (places + 1))
    unsafe awardsim_pack_bids(prices, bids.lots, bids.vendors, lanes * places, &keys)
    unsafe awardsim_sort_rows(&keys, lanes, places)
    unsafe awardsim_unpack_bids(keys, lanes, places, &prices, &vendorSets)
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

  /// The vendor of a ranked bid, where it is known who bids.
  func vendor(rank: Int, lane: Int) -> Int32 { Int32(keys[rank * lanes + lane] & 0xFF) }
}
