/// A calendar day, counted from 1970-01-01 in the Gregorian calendar.
public struct Day: Hashable, Sendable {
  /// Days since 1970-01-01.
  public let daysSinceEpoch: Int32

  /// Creates a day from its distance to 1970-01-01.
  public init(daysSinceEpoch: Int32) {
    self.daysSinceEpoch = daysSinceEpoch
  }

  /// Creates a day from its Gregorian date.
  ///
  /// - Returns: `nil` when the calendar has no such day, or the year is outside 1...9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Month.lengths(in: year)[month - 1]).contains(day)
    else { return nil }
    // Days to the start of a year that begins in March, so that the leap day comes last in it.
    let marchYear = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let days = marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear
    daysSinceEpoch = Int32(days - 719_468)
  }

  /// Year, month and day in the Gregorian calendar.
  public var date: (year: Int, month: Int, day: Int) {
    // The inverse of the initializer, by eras of 400 years (146,097 days).
    let shifted = Int(daysSinceEpoch) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// The month that the day lies in.
  public var month: Month {
    let (year, month, _) = date
    return Month(year: year, number: month)
  }

  /// Whether the day lies in the years 1 to 9999, which dates are written in.
  public var isWithinCalendar: Bool { (1...9999).contains(date.year) }

  /// The day that lies `days` later (earlier when negative), or the last one that can be counted.
  public static func + (day: Day, days: Int) -> Day {
    let target = Int128(day.daysSinceEpoch) + Int128(days)
    return Day(daysSinceEpoch: Int32(clamping: target))
  }

  /// Days from `right` to `left`.
  public static func - (left: Day, right: Day) -> Int {
    Int(left.daysSinceEpoch) - Int(right.daysSinceEpoch)
  }
}

extension Day: Comparable {
  /// Whether the left day is the earlier one.
  public static func < (left: Day, right: Day) -> Bool {
    left.daysSinceEpoch < right.daysSinceEpoch
  }
}
