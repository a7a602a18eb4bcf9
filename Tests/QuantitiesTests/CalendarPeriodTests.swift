import Quantities
import Testing

/// Time limits, their last days from a calendar on paper.
///
/// Those of months are counted after the Civil Code, Art. 121.
@Suite struct CalendarPeriodTests {
  @Test(
    "The last day of a period that begins on a day",
    arguments: [
      // The first day counts: a period of one day ends on it.
      ("1 day", "2026-03-18", "2026-03-18"), ("14 days", "2026-03-18", "2026-03-31"),
      ("14 days", "2026-03-19", "2026-04-01"), ("90 days", "2024-04-01", "2024-06-29"),
      // Across the leap day of 2024 and of 2000, and where 2023, 2100 have none.
      ("14 days", "2024-02-16", "2024-02-29"), ("14 days", "2024-02-17", "2024-03-01"),
      ("14 days", "2023-02-16", "2023-03-01"), ("14 days", "2000-02-16", "2000-02-29"),
      ("14 days", "2100-02-16", "2100-03-01"), ("14 days", "2025-12-20", "2026-01-02"),
      // Months end on the day before the corresponding one.
      ("6 months", "2027-04-01", "2027-09-30"), ("6 months", "2026-10-01", "2027-03-31"),
      ("6 months", "2026-04-16", "2026-10-15"), ("12 months", "2026-04-01", "2027-03-31"),
      ("24 months", "2026-04-01", "2028-03-31"), ("1 month", "2026-01-01", "2026-01-31"),
      // A month without the corresponding day ends the period with its own last day.
      ("6 months", "2026-08-31", "2027-02-28"), ("6 months", "2026-08-29", "2027-02-28"),
      ("6 months", "2027-08-29", "2028-02-28"), ("6 months", "2027-08-30", "2028-02-29"),
      ("6 months", "2027-08-31", "2028-02-29"), ("1 month", "2026-03-31", "2026-04-30"),
      ("24 months", "2024-02-29", "2026-02-28"), ("12 months", "2023-03-01", "2024-02-29"),
    ])
  func lastDay(period: String, first: String, last: String) throws {
    let period = try CalendarPeriod(text: period)
    #expect(try period.lastDay(from: Day(text: first)) == Day(text: last))
  }

  @Test("A period that leaves the calendar has no last day")
  func beyond() throws {
    let last = try Day(text: "9999-12-31")
    #expect(CalendarPeriod.days(1).lastDay(from: last) == last)
    #expect(CalendarPeriod.days(2).lastDay(from: last) == nil)
    #expect(CalendarPeriod.months(1).lastDay(from: last) == nil)
    #expect(CalendarPeriod.days(.max).lastDay(from: last) == nil)
    #expect(!(last + 1).isWithinCalendar)
    #expect(last.isWithinCalendar)
  }

  @Test("A period of months is as long as its months, from every day of a leap year")
  func monthsAreContiguous() throws {
    for offset in 0..<366 {
      let first = try Day(text: "2024-01-01") + offset
      let end = try #require(CalendarPeriod.months(1).lastDay(from: first))
      #expect((27...31).contains(end - first + 1))
      // It never reaches beyond the next month, and a longer one never ends earlier.
      #expect(end.month.months(since: first.month) <= 1)
      let longer = try #require(CalendarPeriod.months(2).lastDay(from: first))
      #expect(longer > end)
    }
  }

  @Test(
    "What is read is printed",
    arguments: [
      ("14 days", CalendarPeriod.days(14)), ("1 day", .days(1)), ("6 months", .months(6)),
      ("1 month", .months(1)), ("36500 days", .days(36_500)),
    ])
  func text(text: String, period: CalendarPeriod) throws {
    #expect(try CalendarPeriod(text: text) == period)
    #expect(period.text == text)
    #expect("\(period)" == text)
  }

  @Test(
    "What is no period is refused, and the error says what was expected",
    arguments: [
      "", "14", "days", "14days", "14 weeks", "0 days", "-1 days", "+1 days", "1.5 months",
      "36501 days", "1201 months", "99999999999999999999 days", "1 2 days", "6 Months", "６ months",
    ])
  func refused(text: String) {
    let error = #expect(throws: QuantityFormatError.self) { try CalendarPeriod(text: text) }
    #expect(error?.expectation == CalendarPeriod.expectedFormat)
  }
}

/// Days of the week: published ones, then without a gap.
@Suite struct WeekdayTests {
  @Test(
    "Days whose weekday is known",
    arguments: [
      ("1970-01-01", Weekday.thursday), ("1969-07-20", .sunday), ("2000-01-01", .saturday),
      ("2024-02-29", .thursday), ("2026-03-31", .tuesday), ("1912-01-01", .monday),
      ("0001-01-01", .monday), ("9999-12-31", .friday),
    ])
  func known(text: String, weekday: Weekday) throws {
    #expect(try Day(text: text).weekday == weekday)
    #expect(weekday.isWeekend == [.saturday, .sunday].contains(weekday))
  }

  @Test("One follows the other, before 1970 as after")
  func cycle() {
    for number in Int32(-20)...20 {
      let today = Day(daysSinceEpoch: number).weekday.rawValue
      let tomorrow = Day(daysSinceEpoch: number + 1).weekday.rawValue
      #expect(tomorrow == today % 7 + 1)
    }
  }
}
