import Quantities

/// The valid bids of one item in each lane, from the lowest up, equal ones by lot.
///
/// For any price; ``LotLanes`` does the same faster where prices are whole and small enough.
struct RankedLanes {
  /// A valid bid.
  struct Entry: Hashable {
    /// The price in minor units.
    let price: Int64
    /// Its lot number.
    let lot: UInt32
    /// The bidder, by its index among all vendors.
    let vendor: Int32
  }

  private(set) var stride = 0
  /// Valid bids of each lane.
  private(set) var counts: [Int] = []
  /// The valid bids, lane after lane.
  private(set) var entries: [Entry] = []

  /// Prices the bids and ranks those within the reserve price.
  ///
  /// - Parameters:
  ///   - bids: The bids.
  ///   - reserves: The reserve price of each lane in minor units; 0 where there is none.
  ///   - anchors: What the ratios are parts of in each lane; 0 where there is none.
  ///   - lanes: How many lanes there are.
  /// - Throws: `ArithmeticOverflow` when a price does not fit.
  mutating func rank(
    _ bids: BidLanes, reserves: [Int64], anchors: [Int64], lanes: Int
  ) throws(ArithmeticOverflow) {
    makeRoom(lanes: lanes, stride: bids.places)
    for lane in 0..<lanes {
      var count = 0
      let (reserve, anchor) = (reserves[lane], anchors[lane])
      if reserve > 0, anchor > 0 {
        let base = lane * stride
        for place in 0..<Int(bids.limits[lane]) {
          let index = place * lanes + lane
          let ratio = bids.ratio(at: index)
          guard ratio > 0 else { continue }
          guard let price = BidPrice.minorUnits(ratio: ratio, atReserve: anchor) else {
            throw ArithmeticOverflow("a bid")
          }
          guard price <= reserve else { continue }
          // Where it does not count who bids, equal bids are alike.
          let (lot, vendor) = bids.hasVendors ? (bids.lots[index], bids.vendors[index]) : (0, 0)
          insert(Entry(price: price, lot: lot, vendor: vendor), base, count)
          count += 1
        }
      }
      counts[lane] = count
    }
  }

  /// Puts an entry among those of a lane, which are in order.
  private mutating func insert(_ entry: Entry, _ base: Int, _ count: Int) {
    var place = base + count
    while place > base, entry < entries[place - 1] {
      entries[place] = entries[place - 1]
      place -= 1
    }
    entries[place] = entry
  }

  private mutating func makeRoom(lanes: Int, stride: Int) {
    self.stride = stride
    if counts.count < lanes { counts = Array(repeating: 0, count: lanes) }
    guard entries.count < lanes * stride else { return }
    entries = Array(repeating: Entry(price: 0, lot: 0, vendor: 0), count: lanes * stride)
  }
}

extension RankedLanes.Entry: Comparable {
  /// By price, then by lot, then by vendor.
  static func < (left: Self, right: Self) -> Bool {
    if left.price != right.price { return left.price < right.price }
    if left.lot != right.lot { return left.lot < right.lot }
    return left.vendor < right.vendor
  }
}
