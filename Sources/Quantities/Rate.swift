/// An exact rate, such as a service fee of 1.1 % or a tax of 5 %; never negative.
///
/// A rate multiplies an amount: `money * rate` is an exact number of minor units, which only a
/// ``Rounding`` turns back into money.
public struct Rate: Hashable, Sendable {
  /// The rate as a fraction: 11/1000 for 1.1 %.
  public let value: Rational

  /// A rate of nothing.
  public static let zero = Rate(unchecked: .zero)

  /// Creates a rate from a fraction.
  ///
  /// - Returns: `nil` when the fraction is negative.
  public init?(_ value: Rational) {
    guard value >= .zero else { return nil }
    self.value = value
  }

  private init(unchecked value: Rational) {
    self.value = value
  }

  /// Reads `0.011` or `1.1%`, exactly.
  ///
  /// - Throws: ``QuantityFormatError`` when the text is neither, or negative.
  public init(text: some StringProtocol) throws(QuantityFormatError) {
    let value = try Rational(decimalOrPercent: text, expected: "a rate such as 0.011 or 1.1%")
    guard value >= .zero else {
      throw QuantityFormatError("is negative", expected: "a rate such as 0.011 or 1.1%")
    }
    self.value = value
  }

  /// The exact product in minor units.
  ///
  /// - Throws: ``ArithmeticOverflow`` when it does not fit.
  public static func * (money: Money, rate: Rate) throws(ArithmeticOverflow) -> Rational {
    try money.exact * rate.value
  }

  /// The rate as a decimal, such as `0.011`.
  public var decimalText: String { value.readableText }
}

extension Rate: Comparable {
  /// Whether the left rate is the lower one.
  public static func < (left: Rate, right: Rate) -> Bool { left.value < right.value }
}

/// An exact part of a whole, from 0 to 1: the cutoff share of 0.9, a quantile of 0.5.
public struct Share: Hashable, Sendable {
  /// The share as a fraction: 9/10 for 90 %.
  public let value: Rational

  /// No part of anything.
  public static let zero = Share(unchecked: .zero)

  private init(unchecked value: Rational) {
    self.value = value
  }

  /// Creates a share from a fraction.
  ///
  /// - Returns: `nil` when the fraction lies outside 0...1.
  public init?(_ value: Rational) {
    guard value >= .zero, value <= .one else { return nil }
    self.value = value
  }

  /// Reads `0.9` or `90%`, exactly.
  ///
  /// - Throws: ``QuantityFormatError`` when the text is neither, or outside 0...1.
  public init(text: some StringProtocol) throws(QuantityFormatError) {
    let expected = "a share from 0 to 1 such as 0.9 or 90%"
    let value = try Rational(decimalOrPercent: text, expected: expected)
    guard let share = Share(value) else {
      throw QuantityFormatError("is outside 0 to 1", expected: expected)
    }
    self = share
  }

  /// The share of a whole number of things, rounded: `0.9` of 5 bidders is 5 half-up, 4 floored.
  ///
  /// - Parameters:
  ///   - count: Not negative.
  ///   - rounding: The direction.
  /// - Returns: A whole number from 0 to `count`.
  /// - Throws: ``ArithmeticOverflow`` when it does not fit.
  public func applied(to count: Int, rounding: Rounding) throws(ArithmeticOverflow) -> Int {
    let exact = try value * Rational(Int64(count))
    guard let whole = Int(exactly: exact.rounded(rounding)) else {
      throw ArithmeticOverflow("a share of a count")
    }
    return whole
  }

  /// The share as a decimal, such as `0.9`.
  public var decimalText: String { value.readableText }
}

extension Rational {
  /// Every digit of what a rate or share can be read from; other fractions are rounded.
  fileprivate var readableText: String {
    // 18 digits and two places for the per cent sign.
    let digitCount = 20
    let scale = Int128(100_000_000_000_000_000_000)
    return scale.isMultiple(of: denominator)
      ? decimalText(fractionDigitLimit: digitCount) : decimalText()
  }

  fileprivate init(
    decimalOrPercent text: some StringProtocol, expected: String
  ) throws(QuantityFormatError) {
    let trimmed = Substring(text).trimmingSpaces()
    let isPercent = trimmed.last == "%"
    let number = isPercent ? trimmed.dropLast().trimmingSpaces() : trimmed
    let decimal = try DecimalText(number, expected: expected, allowsThousands: false)
    let scale = Int128(DecimalText.powerOfTen(decimal.fractionDigitCount)) * (isPercent ? 100 : 1)
    do {
      try self.init(Int128(decimal.digits), over: scale)
    } catch {
      throw QuantityFormatError("is too large", expected: expected)
    }
  }
}
