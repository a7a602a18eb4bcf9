import Policy
import Quantities

/// A fee rule for whole NT$ amounts in small whole numbers: the same fee as ``FeeFormula``, for loops
/// that charge several orders at a time.
public struct FeeLadder: Hashable, Sendable {
  /// Numbers before the division stay below this one.
  private static let limit: Int64 = 1 << 50

  /// The amounts from which each tier holds, in NT$, the first one 0.
  public let bounds: [Int64]
  /// What each tier multiplies an amount by, below 2³¹.
  public let factors: [Int64]
  /// What each tier adds: its fee is (constant + factor · amount) / ``divisor``, rounded down.
  public let constants: [Int64]
  /// One divisor of all tiers, from 2 to below 2³¹.
  public let divisor: UInt32
  /// No fee is higher, in NT$.
  public let cap: Int64
  /// The largest amount that fees are right for, in NT$.
  public let largestAmount: Int64

  /// Takes a formula over, where it can.
  ///
  /// It is `nil` where tiers follow quantities, do not start at 0, or have numbers that are not small,
  /// and for a cap that is not whole NT$.
  ///
  /// - Parameter formula: The formula.
  public init?(_ formula: FeeFormula) {
    let policy = formula.rule.policy
    let unit = FeeRule.unit.minorUnits
    guard formula.measure == .amount, policy.tierBy == .amount,
      formula.tiers.first?.lowerBoundHundredths == 0,
      policy.cap.map({ $0.minorUnits % unit == 0 }) ?? true
    else { return nil }
    var shared: Int128 = 2
    for tier in formula.tiers {
      // Twice the denominators, so that half of the divisor is whole.
      guard 1..<Int128(FeeLadder.limit) / 2 ~= tier.denominator else { return nil }
      let own = tier.denominator * 2
      shared = shared / FeeLadder.commonDivisor(shared, own) * own
      guard shared < 1 << 31 else { return nil }
    }
    var (factors, constants): ([Int64], [Int64]) = ([], [])
    var largest = FeeLadder.limit
    for tier in formula.tiers {
      let scale = shared / tier.denominator
      // A constant is in minor units, a factor is for both in the same unit.
      let (constant, overflow) = tier.constant.multipliedReportingOverflow(by: scale)
      let (factor, factorOverflow) = tier.factor.multipliedReportingOverflow(by: scale)
      guard !overflow, !factorOverflow, constant % Int128(unit) == 0,
        0..<1 << 31 ~= factor, 0..<Int128(FeeLadder.limit) / 2 ~= constant / Int128(unit)
      else { return nil }
      let whole = Int64(constant / Int128(unit))
      constants.append(whole + FeeLadder.lift(Int64(shared), policy.rounding))
      factors.append(Int64(factor))
      largest = min(largest, FeeLadder.limit / 4 / max(1, Int64(factor)))
    }
    bounds = formula.tiers.map { tier in
      let bound = tier.lowerBoundHundredths
      return bound / unit + (bound % unit > 0 ? 1 : 0)
    }
    (self.factors, self.constants) = (factors, constants)
    divisor = UInt32(shared)
    cap = policy.cap.map { $0.minorUnits / unit } ?? .max
    largestAmount = largest
  }

  /// The fee of an amount.
  ///
  /// - Parameter amount: From 0 to ``largestAmount``, in NT$.
  /// - Returns: The fee in NT$.
  /// - Complexity: O(tiers).
  public func fee(of amount: Int64) -> Int64 {
    let tier = (bounds.lastIndex { $0 <= amount }) ?? 0
    return min(cap, (constants[tier] + factors[tier] * amount) / Int64(divisor))
  }

  /// What rounding down needs beforehand to round as stated.
  private static func lift(_ divisor: Int64, _ rounding: Rounding) -> Int64 {
    switch rounding {
    case .floor: 0
    case .ceiling: divisor - 1
    case .halfUp: divisor / 2
    }
  }

  private static func commonDivisor(_ left: Int128, _ right: Int128) -> Int128 {
    var (large, small) = (left, right)
    while small > 0 { (large, small) = (small, large % small) }
    return large
  }
}
