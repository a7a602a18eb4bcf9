import Policy
import Quantities
import Reporting
import TestSupport
import Testing

@testable import Workbook

/// Needs `unzip`; without it these tests are reported as skipped and check nothing.
@Suite(.enabled(if: Spreadsheet.isReadable, "unzip is not installed"), .serialized)
struct ContinuedDocumentTests {
  static let rowLimit = 20
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// A sheet of figures, and one whose table has so many rows: a name, the number n, and 2n by formula.
  private func document(
    rowCount: Int, language: Language = .english, more: [FactList.Fact] = []
  ) -> ReportDocument {
    let name = Phrase("Bids", "投標")
    var table = ReportTable(
      "bids",
      columns: [
        .identifier("id", Phrase("id", "編號")), .integer("number", Phrase("number", "數")),
        .integer("double", Phrase("double", "兩倍")),
      ])
    for row in 0..<rowCount {
      table.append(
        [
          .text("R\(row)"), .count(row),
          Cell.count(2 * row).computed(by: Formula("={number}*2")),
        ], key: "r\(row)")
    }
    let sum = rowCount * (rowCount - 1) / 2
    table.appendTotal(
      Phrase("total", "合計"), sums: ["number": .integer(Int64(sum))], key: "sum")
    let facts: [FactList.Fact] =
      [
        .init(
          "sum", name, Cell.count(sum).computed(by: Formula("=SUM({bids.number})"))),
        .init(
          "named", name,
          Cell.count(sum).computed(by: Formula("=SUM({all_numbers})+SUM(all_numbers)-\(sum)"))),
        .init("total", name, Cell.count(sum).computed(by: Formula("={bids.number@sum}"))),
      ] + more
    return ReportDocument(
      title: name, createdOn: Day(daysSinceEpoch: 20_000), language: language,
      sheets: [
        ReportSheet(
          "figures", name: Phrase("Figures", "數字"), title: name,
          blocks: [.facts(FactList("figures", facts: facts)), .contents]),
        ReportSheet(
          "bids", name: name, title: name, blocks: [.heading(name), .table(table)]),
      ], definedNames: [.init("all_numbers", for: CellRange("bids", "number"))])
  }

  private func write(_ document: ReportDocument) throws -> Spreadsheet {
    let path = folder.file("out.xlsx")
    try WorkbookFile.write(document, to: path, replacing: true, rowLimit: Self.rowLimit)
    return try Spreadsheet(path: path)
  }

