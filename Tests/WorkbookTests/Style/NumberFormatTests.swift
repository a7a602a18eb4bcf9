import Policy
import Quantities
import Reporting
import Testing

@testable import Workbook

@Suite struct NumberFormatTests {
  @Test(arguments: [
    (NumberFormat.money(decimals: 0), "\"NT$\"#,##0;-\"NT$\"#,##0"),
    (.money(decimals: 2), "\"NT$\"#,##0.00;-\"NT$\"#,##0.00"), (.integer, "#,##0"),
    (.decimal(places: 3), "#,##0.000"), (.percent(places: 0), "0%"), (.percent(places: 1), "0.0%"),
    (.date, "yyyy-mm-dd"), (.text, "@"), (.real(places: 2), "#,##0.00"),
  ])
  func `a format is written in the code of spreadsheets`(format: NumberFormat, code: String) {
    #expect(format.code(.newTaiwanDollar) == code)
  }

  @Test func `a currency without a sign shows its code, and none shows none`() {
    #expect(
      NumberFormat.money(decimals: 0).code(Currency(code: "CHF"))
        == "\"CHF \"#,##0;-\"CHF \"#,##0")
    #expect(NumberFormat.money(decimals: 0).code(Currency(code: "")) == "#,##0")
  }

  @Test func `one amount with cents shows cents in the whole column`() throws {
    var table = ReportTable("t", columns: [.money("m", Phrase(verbatim: "m"))])
    let whole = CellValue.money(try Money(text: "5"))
    table.append([Cell(whole)])
    #expect(
      NumberFormat(whole, precision: ColumnPrecision(table: table, columnIndex: 0))
        == .money(decimals: 0))
    table.append([.money(try Money(text: "0.5"))])
    #expect(
      NumberFormat(whole, precision: ColumnPrecision(table: table, columnIndex: 0))
        == .money(decimals: 2))
  }
}
