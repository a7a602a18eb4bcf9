extension Money {
  /// What an amount should look like, for error messages.
  public static let expectedFormat = "an amount such as 1234.50, with at most two decimals"

  /// Reads an amount: `1234`, `1234.5`, `1,234.50`, `NT$1,234` or `$1,234`, with spaces around it.
  ///
  /// - Throws: ``QuantityFormatError`` when the text is none of these, has more than two decimals or
  ///   is beyond ``largestInput``.
  public init(text: some StringProtocol) throws(QuantityFormatError) {
    var rest = Substring(text).trimmingSpaces()
    for prefix in ["NT$", "$"] where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count).trimmingSpaces()
      break
    }
    let decimal = try DecimalText(rest, expected: Money.expectedFormat, allowsThousands: true)
    guard decimal.fractionDigitCount <= 2 else {
      throw QuantityFormatError("has more than two decimals", expected: Money.expectedFormat)
    }
    let scale = DecimalText.powerOfTen(2 - decimal.fractionDigitCount)
    let (value, overflow) = decimal.digits.multipliedReportingOverflow(by: scale)
    guard !overflow, value.magnitude <= Money.largestInput.minorUnits.magnitude else {
      throw QuantityFormatError(
        "is too large", expected: "an amount of at most \(Money.largestInput.decimalText)")
    }
    minorUnits = value
  }

  /// The amount as a plain decimal without separators: `1234` when whole, otherwise `1234.50`.
  public var decimalText: String {
    let (units, cents) = minorUnits.magnitude.quotientAndRemainder(
      dividingBy: UInt64(Money.minorUnitsPerUnit))
    let sign = minorUnits < 0 ? "-" : ""
    guard cents != 0 else { return "\(sign)\(units)" }
    return "\(sign)\(units)." + (cents < 10 ? "0\(cents)" : "\(cents)")
  }
}

extension Substring {
  /// The text without spaces and tabs at either end.
  func trimmingSpaces() -> Substring {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\u{3000}" }
    var rest = self
    while let first = rest.first, isSpace(first) { rest.removeFirst() }
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return rest
  }
}
