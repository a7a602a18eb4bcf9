import Policy
import Quantities
import Reporting
import Testing

@testable import Workbook

@Suite struct SheetNumberTests {
  private static let context = RenderContext(language: .english, currency: .newTaiwanDollar)

  private static func stored(_ value: CellValue) -> SheetNumber {
    SheetNumber(value, context: context)
  }

  /// Serial numbers as Excel documents them: 2008-01-01 is 39448 and 1900-03-01 is 61.
  @Test(arguments: [(2008, 1, 1, 39_448.0), (1900, 3, 1, 61), (2026, 3, 31, 46_112)])
  func `a date is a serial number`(year: Int, month: Int, day: Int, serial: Double) throws {
    let date = try #require(Day(year: year, month: month, day: day))
    #expect(Self.stored(.day(date)) == .number(serial))
  }

  @Test func `a date that programs number differently is text`() throws {
    let date = try #require(Day(year: 1900, month: 2, day: 28))
    #expect(Self.stored(.day(date)) == .text("1900-02-28"))
  }

  @Test(
    arguments: [
      (99_999_999_999_999, nil), (100_000_000_000_001, "1,000,000,000,000.01"),
      (9_999_999_999_999_900, nil), (10_000_000_000_000_000, "100,000,000,000,000"),
      (-100_000_000_000_001, "-1,000,000,000,000.01"), (0, nil),
    ] as [(Int64, String?)])
  func `an amount of more than 14 digits is text with all of them`(
    minorUnits: Int64, text: String?
  ) {
    let stored = Self.stored(.money(Money(minorUnits: minorUnits)))
    #expect(stored == text.map(SheetNumber.text) ?? .number(Double(minorUnits) / 100))
  }

  @Test func `a fraction is the nearest binary number`() throws {
    #expect(Self.stored(.decimal(try Rational(1, over: 3))) == .number(1.0 / 3))
    #expect(Self.stored(.percentage(try Rational(11, over: 1000))) == .number(0.011))
    #expect(Self.stored(.amount(Rational(-7))) == .number(-7))
  }

  @Test(arguments: [CellValue.empty, .real(.nan), .real(.infinity)])
  func `no value is nothing, not zero`(value: CellValue) {
    #expect(Self.stored(value) == .nothing)
  }

  @Test func `a choice is stored in words`() {
    #expect(Self.stored(.choice("awarded", Phrase("was awarded", "決標"))) == .text("was awarded"))
  }
}
