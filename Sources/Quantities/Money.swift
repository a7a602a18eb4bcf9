/// An amount of money as a whole number of minor units (cents; 100 make NT$1).
///
/// Every operation is exact and checked: what does not fit throws ``ArithmeticOverflow``. There is
/// no product of two amounts, because it would mean nothing.
public struct Money: Hashable, Sendable {
  /// The amount in minor units.
  public let minorUnits: Int64

  /// Minor units in one unit of the currency.
  public static let minorUnitsPerUnit: Int64 = 100
  /// No money.
  public static let zero = Money(minorUnits: 0)
  /// The largest amount that an input may state: 9,999,999,999,999.99.
  public static let largestInput = Money(minorUnits: 999_999_999_999_999)

  /// Creates an amount from minor units.
  public init(minorUnits: Int64) {
    self.minorUnits = minorUnits
  }

  /// Creates an amount from whole units of the currency.
  ///
  /// - Throws: ``ArithmeticOverflow`` when it does not fit.
  public init(units: Int64) throws(ArithmeticOverflow) {
    let (value, overflow) = units.multipliedReportingOverflow(by: Money.minorUnitsPerUnit)
    guard !overflow else { throw ArithmeticOverflow("an amount") }
    minorUnits = value
  }

  /// Rounds an exact number of minor units to a whole multiple of `unit`.
  ///
  /// This is the one place where a fraction becomes money. A reserve price comes here with `.floor`
  /// and a unit of NT$1, a fee with `.halfUp` and a unit of NT$1.
  ///
  /// - Parameters:
  ///   - exact: The amount in minor units.
  ///   - rounding: The direction.
  ///   - unit: What the result is a multiple of; more than zero.
  /// - Throws: ``ArithmeticOverflow`` when the result does not fit.
  public init(
    rounding exact: Rational, _ rounding: Rounding, toMultipleOf unit: Money
  ) throws(ArithmeticOverflow) {
    let multiples = try (exact / Rational(unit.minorUnits)).rounded(rounding)
    let (product, overflow) = multiples.multipliedReportingOverflow(by: Int128(unit.minorUnits))
    guard !overflow, let value = Int64(exactly: product) else {
      throw ArithmeticOverflow("a rounded amount")
    }
    minorUnits = value
  }

  /// The amount as an exact number of minor units.
  public var exact: Rational { Rational(minorUnits) }
}

extension Money: Comparable {
  /// Whether the left amount is the smaller one.
  public static func < (left: Money, right: Money) -> Bool { left.minorUnits < right.minorUnits }
}

extension Money {
  /// The sum.
  ///
  /// - Throws: ``ArithmeticOverflow`` when it does not fit.
  public static func + (left: Money, right: Money) throws(ArithmeticOverflow) -> Money {
    let (value, overflow) = left.minorUnits.addingReportingOverflow(right.minorUnits)
    guard !overflow else { throw ArithmeticOverflow("a sum of amounts") }
    return Money(minorUnits: value)
  }

  /// The difference.
  ///
  /// - Throws: ``ArithmeticOverflow`` when it does not fit.
  public static func - (left: Money, right: Money) throws(ArithmeticOverflow) -> Money {
    let (value, overflow) = left.minorUnits.subtractingReportingOverflow(right.minorUnits)
    guard !overflow else { throw ArithmeticOverflow("a difference of amounts") }
    return Money(minorUnits: value)
  }

  /// The amount taken `count` times.
  ///
  /// - Throws: ``ArithmeticOverflow`` when it does not fit.
  public static func * (left: Money, count: Int64) throws(ArithmeticOverflow) -> Money {
    let (value, overflow) = left.minorUnits.multipliedReportingOverflow(by: count)
    guard !overflow else { throw ArithmeticOverflow("a multiple of an amount") }
    return Money(minorUnits: value)
  }
}

extension Sequence<Money> {
  /// The sum of all amounts.
  ///
  /// - Throws: ``ArithmeticOverflow`` when it does not fit.
  public func total() throws(ArithmeticOverflow) -> Money {
    var sum = Money.zero
    for amount in self { sum = try sum + amount }
    return sum
  }
}
