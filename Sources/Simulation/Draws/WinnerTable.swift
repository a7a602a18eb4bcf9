import CDrawKernels
import Policy
import Quantities
import Statistics
import Tendering

/// How many of the ranked bids win, for every number of bids: the rule of `Cutoff`, tabulated, with the
/// ties at the boundary.
struct WinnerTable: Hashable, Sendable {
  private let shareCounts: [Int32]
  /// The most valid bids that do not win, of so many bids or fewer.
  private let mostDropped: [Int]
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
    var counts: [Int32] = []
    for count in 0...max(0, mostBids) {
      counts.append(
        Int32(
          clamping: try Cutoff(validCount: count, submittedCount: count, policy: policy).shareCount)
      )
    }
    shareCounts = counts
    var most = 0
    mostDropped = counts.enumerated().map { count, winners in
      most = max(most, count - max(Int(winners), policy.minimumWinners))
      return most
    }
    minimumWinners = policy.minimumWinners
    base = policy.base
    tie = policy.tie
  }

  /// How many of the lowest bids of a lot win.
  ///
  /// Equal bids across the cutoff stand in the order of their lots, so under `rebid-then-lot` the
  /// lowest k are the winners.
  ///
  /// - Parameters:
  ///   - valid: The valid bids.
  ///   - submitted: All bids.
  ///   - price: The price of a valid bid by its rank, from 0 on.
  /// - Returns: How many of the valid bids are awarded, from the lowest on.
  /// - Complexity: O(ties).
  @inline(__always)
  func winners(valid: Int, submitted: Int, price: (Int) -> Int64) -> Int {
    let shareCount = Int(shareCounts[base == .valid ? valid : submitted])
    let cutoff = min(max(shareCount, minimumWinners), valid)
    guard tie != .rebidThenLot, cutoff > 0, cutoff < valid else { return cutoff }
    let last = price(cutoff - 1)
    guard price(cutoff) == last else { return cutoff }
    var end = cutoff
    if tie == .includeAll {
      while end < valid, price(end) == last { end += 1 }
    } else {
      while end > 0, price(end - 1) == last { end -= 1 }
    }
    return end
  }

  /// Whether awards hang on more than the prices of a few highest bids, so that bids have to be ranked.
  ///
  /// - Parameter bids: The most bids of a lane.
  /// - Returns: Whether bids have to be ranked.
  func needsRanks(ofBids bids: Int) -> Bool {
    tie != .rebidThenLot || mostDropped[bids] > AWARDSIM_DROPPED
  }

  /// How many of the lowest bids win in each lane, and what they come to in NT$.
  ///
  /// - Parameters:
  ///   - lots: The bids, ranked where that is needed.
  ///   - submitted: All bids of each lane.
  ///   - matchesLowest: Whether all contracts have the lowest price.
  ///   - winners: Room for how many win.
  ///   - awarded: Room for what they come to, below 2³⁸.
  func award(
    _ lots: LotLanes, submitted: [Int32], matchesLowest: Bool, winners: inout [Int32],
    awarded: inout [Int64]
  ) {
    winners.makeRoom(lots.lanes)
    awarded.makeRoom(lots.lanes)
    let rule: Int32 =
      switch tie {
      case .rebidThenLot: 0
      case .includeAll: 1
      case .excludeAll: 2
      }
    unsafe awardsim_count_winners(
      lots.counts, base == .valid ? lots.counts : submitted, shareCounts,
      Int32(clamping: minimumWinners), rule, lots.prices, lots.lanes, &winners)
    guard lots.isRanked else {
      unsafe awardsim_sum_lowest(
        lots.prices, lots.counts, winners, lots.lanes, lots.places,
        Int32(truncatingIfNeeded: mostDropped[lots.places]), &awarded)
      return
    }
    unsafe awardsim_sum_winners(
      lots.prices, winners, lots.lanes, lots.places, matchesLowest ? 1 : 0, &awarded)
  }
}
