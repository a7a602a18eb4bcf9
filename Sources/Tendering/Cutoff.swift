public import Policy
public import Quantities

/// How many of the valid bids are awarded: the first 90 %, rounded.
///
/// The share: slide 3. How it is rounded, what it is taken of and its lower bound are assumed;
/// precedent for half-up is Art. 7 of the economics ministry's rules for priority procurement of
/// innovative products (經濟部創新產品或服務優先採購辦法).
public struct Cutoff: Hashable, Sendable {
  /// n: what the share is taken of.
  public let baseCount: Int
  /// share × n, rounded.
  public let shareCount: Int
  /// k: the lowest bids that are awarded, before ties.
  public let count: Int

  /// Takes the share of the base, bounds it below by the minimum winners and above by the valid
  /// bids.
  ///
  /// - Parameters:
  ///   - validCount: Valid bids.
  ///   - submittedCount: All bids, disqualified and above-reserve ones too.
  ///   - policy: The share, its rounding and base, and the minimum winners.
  /// - Throws: `ArithmeticOverflow` when share × n has no exact representation.
  public init(
    validCount: Int, submittedCount: Int, policy: AwardPolicy
  ) throws(ArithmeticOverflow) {
    baseCount =
      switch policy.base {
      case .valid: validCount
      case .submitted: submittedCount
      }
    shareCount = try policy.cutoffShare.applied(to: baseCount, rounding: policy.rounding)
    count = min(max(shareCount, policy.minimumWinners), validCount)
  }
}
