/// A length of time by the calendar, such as a time limit that a contract sets.
public enum CalendarPeriod: Hashable, Sendable {
  /// Calendar days; at least one.
  case days(Int)
  /// Calendar months; at least one.
  case months(Int)

  /// What a period should look like, for error messages.
  public static let expectedFormat =
    "calendar days or months such as 14 days or 6 months, up to 36500 days or 1200 months"

  /// Reads a period such as `14 days`, `6 months` or `1 month`.
  ///
  /// - Throws: ``QuantityFormatError`` when the text is none.
  public init(text: some StringProtocol) throws(QuantityFormatError) {
    let words = text.split(separator: " ")
    guard words.count == 2, let number = Int(words[0]), words[0].utf8.first != UInt8(ascii: "+")
    else {
      throw QuantityFormatError("is not a period", expected: CalendarPeriod.expectedFormat)
    }
    switch words[1] {
    case "day", "days": self = .days(number)
    case "month", "months": self = .months(number)
    default: throw QuantityFormatError("is not a period", expected: CalendarPeriod.expectedFormat)
    }
    guard isWithinBounds else {
      throw QuantityFormatError("is out of bounds", expected: CalendarPeriod.expectedFormat)
    }
  }

  /// Whether the period is at least a day and at most a hundred years.
  public var isWithinBounds: Bool {
    switch self {
    case .days(let count): (1...36_500).contains(count)
    case .months(let count): (1...1_200).contains(count)
    }
  }

  /// The period as it is read: `14 days`.
  public var text: String {
    switch self {
    case .days(let count): count == 1 ? "1 day" : "\(count) days"
    case .months(let count): count == 1 ? "1 month" : "\(count) months"
    }
  }

  /// The last day of a period whose first day is given and counts.
  ///
  /// A period of months ends on the day before the one that corresponds to its first day, or, where the
  /// last month has no such day, at the end of that month (Civil Code, Art. 121).
  ///
  /// - Returns: `nil` outside the years 1 to 9999.
  public func lastDay(from first: Day) -> Day? {
    switch self {
    case .days(let count):
      let last = first + (count - 1)
      return last.isWithinCalendar ? last : nil
    case .months(let count):
      guard let corresponding = first.adding(months: count) else { return nil }
      return corresponding.date.day == first.date.day ? corresponding + -1 : corresponding
    }
  }
}

extension CalendarPeriod: CustomStringConvertible {
  /// The period as it is read.
  public var description: String { text }
}
