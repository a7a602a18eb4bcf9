import Policy
import Quantities
import Reporting
import Testing

@Suite struct TerminalTableTests {
  @Test func `columns line up, numbers at the right, totals below a rule`() throws {
    var table = ReportTable(
      "t", title: Phrase("Prices", "價格"),
      columns: [
        .text("item", Phrase("Item", "品項")), .money("price", Phrase("Price", "價格")),
        .choice("outcome", Phrase("Outcome", "結果")),
      ])
    table.append([
      .text("雲端"), .money(try Money(text: "1250")), .choice("a", Phrase("awarded", "決標")),
    ])
    table.append([.text("ab\u{1B}[2J\nc"), .money(try Money(text: "80.5"))])
    table.appendTotal(Phrase("Total", "合計"), sums: ["price": .money(try Money(text: "1330.5"))])
    #expect(
      TerminalTable.text(of: table, language: .traditionalChinese) == """
        價格

        品項          價格  結果
        --------  --------  ----
        雲端      1,250.00  決標
        ab\u{FFFD}[2J c     80.50
        --------  --------  ----
        合計      1,330.50

        """)
  }

  @Test func `rows of different units show their own decimals`() throws {
    var table = ReportTable(
      "t",
      columns: [
        .text("metric", Phrase("Metric", "指標")), .decimal("mean", Phrase("Mean", "平均")),
        .real("error", Phrase("Error", "標準誤"), fractionDigitCount: 3),
      ])
    let value = try Rational(1_234_567, over: 1_000)
    for (name, error, count) in [("fee", 12.345, 0), ("ratio", 0.5, 2)] {
      table.append([
        .text(name), Cell.decimal(value).showing(fractionDigitCount: count),
        Cell.real(error).showing(fractionDigitCount: count),
      ])
    }
    table.append([.text("none"), .decimal(value), .real(0.5)])
    #expect(
      TerminalTable.text(of: table, language: .english) == """
        Metric       Mean  Error
        ------  ---------  -----
        fee         1,235     12
        ratio    1,234.57   0.50
        none    1,234.567  0.500

        """)
  }

  @Test func `a table without rows says so`() {
    let table = ReportTable("t", columns: [.text("a", Phrase("Warning", "警示"))])
    #expect(TerminalTable.text(of: table, language: .english) == "Warning\n-------\nnone\n")
  }
}
