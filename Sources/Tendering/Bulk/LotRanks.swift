/// The ranks of one item's valid bids, in input order, for lots of any size: the prices are sorted.
struct LotRanks {
  private var ranks: [Int32] = []

  /// The number of valid bids.
  var count: Int { ranks.count }

  /// Ranks the bids whose price is above zero and not above the reserve.
  init(_ prices: Span<Int64>, reservePrice: Int64) {
    var valid: [Int64] = []
    for index in prices.indices where prices[index] > 0 && prices[index] <= reservePrice {
      valid.append(prices[index])
    }
    let order = valid.indices.sorted { valid[$0] < valid[$1] }
    ranks = [Int32](repeating: 1, count: valid.count)
    var rank: Int32 = 1
    for place in order.indices.dropFirst() {
      if valid[order[place]] != valid[order[place - 1]] {
        rank = Int32(truncatingIfNeeded: place + 1)
      }
      ranks[order[place]] = rank
    }
  }

  /// The rank of a valid bid: 1 plus the number of strictly lower ones.
  subscript(place: Int) -> Int32 { ranks[place] }

  /// The bids whose rank is within the cutoff: how many, and the highest rank.
  func covered(by cutoffCount: Int32) -> (count: Int, lastRank: Int32) {
    var covered: (count: Int, lastRank: Int32) = (0, 0)
    for rank in ranks where rank <= cutoffCount {
      covered.count += 1
      covered.lastRank = max(covered.lastRank, rank)
    }
    return covered
  }
}
