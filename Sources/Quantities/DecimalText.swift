/// The digits of a decimal number as text: no exponent, no sign but a leading minus.
///
/// The one place where decimal text becomes digits. Amounts, rates and shares are all read through
/// it, so none of them passes through binary floating point.
struct DecimalText {
  /// All digits as one integer, signed.
  let digits: Int64
  /// How many of the digits stand behind the point.
  let fractionDigitCount: Int

  /// Reads `1234`, `-12.5` or `.5`, and with `allowsThousands` `1,234.50`.
  ///
  /// - Throws: ``QuantityFormatError`` for anything else, and for more than 18 digits.
  init(
    _ text: Substring, expected: String, allowsThousands: Bool
  ) throws(QuantityFormatError) {
    var rest = text.utf8[...]
    guard !rest.isEmpty else { throw QuantityFormatError("is empty", expected: expected) }
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }

    var digits: Int64 = 0
    var digitCount = 0
    var fractionStart: Int?
    var groupLength: Int?
    for byte in rest {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digitCount += 1
        guard digitCount <= 18 else {
          throw QuantityFormatError("has more than 18 digits", expected: expected)
        }
        digits = digits * 10 + Int64(byte - UInt8(ascii: "0"))
        if fractionStart == nil { groupLength = groupLength.map { $0 + 1 } }
      case UInt8(ascii: ".") where fractionStart == nil:
        guard groupLength ?? 3 == 3 else {
          throw QuantityFormatError("has a misplaced thousands comma", expected: expected)
        }
        groupLength = nil
        fractionStart = digitCount
      case UInt8(ascii: ",") where allowsThousands && fractionStart == nil:
        let isFirst = groupLength == nil
        guard isFirst ? (1...3).contains(digitCount) : groupLength == 3 else {
          throw QuantityFormatError("has a misplaced thousands comma", expected: expected)
        }
        groupLength = 0
      default:
        throw QuantityFormatError("is not a number", expected: expected)
      }
    }
    guard groupLength ?? 3 == 3 else {
      throw QuantityFormatError("has a misplaced thousands comma", expected: expected)
    }
    guard digitCount > 0, fractionStart != digitCount else {
      throw QuantityFormatError("is not a number", expected: expected)
    }
    self.digits = isNegative ? -digits : digits
    fractionDigitCount = fractionStart.map { digitCount - $0 } ?? 0
  }

  /// 10 to the given power; `exponent` is at most 18.
  static func powerOfTen(_ exponent: Int) -> Int64 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}

extension Rational {
  /// Reads a plain decimal number such as `0.6745`, exactly.
  ///
  /// - Throws: ``QuantityFormatError`` when the text is not a decimal number of at most 18 digits.
  public init(decimal text: some StringProtocol) throws(QuantityFormatError) {
    let expected = "a decimal number such as 0.9"
    let decimal = try DecimalText(Substring(text), expected: expected, allowsThousands: false)
    let scale = DecimalText.powerOfTen(decimal.fractionDigitCount)
    do {
      try self.init(Int128(decimal.digits), over: Int128(scale))
    } catch {
      throw QuantityFormatError("is too large", expected: expected)
    }
  }

  /// The fraction as a plain decimal number, such as `0.011` or `1234.5`.
  ///
  /// Exact where the decimal expansion ends within `fractionDigitLimit` digits; otherwise rounded
  /// half-up to that many.
  ///
  /// - Parameter fractionDigitLimit: Not negative.
  /// - Returns: A plain decimal without trailing zeros.
  public func decimalText(fractionDigitLimit: Int = 12) -> String {
    var whole = magnitude.numerator / denominator
    var remainder = UInt128(magnitude.numerator % denominator)
    let divisor = UInt128(denominator)
    var fraction: [UInt8] = []
    while remainder != 0, fraction.count < fractionDigitLimit {
      // remainder < divisor < 2^127; ten times it is taken in full width so that nothing overflows.
      let wide = remainder.multipliedFullWidth(by: 10)
      let (digit, rest) = divisor.dividingFullWidth(wide)
      fraction.append(UInt8(digit))
      remainder = rest
    }
    if remainder != 0, remainder >= divisor - remainder {
      var index = fraction.count - 1
      while index >= 0, fraction[index] == 9 {
        fraction[index] = 0
        index -= 1
      }
      if index >= 0 { fraction[index] += 1 } else { whole += 1 }
    }
    while fraction.last == 0 { fraction.removeLast() }
    let digits = String(decoding: fraction.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    let isNegative = numerator < 0 && (whole != 0 || !fraction.isEmpty)
    return (isNegative ? "-" : "") + "\(whole)" + (fraction.isEmpty ? "" : "." + digits)
  }
}
