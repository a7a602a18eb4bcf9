import Policy
import Quantities
import Tendering

/// How many of the ranked bids win, for every number of bids: the rule of `Cutoff`, tabulated, with the
/// ties at the boundary.
struct WinnerTable: Hashable, Sendable {
  private let shareCounts: [Int]
  private let minimumWinners: Int
  private let base: CutoffBase
  private let tie: TieRule

  /// Tabulates the rule.
  ///
  /// - Parameters:
  ///   - policy: The rule.
  ///   - mostBids: The most bids for an item.
  /// - Throws: `ArithmeticOverflow` when a share of a count has no exact representation.
  init(_ policy: AwardPolicy, mostBids: Int) throws(ArithmeticOverflow) {
    var counts: [Int] = []
    for count in 0...max(0, mostBids) {
      counts.append(
        try Cutoff(validCount: count, submittedCount: count, policy: policy).shareCount)
    }
    shareCounts = counts
    minimumWinners = policy.minimumWinners
    base = policy.base
    tie = policy.tie
  }

  /// How many of the lowest bids of a lane win.
  ///
  /// Equal bids across the cutoff stand in the order of their lots, so under `rebid-then-lot` the
  /// lowest k are the winners.
  ///
  /// - Complexity: O(ties).
  func winners(in ranked: RankedLanes, lane: Int, submitted: Int) -> Int {
    let valid = ranked.counts[lane]
    let shareCount = shareCounts[base == .valid ? valid : submitted]
    let cutoff = min(max(shareCount, minimumWinners), valid)
    guard tie != .rebidThenLot, cutoff > 0, cutoff < valid else { return cutoff }
    let first = lane * ranked.stride
    let price = ranked.entries[first + cutoff - 1].price
    guard ranked.entries[first + cutoff].price == price else { return cutoff }
    var end = cutoff
    if tie == .includeAll {
      while end < valid, ranked.entries[first + end].price == price { end += 1 }
    } else {
      while end > 0, ranked.entries[first + end - 1].price == price { end -= 1 }
    }
    return end
  }
}
