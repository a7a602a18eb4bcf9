public import Policy
public import Quantities

/// One way to read the cutoff where the rules leave it open: rounding, ties and base (all assumed).
public struct Reading: Hashable, Sendable {
  /// How the share becomes a whole number.
  public let rounding: Rounding
  /// What happens to equal bids across the cutoff.
  public let tie: TieRule
  /// Which bids the share is taken of.
  public let base: CutoffBase

  /// Creates a reading.
  public init(rounding: Rounding, tie: TieRule, base: CutoffBase) {
    self.rounding = rounding
    self.tie = tie
    self.base = base
  }

  /// The reading that a policy takes.
  public init(of policy: AwardPolicy) {
    self.init(rounding: policy.rounding, tie: policy.tie, base: policy.base)
  }

  /// All 18 readings: roundings, within them tie rules, within them bases, the defaults first.
  public static let all: [Reading] = Rounding.allCases.flatMap { rounding in
    TieRule.allCases.flatMap { tie in
      CutoffBase.allCases.map { Reading(rounding: rounding, tie: tie, base: $0) }
    }
  }

  /// A policy with this reading in place of its own.
  public func applied(to policy: AwardPolicy) -> AwardPolicy {
    var changed = policy
    changed.rounding = rounding
    changed.tie = tie
    changed.base = base
    return changed
  }

  /// The reading by the names that policy files use: `half-up / rebid-then-lot / valid`.
  public var text: String { "\(rounding.rawValue) / \(tie.rawValue) / \(base.rawValue)" }
}
