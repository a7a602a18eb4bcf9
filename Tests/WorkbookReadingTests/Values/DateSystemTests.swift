import Policy
import Quantities
import Testing

@testable import WorkbookReading

@Suite struct DateSystemTests {
  /// Serial numbers as Excel documents them; 60 is its 29 February 1900.
  @Test(arguments: [
    (1, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (367, "1901-01-01"),
    (25_569, "1970-01-01"), (43_831, "2020-01-01"), (46_112, "2026-03-31"),
    (2_958_465, "9999-12-31"),
  ])
  func countsFrom1900(_ serial: Int, _ date: String) throws {
    #expect(try DateSystem.from1900.day(ofSerial: serial).isoText == date)
  }

  /// 1,462 days lie between the two systems.
  @Test(arguments: [
    (0, "1904-01-01"), (1, "1904-01-02"), (24_107, "1970-01-01"), (44_650, "2026-03-31"),
    (2_957_003, "9999-12-31"),
  ])
  func countsFrom1904(_ serial: Int, _ date: String) throws {
    #expect(try DateSystem.from1904.day(ofSerial: serial).isoText == date)
  }

  @Test(arguments: [-1, 0, 60, 2_958_466, Int.max, Int.min])
  func refusesDaysThatAreNone(_ serial: Int) {
    #expect(throws: QuantityFormatError.self) { try DateSystem.from1900.day(ofSerial: serial) }
  }

  @Test(arguments: [
    ("46112", "2026-03-31"), ("46112.5", "2026-03-31 12:00"), ("46112.4375", "2026-03-31 10:30"),
    // 10:00:00, as programs write it.
    ("46112.416666666664", "2026-03-31 10:00"), ("46112.416678240741", "2026-03-31 10:00:01"),
    ("0.75", "18:00"), ("1", "1900-01-01"), ("60", "error"),
    ("-1", "error"), ("46112.9999999999", "2026-04-01"), ("1E+30", "error"), ("1E-9", "error"),
  ])
  func writesDatesAsISO(_ number: String, _ expected: String) throws {
    let cell = SheetCell(
      reference: try #require(CellReference("B2")), value: .number(number), formula: nil,
      format: .date, isHidden: false)
    #expect(((try? cell.plainText(.from1900)) ?? "error") == expected)
  }
}
