extension Day {
  /// What a date should look like, for error messages.
  public static let expectedFormat = "a date such as 2026-03-31 or 115/03/31"
  /// Years that the ROC calendar lies behind: ROC year + 1911 = Gregorian year.
  public static let rocEpochYear = 1911

  /// Reads an ISO date `2026-03-31` or a ROC date `115/03/31`.
  ///
  /// - Throws: ``QuantityFormatError`` when the text is neither, or the calendar has no such day.
  public init(text: some StringProtocol) throws(QuantityFormatError) {
    let trimmed = Substring(text).trimmingSpaces()
    let isROC = trimmed.contains("/")
    let parts = trimmed.split(separator: isROC ? "/" : "-", omittingEmptySubsequences: false)
    let widths = isROC ? [2...3, 1...2, 1...2] : [4...4, 2...2, 2...2]
    guard parts.count == 3, zip(parts, widths).allSatisfy({ $1.contains($0.utf8.count) }) else {
      throw QuantityFormatError("is not a date", expected: Day.expectedFormat)
    }
    var numbers: [Int] = []
    for part in parts {
      guard part.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
        let number = Int(part)
      else { throw QuantityFormatError("is not a date", expected: Day.expectedFormat) }
      numbers.append(number)
    }
    let year = isROC ? numbers[0] + Day.rocEpochYear : numbers[0]
    // The ROC calendar has no year 0: its year 1 follows the year 1911.
    guard numbers[0] > 0, let day = Day(year: year, month: numbers[1], day: numbers[2]) else {
      throw QuantityFormatError("is a day that no calendar has", expected: Day.expectedFormat)
    }
    self = day
  }

  /// The date in ISO form: `2026-03-31`.
  public var isoText: String {
    let (year, month, day) = date
    return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }

  /// The date in the ROC calendar: `115/03/31`; the ISO form for years before the ROC.
  public var rocText: String {
    let (year, month, day) = date
    guard year > Day.rocEpochYear else { return isoText }
    return "\((year - Day.rocEpochYear).padded(to: 3))/\(month.padded(to: 2))/\(day.padded(to: 2))"
  }
}

extension Day: CustomStringConvertible {
  /// The date in ISO form.
  public var description: String { isoText }
}

extension Int {
  /// The number with leading zeros up to `width` digits.
  func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
