public import Policy
public import Quantities

/// One way to set the cutoff: a share of the bidders, and how it becomes a whole number.
public struct CutoffReading: Hashable, Sendable {
  /// The share of the bidders that is awarded.
  public let share: Share
  /// How share × bidders becomes a whole number.
  public let rounding: Rounding

  /// Creates a reading.
  public init(share: Share, rounding: Rounding) {
    self.share = share
    self.rounding = rounding
  }

  /// The reading that a policy takes.
  public init(of policy: AwardPolicy) {
    self.init(share: policy.cutoffShare, rounding: policy.rounding)
  }

  /// A policy with this reading in place of its own.
  public func applied(to policy: AwardPolicy) -> AwardPolicy {
    var changed = policy
    changed.cutoffShare = share
    changed.rounding = rounding
    return changed
  }

  /// The shares to compare: 100, 90, 80 and 70 %, and the policy's own where it is another.
  ///
  /// - Parameter policy: The policy in force.
  /// - Returns: The shares, the largest first.
  public static func shares(beside policy: AwardPolicy) -> [Share] {
    let usual = [10, 9, 8, 7].compactMap { tenths in
      (try? Rational(tenths, over: 10)).flatMap { Share($0) }
    }
    return Set(usual + [policy.cutoffShare]).sorted { $0.value > $1.value }
  }

  /// All readings to compare: the shares of ``shares(beside:)``, within them the roundings.
  ///
  /// - Parameter policy: The policy in force; its own reading is among the result.
  /// - Returns: At least twelve readings.
  public static func all(beside policy: AwardPolicy) -> [CutoffReading] {
    shares(beside: policy).flatMap { share in
      Rounding.allCases.map { CutoffReading(share: share, rounding: $0) }
    }
  }
}