  @Test(arguments: 0...45)
  func `every row stands once, in order, with its formula`(rowCount: Int) throws {
    let book = try write(document(rowCount: rowCount))
    let rows = book.sheets.dropFirst().flatMap { sheet in
      (1...Self.rowLimit).compactMap { line -> Int? in
        guard let id = sheet.cells["A\(line)"]?.value, id.hasPrefix("R"),
          let row = Int(id.dropFirst())
        else { return nil }
        #expect(sheet.cells["B\(line)"]?.value == "\(row)")
        #expect(
          sheet.cells["C\(line)"]
            == .init(formula: "B\(line)*2", value: "\(2 * row)", isText: false))
        return row
      }
    }
    #expect(rows == Array(0..<rowCount))
    // Title, a free row, the section, headings and a total leave room for twelve rows at most.
    let count = book.sheets.count - 1
    #expect(rowCount <= 12 ? count == 1 : count > 1)
    #expect(book.sheets.dropFirst(2).map(\.name) == (2..<max(count + 1, 2)).map { "Bids (\($0))" })
    let isNoted = book.sheets[0].cells["A3"]?.value.hasPrefix("Attention: 2 cells stand as values")
    #expect((isNoted == true) == (count > 1))
  }

  @Test(arguments: [5, 40], Language.allCases)
  func `formulas over a spread column become values, others still hold`(
    rowCount: Int, language: Language
  ) throws {
    let path = folder.file("out.xlsx")
    let document = document(
      rowCount: rowCount, language: language,
      more: [
        .init(
          "last", Phrase(verbatim: "last"),
          Cell(
            .integer(Int64(rowCount - 1)), formula: Formula("={bids.number@r\(rowCount - 1)}"),
            link: .row(table: "bids", key: "r\(rowCount - 1)")))
      ])
    try WorkbookFile.write(document, to: path, replacing: true, rowLimit: Self.rowLimit)
    let book = try Spreadsheet(path: path)
    let isSpread = rowCount > 20
    let formulas = book.sheets.flatMap(\.cells.values).compactMap(\.formula)
    #expect(formulas.contains { $0.contains("SUM(") } != isSpread)
    // Two formulas a row at most; the figures and the total lose three where the column is spread.
    #expect(formulas.count == rowCount + (isSpread ? 2 : 5))
    guard LibreOffice.isAvailable else { return }
    let comparison = try LibreOffice.recompute(path)
    #expect(comparison.formulaCount == formulas.count)
    #expect(comparison.differences.map(\.description) == [])
  }

  @Test func `the sheets say what continues where, and what stands as a value`() throws {
    let texts = try write(document(rowCount: 14)).sheets.map { sheet in
      (1...6).compactMap { sheet.cells["A\($0)"]?.value }.filter { $0.hasPrefix("Attention") }
    }
    #expect(
      texts == [
        [
          "Attention: 2 cells stand as values without their formulas: they would refer to a column"
            + " that is spread over several sheets."
        ],
        ["Attention: Rows 1 to 8 of 14; continues on sheet “Bids (2)”."],
        [
          "Attention: 1 cells stand as values without their formulas: they would refer to a column"
            + " that is spread over several sheets.",
          "Attention: Rows 9 to 14 of 14; continued from sheet “Bids”.",
        ],
      ])
  }

  @Test func `a chart of a spread column is refused, and so is a long table with others below`()
    throws
  {
    var charted = document(rowCount: 40)
    let axis = ReportChart.Axis(Phrase(verbatim: "x"))
    charted.sheets[0].blocks.append(
      .chart(
        ReportChart(
          title: Phrase(verbatim: "c"), kind: .line,
          series: [.init(Phrase(verbatim: "s"), values: CellRange("bids", "number"))],
          categoryAxis: axis, valueAxis: axis)))
    #expect(
      throws: WorkbookError.chart(
        title: "c", problem: "shows a column that is spread over several sheets")
    ) { try write(charted) }
    var below = document(rowCount: 40)
    below.sheets[1].blocks.append(.heading(Phrase(verbatim: "below")))
    #expect(throws: WorkbookError.tooManyRows(sheet: "Bids", limit: Self.rowLimit)) {
      try write(below)
    }
  }

  @Test func `a sheet of very many rows leaves the memory as it is written, and reads the same`()
    throws
  {
    // From 100,000 rows on a table is no native one.
    var table = ReportTable("t", columns: [.integer("n", Phrase(verbatim: "n"))])
    for row in 0..<SheetLimits.nativeTableRowCount { table.append([.count(row)]) }
    let name = Phrase(verbatim: "Long")
    let sheet = ReportSheet("long", name: name, title: name, blocks: [.table(table)])
    let document = ReportDocument(
      title: name, createdOn: Day(daysSinceEpoch: 20_000), language: .english, sheets: [sheet])
    #expect(try DocumentRenderer(document).layouts[0].isStreamed)
    let path = folder.file("out.xlsx")
    try WorkbookFile.write(document, to: path, replacing: true)
    let text = try Spreadsheet(path: path).text(ofPart: "xl/worksheets/sheet1.xml")
    #expect(text.contains("<c r=\"A100003\" s="))
    #expect(text.contains("<v>99999</v></c></row></sheetData>"))
    #expect(text.contains("<autoFilter ref=\"A3:A100003\"/>"))
  }
}
