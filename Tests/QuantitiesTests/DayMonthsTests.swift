import Quantities
import Testing

/// The same day of another month.
@Suite struct DayMonthsTests {
  @Test(arguments: [
    ("2024-10-01", 12, "2025-10-01"), ("2024-02-29", 12, "2025-02-28"),
    ("2025-08-31", 6, "2026-02-28"), ("2023-08-31", 6, "2024-02-29"),
    ("2025-10-31", -1, "2025-09-30"), ("2025-01-31", 0, "2025-01-31"),
    ("2025-12-15", 1, "2026-01-15"),
  ]) func lands(day: String, months: Int, expected: String) throws {
    #expect(try Day(text: day).adding(months: months) == (try Day(text: expected)))
  }

  @Test func endsWithTheCalendar() throws {
    #expect(try Day(text: "9999-12-31").adding(months: 1) == nil)
    #expect(try Day(text: "2025-01-01").adding(months: .max) == nil)
  }
}
