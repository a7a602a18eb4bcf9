/// A calendar month, such as March 2026.
public struct Month: Hashable, Sendable {
  /// Months since January of the year 0.
  private let index: Int32

  /// Creates a month; `number` is 1 for January, and beyond 12 it runs into the next year.
  public init(year: Int, number: Int) {
    self.init(index: Int128(year) * 12 + Int128(number) - 1)
  }

  private init(index: Int128) {
    self.index = Int32(clamping: index)
  }

  /// The Gregorian year; in Taiwan also the fiscal year.
  public var year: Int { (Int(index) - (number - 1)) / 12 }
  /// The month of the year, 1 to 12.
  public var number: Int { (Int(index) % 12 + 12) % 12 + 1 }

  /// Reads `2026-03` or `115/03`.
  ///
  /// - Throws: ``QuantityFormatError`` when the text is neither.
  public init(text: some StringProtocol) throws(QuantityFormatError) {
    let expected = "a month such as 2026-03 or 115/03"
    let trimmed = Substring(text).trimmingSpaces()
    let suffix = trimmed.contains("/") ? "/01" : "-01"
    do {
      self = try Day(text: trimmed + suffix).month
    } catch {
      throw QuantityFormatError("is not a month", expected: expected)
    }
  }

  /// The month in ISO form: `2026-03`.
  public var isoText: String { "\(year.padded(to: 4))-\(number.padded(to: 2))" }

  /// The first day of the month.
  public var firstDay: Day? { Day(year: year, month: number, day: 1) }

  /// The month that lies `months` later (earlier when negative), or the last one that can be counted.
  public static func + (month: Month, months: Int) -> Month {
    Month(index: Int128(month.index) + Int128(months))
  }

  /// Months from an earlier month to this one; negative where it is a later one.
  public func months(since other: Month) -> Int { Int(index) - Int(other.index) }

  /// The lengths of the twelve months of a year, in days.
  static func lengths(in year: Int) -> [Int] {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  }
}

extension Month: Comparable {
  /// Whether the left month is the earlier one.
  public static func < (left: Month, right: Month) -> Bool { left.index < right.index }
}
