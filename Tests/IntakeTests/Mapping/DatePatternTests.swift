import Quantities
import Testing

@testable import Intake

private let dates: [(pattern: String, text: String, iso: String)] = [
  ("YYYYMMDD", "20070607", "2007-06-07"),
  ("M/D/YY", "2/11/15", "2015-02-11"),
  ("M/D/YY", "12/01/68", "2068-12-01"),
  ("M/D/YY", "1/2/69", "1969-01-02"),
  ("RRRMMDD", "1150331", "2026-03-31"),
  ("D.M.YYYY", "29.2.2024", "2024-02-29"),
  ("YYYY年M月D日", "2026年3月31日", "2026-03-31"),
]

@Test(arguments: dates) func readsDatesInTheirOrder(pattern: String, text: String, iso: String)
  throws
{
  #expect(try DatePattern(pattern).day(text).isoText == iso)
}

private let wrongDates: [(pattern: String, text: String, problem: String)] = [
  ("YYYYMMDD", "2007067", "is not a date"),
  ("YYYYMMDD", "200706071", "is not a date"),
  ("YYYYMMDD", "20070631", "is a day that no calendar has"),
  ("M/D/YY", "4/24//2014", "is not a date"),
  ("M/D/YY", "13/1/15", "is a day that no calendar has"),
  ("M/D/YY", "１/2/15", "is not a date"),
  ("YYYY-MM-DD", "2026-3-31", "is not a date"),
]

@Test(arguments: wrongDates) func refusesOtherDates(pattern: String, text: String, problem: String)
  throws
{
  let parsed = try DatePattern(pattern)
  #expect(throws: QuantityFormatError(problem, expected: "a date written \(pattern)")) {
    try parsed.day(text)
  }
}

@Test(arguments: [
  "", "YYYY", "YYYYMM", "YYYYMMDDDD", "YYYYMMMDD", "MDYY", "YYMD", "YYYYMMDDMM", "1YYYYMMDD",
  "RRMMDD", "YYYYRRRMMDD",
]) func refusesOtherPatterns(pattern: String) {
  #expect(throws: QuantityFormatError.self) { try DatePattern(pattern) }
}
