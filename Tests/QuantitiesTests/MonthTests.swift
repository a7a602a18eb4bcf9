import Quantities
import Testing

struct MonthTests {
  @Test(
    "Months in both calendars",
    arguments: [
      ("2026-03", 2026, 3), ("115/03", 2026, 3), ("115/3", 2026, 3), ("99/12", 2010, 12),
      (" 2026-12 ", 2026, 12),
    ] as [(String, Int, Int)])
  func texts(text: String, year: Int, number: Int) throws {
    let month = try Month(text: text)
    #expect(month == Month(year: year, number: number))
    #expect((month.year, month.number) == (year, number))
    #expect(try Month(text: month.isoText) == month)
  }

  @Test(
    "What is no month is refused",
    arguments: [
      "", "2026", "2026-3", "2026-13", "2026-00", "2026-03-01", "115/03/01", "115/13", "March 2026",
    ])
  func malformed(text: String) {
    #expect(throws: QuantityFormatError.self) { try Month(text: text) }
  }

  @Test("Adding months walks through the years in both directions")
  func walk() {
    var (year, number) = (2020, 1)
    for count in 0...600 {
      let month = Month(year: 2020, number: 1) + count
      #expect((month.year, month.number) == (year, number))
      #expect(month + -count == Month(year: 2020, number: 1))
      #expect(month.firstDay == Day(year: year, month: number, day: 1))
      number += 1
      if number == 13 { (year, number) = (year + 1, 1) }
    }
    #expect(Month(year: 2026, number: 12) < Month(year: 2027, number: 1))
  }

  @Test("Months before year 0 still have a number from 1 to 12, and nothing traps")
  func beforeYearZero() {
    #expect((Month(year: 0, number: 1) + -1).number == 12)
    #expect((Month(year: 0, number: 1) + -1).year == -1)
    #expect((Month(year: 0, number: 1) + -12).number == 1)
    #expect((1...12).contains((Month(year: 2026, number: 1) + .max).number))
    #expect((1...12).contains((Month(year: 2026, number: 1) + .min).number))
    #expect((1...12).contains(Month(year: .max, number: .max).number))
  }
}
