import Quantities
import Testing

struct DayTests {
  /// The length of a month by the rhyme, not by a table of the code.
  private func length(of month: Int, _ year: Int) -> Int {
    if [4, 6, 9, 11].contains(month) { return 30 }
    guard month == 2 else { return 31 }
    if year.isMultiple(of: 400) { return 29 }
    if year.isMultiple(of: 100) { return 28 }
    return year.isMultiple(of: 4) ? 29 : 28
  }

  @Test("Every day from 1900 to 2200, walked one by one")
  func walk() throws {
    // 1900-01-01 lies 25,567 days before 1970-01-01: 70 years with 17 leap days.
    var count: Int32 = -25_567
    for year in 1900...2200 {
      for month in 1...12 {
        for number in 1...length(of: month, year) {
          let day = Day(daysSinceEpoch: count)
          let agrees =
            Day(year: year, month: month, day: number) == day
            && day.date == (year, month, number)
            && day.month == Month(year: year, number: month)
          if !agrees { Issue.record("\(year)-\(month)-\(number): \(day.date)") }
          count += 1
        }
        #expect(Day(year: year, month: month, day: length(of: month, year) + 1) == nil)
      }
    }
    #expect(Day(year: 1970, month: 1, day: 1)?.daysSinceEpoch == 0)
    #expect(Day(year: 2000, month: 1, day: 1)?.daysSinceEpoch == 10_957)
  }

  @Test("Every text of every tenth day reads back, in both calendars")
  func textRoundTrip() throws {
    for count in stride(from: Int32(-21_000), to: 80_000, by: 10) {
      let day = Day(daysSinceEpoch: count)
      #expect(try Day(text: day.isoText) == day)
      #expect(try Day(text: day.rocText) == day)
      #expect(day.description == day.isoText)
    }
  }

  @Test(
    "ISO and ROC dates of the same day",
    arguments: [
      ("2026-03-31", "115/03/31"), ("1912-01-01", "001/01/01"), ("2024-02-29", "113/02/29"),
      ("2010-12-31", "099/12/31"), ("2911-01-01", "1000/01/01"),
    ])
  func calendars(iso: String, roc: String) throws {
    let day = try Day(text: iso)
    #expect(day.isoText == iso)
    #expect(day.rocText == roc)
  }

  @Test(
    "ROC dates need no leading zeros, and spaces do not matter",
    arguments: [
      ("115/3/1", "2026-03-01"), ("99/12/31", "2010-12-31"), (" 115/03/01 ", "2026-03-01"),
      ("\u{3000}2026-03-01", "2026-03-01"),
    ])
  func spellings(text: String, iso: String) throws {
    #expect(try Day(text: text).isoText == iso)
  }

  @Test(
    "What is no date is refused",
    arguments: [
      "", "2026", "2026-03", "2026-3-1", "26-03-01", "2026-02-29", "2025-02-29", "1900-02-29",
      "2026-13-01", "2026-00-01", "2026-01-00", "2026-04-31", "2026/03/31", "115-03-31",
      "115/13/01",
      "115/02/29", "000/01/01", "00/01/01", "0000-01-01", "1/1/1", "2026-03-31T00:00", "2026-03-3a",
      "-026-03-01", "115/-3/01", "２０２６-03-01", "115/03", "115/03/01/02", "2026年3月1日",
    ])
  func malformed(text: String) {
    #expect(throws: QuantityFormatError.self) { try Day(text: text) }
  }

  @Test("Distances and order")
  func arithmetic() throws {
    let (first, last) = (try Day(text: "2024-02-28"), try Day(text: "2024-03-01"))
    #expect(last - first == 2)
    #expect(first - last == -2)
    #expect(first + 2 == last)
    #expect(last + -2 == first)
    #expect(first < last && !(last < first) && !(first < first))
  }

  @Test("Counting stops at the ends instead of trapping")
  func ends() {
    let today = Day(daysSinceEpoch: 20_000)
    #expect(today + .max == Day(daysSinceEpoch: .max))
    #expect(today + .min == Day(daysSinceEpoch: .min))
    #expect(Day(daysSinceEpoch: .max) - Day(daysSinceEpoch: .min) == 4_294_967_295)
    for end in [Int32.min, .max] {
      let month = Day(daysSinceEpoch: end).month
      #expect((1...12).contains(month.number))
      #expect(month.year == Day(daysSinceEpoch: end).date.year)
    }
  }
}
