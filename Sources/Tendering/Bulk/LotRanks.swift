/// The ranks of one item's valid bids, in input order.
///
/// Small lots are ranked by comparing all with all, eight at a time and without a branch; large ones
/// are sorted.
struct LotRanks {
  private typealias Eight = SIMD8<Int32>

  /// The most valid bids that are compared all with all.
  static let smallCount = 48

  /// The number of valid bids.
  private(set) var count = 0
  private var isSmall = true
  /// How far each price of a small lot lies below the reserve; −1 behind the last.
  private var margins = InlineArray<6, Eight>(repeating: Eight(repeating: -1))
  private var small = InlineArray<6, Eight>(repeating: Eight(repeating: 0))
  private var large: [Int32] = []

  /// Ranks the bids whose price is above zero and not above the reserve.
  mutating func rank(_ prices: Span<Int64>, reservePrice: Int64) {
    isSmall = collect(prices, reservePrice)
    if isSmall { compareAll() } else { sortAll(prices, reservePrice) }
  }

  /// Collects the margins of a small lot.
  ///
  /// - Returns: Whether it is one, and no margin too wide.
  private mutating func collect(_ prices: Span<Int64>, _ reservePrice: Int64) -> Bool {
    count = 0
    for block in margins.indices { margins[block] = Eight(repeating: -1) }
    for index in prices.indices {
      let price = prices[index]
      guard price > 0, price <= reservePrice else { continue }
      let margin = reservePrice &- price
      guard count < LotRanks.smallCount, margin <= Int64(Int32.max) else { return false }
      margins[count >> 3][count & 7] = Int32(truncatingIfNeeded: margin)
      count += 1
    }
    return true
  }

  private mutating func compareAll() {
    let blockCount = (count + 7) >> 3
    for block in 0..<blockCount {
      let own = margins[block]
      var ranks = Eight(repeating: 1)
      for other in 0..<count {
        // A lower price has the wider margin.
        let isLower = Eight(repeating: margins[other >> 3][other & 7]) .> own
        ranks &+= Eight(repeating: 0).replacing(with: 1, where: isLower)
      }
      small[block] = ranks
    }
  }

  private mutating func sortAll(_ prices: Span<Int64>, _ reservePrice: Int64) {
    var valid: [Int64] = []
    for index in prices.indices where prices[index] > 0 && prices[index] <= reservePrice {
      valid.append(prices[index])
    }
    let order = valid.indices.sorted { valid[$0] < valid[$1] }
    count = valid.count
    large = [Int32](repeating: 1, count: count)
    var rank: Int32 = 1
    for place in order.indices.dropFirst() {
      if valid[order[place]] != valid[order[place - 1]] {
        rank = Int32(truncatingIfNeeded: place + 1)
      }
      large[order[place]] = rank
    }
  }

  /// The rank of a valid bid: 1 plus the number of strictly lower ones.
  subscript(place: Int) -> Int32 {
    isSmall ? small[place >> 3][place & 7] : large[place]
  }

  /// The bids whose rank is within the cutoff: how many, and the highest rank.
  func covered(by cutoffCount: Int32) -> (count: Int, lastRank: Int32) {
    var covered: (count: Int, lastRank: Int32) = (0, 0)
    for place in 0..<count where self[place] <= cutoffCount {
      covered.count += 1
      covered.lastRank = max(covered.lastRank, self[place])
    }
    return covered
  }
}
