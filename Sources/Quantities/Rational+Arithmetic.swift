// Every operator throws when its exact result does not fit: `try a + b`.

extension Rational {
  /// The exact sum.
  ///
  /// - Throws: ``ArithmeticOverflow`` when it does not fit.
  public static func + (left: Rational, right: Rational) throws(ArithmeticOverflow) -> Rational {
    try combine(left, right, "a sum") { $0.addingReportingOverflow($1) }
  }

  /// The exact difference.
  ///
  /// - Throws: ``ArithmeticOverflow`` when it does not fit.
  public static func - (left: Rational, right: Rational) throws(ArithmeticOverflow) -> Rational {
    try combine(left, right, "a difference") { $0.subtractingReportingOverflow($1) }
  }

  /// The exact product.
  ///
  /// - Throws: ``ArithmeticOverflow`` when it does not fit.
  public static func * (left: Rational, right: Rational) throws(ArithmeticOverflow) -> Rational {
    // Crosswise reduction first, so that the intermediate products stay as small as the result.
    let first = try Rational(left.numerator, over: right.denominator)
    let second = try Rational(right.numerator, over: left.denominator)
    return try Rational(
      product(first.numerator, second.numerator),
      over: product(first.denominator, second.denominator))
  }

  /// The exact quotient.
  ///
  /// - Throws: ``ArithmeticOverflow`` when it does not fit or the divisor is zero.
  public static func / (left: Rational, right: Rational) throws(ArithmeticOverflow) -> Rational {
    guard right.numerator != 0 else { throw ArithmeticOverflow("a division by zero") }
    return try left * Rational(right.denominator, over: right.numerator)
  }

  private static func combine(
    _ left: Rational, _ right: Rational, _ name: String,
    _ operation: (Int128, Int128) -> (partialValue: Int128, overflow: Bool)
  ) throws(ArithmeticOverflow) -> Rational {
    if left.denominator == right.denominator {
      let (value, overflow) = operation(left.numerator, right.numerator)
      guard !overflow else { throw ArithmeticOverflow(name) }
      return try Rational(value, over: left.denominator)
    }
    let shared = try Rational(left.denominator, over: right.denominator)
    let (value, overflow) = operation(
      try product(left.numerator, shared.denominator),
      try product(right.numerator, shared.numerator))
    guard !overflow else { throw ArithmeticOverflow(name) }
    return try Rational(value, over: product(left.denominator, shared.denominator))
  }

  private static func product(_ left: Int128, _ right: Int128) throws(ArithmeticOverflow) -> Int128
  {
    let (value, overflow) = left.multipliedReportingOverflow(by: right)
    guard !overflow else { throw ArithmeticOverflow("a product") }
    return value
  }
}

extension Rational {
  /// The whole number that `rounding` makes of the fraction.
  ///
  /// Exact at every size: half-up compares the remainder with what is left to the divisor, so nothing
  /// is doubled that could overflow.
  public func rounded(_ rounding: Rounding) -> Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    guard remainder != 0 else { return quotient }
    let isNegative = numerator < 0
    switch rounding {
    case .floor: return isNegative ? quotient - 1 : quotient
    case .ceiling: return isNegative ? quotient : quotient + 1
    case .halfUp:
      let part = isNegative ? -remainder : remainder
      guard part >= denominator - part else { return quotient }
      return isNegative ? quotient - 1 : quotient + 1
    }
  }

  /// The median of some fractions: the middle one, or the exact mean of the two in the middle.
  ///
  /// - Parameter sorted: The fractions in ascending order.
  /// - Returns: `nil` when there is none.
  /// - Throws: ``ArithmeticOverflow`` when the mean does not fit.
  public static func median(
    ofSorted sorted: some RandomAccessCollection<Rational>
  ) throws(ArithmeticOverflow) -> Rational? {
    guard !sorted.isEmpty else { return nil }
    let upper = sorted[sorted.index(sorted.startIndex, offsetBy: sorted.count / 2)]
    guard sorted.count.isMultiple(of: 2) else { return upper }
    let lower = sorted[sorted.index(sorted.startIndex, offsetBy: sorted.count / 2 - 1)]
    return try (lower + upper) / Rational(2)
  }
}
