/// A number that is not negative, of far wider range than a double: for probabilities whose ratios
/// matter although they are themselves too small to be told from 0.
///
/// Only basic IEEE operations and powers of two are used, so every machine has the same bits; the
/// logarithm alone is a function of the library.
public struct ScaledReal: Hashable, Sendable {
  /// 0, or from 0.5 to below 1.
  public let significand: Double
  /// The power of two that the significand is multiplied by; 0 for zero.
  public let exponent: Int

  /// Nothing.
  public static let zero = ScaledReal(0)

  /// Creates significand × 2^exponent; a significand that is no finite number above 0 counts as 0.
  public init(significand: Double, exponent: Int) {
    guard significand > 0, significand.isFinite else {
      (self.significand, self.exponent) = (0, 0)
      return
    }
    self.significand = significand.significand / 2
    self.exponent = exponent + Int(significand.exponent) + 1
  }

  /// Creates a number from a double; one that is no finite number above 0 counts as 0.
  public init(_ value: Double) { self.init(significand: value, exponent: 0) }

  /// Whether the number is 0.
  public var isZero: Bool { significand == 0 }

  /// The nearest double; 0 where the number is below the smallest one.
  public var value: Double {
    // Clamping keeps within what the initialiser takes; what is cut off is 0 or infinite anyway.
    Double(sign: .plus, exponent: min(max(exponent, -1_200), 1_200), significand: significand)
  }

  /// The sum, rounded once.
  public static func + (left: ScaledReal, right: ScaledReal) -> ScaledReal {
    if left.isZero { return right }
    if right.isZero { return left }
    let (large, small) = left.exponent >= right.exponent ? (left, right) : (right, left)
    let shifted = ScaledReal(
      significand: small.significand, exponent: small.exponent - large.exponent)
    return ScaledReal(significand: large.significand + shifted.value, exponent: large.exponent)
  }

  /// The product, rounded once.
  public static func * (left: ScaledReal, right: ScaledReal) -> ScaledReal {
    ScaledReal(
      significand: left.significand * right.significand, exponent: left.exponent + right.exponent)
  }

  /// The quotient as a double; `nil` where the divisor is 0.
  public func ratio(to divisor: ScaledReal) -> Double? {
    guard !divisor.isZero else { return nil }
    return ScaledReal(
      significand: significand / divisor.significand, exponent: exponent - divisor.exponent
    ).value
  }

  /// The natural logarithm.
  ///
  /// - Returns: A finite number.
  /// - Throws: ``NumericalError/domain`` for 0.
  public func logarithm() throws(NumericalError) -> Double {
    try SpecialFunction.log(significand) + Double(exponent) * 0.693_147_180_559_945_3
  }
}
