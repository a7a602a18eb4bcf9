import Policy
import Quantities
import Reporting
import Testing

@testable import Workbook

@Suite struct ColumnWidthTests {
  private static let context = RenderContext(
    language: .traditionalChinese, currency: .newTaiwanDollar)

  private static func width(_ column: ReportTable.Column, _ cells: [Cell]) -> Double {
    var table = ReportTable("t", columns: [column])
    for cell in cells { table.append([cell]) }
    return ColumnWidth.of(
      table, columnIndex: 0, precision: ColumnPrecision(table: table, columnIndex: 0),
      context: context)
  }

  /// Cents in one row lengthen every other row, and a number that does not fit shows as ####.
  @Test func `a number always fits, with its currency and the column's cents`() throws {
    let cells = [Cell.money(try Money(text: "99999999999")), .money(try Money(text: "0.01"))]
    let width = Self.width(.money("m", Phrase(verbatim: "m")), cells)
    #expect(width >= Double("NT$99,999,999,999.00".count) + 1)
  }

  @Test(arguments: [1, 10, 100, 1000])
  func `words are bounded and wide enough for two digits a character`(count: Int) {
    let text = Cell.text(String(repeating: "價", count: count))
    let width = Self.width(.text("t", Phrase(verbatim: "t")), [text])
    #expect(width <= ColumnWidth.limit)
    #expect(width >= min(Double(2 * count), ColumnWidth.wrappingWidth))
  }

  @Test func `a heading has room for the button of its filter`() {
    let width = Self.width(.integer("n", Phrase("number", "投標廠商數")), [.integer(1)])
    #expect(width >= 10 + ColumnWidth.filterButton)
  }

  @Test(arguments: [("", 1), ("a", 1), ("a\nb", 2), ("a\n\nb", 3)])
  func `a text has at least as many lines as it is broken into`(text: String, lines: Int) {
    #expect(ColumnWidth.lineCount(text, width: 20) == lines)
  }

  @Test func `a longer text never has fewer lines`() {
    let counts = (0..<200).map {
      ColumnWidth.lineCount(String(repeating: "價", count: $0), width: 30)
    }
    #expect(counts == counts.sorted())
    #expect(counts.last ?? 0 >= 400 / 30)
  }
}
