public import Policy
public import Quantities
import Tendering

/// How many of n valid bids win, and what one bid more would do.
///
/// The bid more is a padding bid at the reserve price. It ranks last and stands behind the others;
/// where it raises k it lets one more of them win, whether or not it wins itself. Under floor at 90 %
/// ten bids in place of nine make nine winners of eight.
public struct WinnerCount: Hashable, Sendable {
  /// n: the valid bids, all below the reserve price and no two alike.
  public let bidCount: Int
  /// The share and the rounding.
  public let reading: CutoffReading
  /// k(n).
  public let winnerCount: Int
  /// k(n + 1): with the padding bid.
  public let paddedCount: Int

  /// Whether somebody among the n loses.
  public var bites: Bool { winnerCount < bidCount }
  /// Winners among the n bids beside the padding bid.
  public var paddedWinnerCount: Int { min(paddedCount, bidCount) }
  /// How many more of the n bids the padding bid lets win.
  public var gainedCount: Int { paddedWinnerCount - winnerCount }
  /// Whether the padding bid wins itself.
  public var paddingWins: Bool { paddedCount > bidCount }

  /// Counts the winners by ``Cutoff``; all bids submitted are valid ones.
  ///
  /// - Parameters:
  ///   - bidCount: n, at least 0.
  ///   - reading: The share and the rounding.
  ///   - policy: The minimum winners and the base.
  /// - Throws: `ArithmeticOverflow` when share × n has no exact representation.
  public init(
    bidCount: Int, reading: CutoffReading, policy: AwardPolicy
  ) throws(ArithmeticOverflow) {
    let applied = reading.applied(to: policy)
    self.bidCount = bidCount
    self.reading = reading
    winnerCount = try Cutoff(validCount: bidCount, submittedCount: bidCount, policy: applied).count
    paddedCount = try Cutoff(
      validCount: bidCount + 1, submittedCount: bidCount + 1, policy: applied
    ).count
  }
}
