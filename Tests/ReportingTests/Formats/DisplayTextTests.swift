import Policy
import Quantities
import Reporting
import Testing

@Suite struct DisplayTextTests {
  @Test(arguments: [
    (0, "0.00"), (5, "0.05"), (-5, "-0.05"), (100, "1.00"), (99_999, "999.99"),
    (100_000, "1,000.00"), (-123_456_789, "-1,234,567.89"),
    (Int64.max, "92,233,720,368,547,758.07"),
  ])
  func `money shows cents and thousands`(minorUnits: Int64, expected: String) {
    // One amount with cents makes the whole column show them.
    var table = ReportTable("t", columns: [.money("m", Phrase(verbatim: "m"))])
    table.append([.money(Money(minorUnits: minorUnits))])
    table.append([.money(Money(minorUnits: 1))])
    let precision = ColumnPrecision(table: table, columnIndex: 0)
    #expect(
      CellValue.money(Money(minorUnits: minorUnits)).displayText(.english, precision: precision)
        == expected)
  }

  @Test(arguments: [
    (1, 3, "33.3333%"), (11, 1000, "1.1%"), (9, 10, "90%"), (-1, 20, "-5%"), (6, 5, "120%"),
    (1, 1_000_000, "0.0001%"),
  ])
  func `a rate shows as few decimals as it needs, up to four`(
    numerator: Int, denominator: Int, expected: String
  ) throws {
    let value = CellValue.percentage(try Rational(Int128(numerator), over: Int128(denominator)))
    #expect(value.displayText(.english, precision: ColumnPrecision(for: value)) == expected)
  }

  @Test func `a column takes the decimals of its neediest cell, up to its limit`() throws {
    var table = ReportTable(
      "t", columns: [.decimal("d", Phrase(verbatim: "d"), fractionDigitLimit: 3)])
    table.append([.decimal(try Rational(decimal: "1234.5"))])
    #expect(ColumnPrecision(table: table, columnIndex: 0).decimals == 1)
    table.append([.decimal(try Rational(2, over: 3))])
    let precision = ColumnPrecision(table: table, columnIndex: 0)
    let texts = table.rows.map { $0.cells[0].value.displayText(.english, precision: precision) }
    #expect(texts == ["1,234.500", "0.667"])
  }

  @Test(arguments: [
    (1234.5678, "1,234.57"), (-0.001, "0.00"), (-1.005, "-1.00"), (2e9, "2,000,000,000.00"),
  ])
  func `a real number is rounded to the decimals of its column`(number: Double, expected: String) {
    let table = ReportTable("t", columns: [.real("r", Phrase(verbatim: "r"))])
    let precision = ColumnPrecision(table: table, columnIndex: 0)
    #expect(CellValue.real(number).displayText(.english, precision: precision) == expected)
  }

  @Test func `a choice is a name for files and words for people`() {
    let value = CellValue.choice("awarded", Phrase("was awarded", "決標"))
    #expect(value.plainText(.traditionalChinese) == "awarded")
    #expect(
      value.displayText(.traditionalChinese, precision: ColumnPrecision(for: value)) == "決標")
  }
}
