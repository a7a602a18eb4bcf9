/// An exact fraction in lowest terms, with a positive denominator.
///
/// Prices stay fractions from the first normalising factor to the one final rounding, so half a cent
/// stays half a cent. Numerator and denominator are 128 bits wide; an operation whose exact result
/// does not fit throws ``ArithmeticOverflow``. Comparison is exact and never throws.
public struct Rational: Hashable, Sendable {
  /// The numerator; it carries the sign.
  public let numerator: Int128
  /// The denominator, always positive and coprime to the numerator.
  public let denominator: Int128

  /// The fraction 0.
  public static let zero = Rational(0)
  /// The fraction 1.
  public static let one = Rational(1)

  /// Creates a whole number.
  public init(_ whole: Int64) {
    numerator = Int128(whole)
    denominator = 1
  }

  /// Creates the fraction `numerator / denominator` in lowest terms.
  ///
  /// - Throws: ``ArithmeticOverflow`` when the denominator is zero or a part does not fit.
  public init(_ numerator: Int128, over denominator: Int128) throws(ArithmeticOverflow) {
    guard denominator != 0, numerator != .min, denominator != .min else {
      throw ArithmeticOverflow("a fraction")
    }
    let sign: Int128 = denominator < 0 ? -1 : 1
    let divisor = Rational.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    self.numerator = sign * numerator / Int128(divisor)
    self.denominator = sign * denominator / Int128(divisor)
  }

  /// Creates a fraction that the caller knows to be in lowest terms.
  private init(lowest numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Whether the fraction is a whole number.
  public var isWhole: Bool { denominator == 1 }

  /// The fraction without its sign.
  public var magnitude: Rational {
    Rational(lowest: numerator < 0 ? -numerator : numerator, denominator)
  }

  /// Greatest common divisor; `gcd(0, n)` is `n`.
  ///
  /// - Complexity: O(log n) divisions, in 64 bits as soon as both numbers fit.
  private static func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
    if second == 1 || first == 1 { return 1 }
    var (a, b) = (first, second)
    while b != 0 {
      if a <= UInt128(UInt64.max), b <= UInt128(UInt64.max) {
        return UInt128(narrowDivisor(UInt64(a), UInt64(b)))
      }
      (a, b) = (b, a % b)
    }
    return a
  }

  private static func narrowDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var (a, b) = (first, second)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}

extension Rational: Comparable {
  /// Exact comparison by cross-multiplication in 256 bits.
  public static func < (left: Rational, right: Rational) -> Bool {
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    let first = left.numerator.multipliedFullWidth(by: right.denominator)
    let second = right.numerator.multipliedFullWidth(by: left.denominator)
    return first.high != second.high ? first.high < second.high : first.low < second.low
  }
}
