import Foundation
import Policy
import Quantities
import Reporting
import TestSupport
import Testing
import Workbook

/// Needs `unzip`; without it these tests are reported as skipped and check nothing.
@Suite(.enabled(if: Spreadsheet.isReadable, "unzip is not installed"))
struct WorkbookFileTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func write(_ document: ReportDocument) throws -> Spreadsheet {
    let path = folder.file("out.xlsx")
    try WorkbookFile.write(document, to: path, replacing: true)
    return try Spreadsheet(path: path)
  }

  @Test(arguments: Language.allCases)
  func `the same document gives the same bytes`(language: Language) throws {
    let document = try SampleDocument.make(language)
    try WorkbookFile.write(document, to: folder.file("a.xlsx"), replacing: false)
    try WorkbookFile.write(document, to: folder.file("b.xlsx"), replacing: false)
    let first = try Data(contentsOf: URL(filePath: folder.file("a.xlsx")))
    #expect(first == (try Data(contentsOf: URL(filePath: folder.file("b.xlsx")))))
    #expect(!first.isEmpty)
  }

  @Test func `formulas are stored with the engine's values`() throws {
    let awards = try #require(try write(SampleDocument.make(.english)).sheets.dropFirst().first)
    #expect(awards.name == "Awards- 3-2026")
    #expect(awards.cells["C5"] == .init(formula: nil, value: "950.5", isText: false))
    #expect(
      awards.cells["E5"]
        == .init(formula: "C5/'Figures -all-'!$B$4", value: "0.7604", isText: false))
    #expect(
      awards.cells["G7"]
        == .init(formula: "IF(D7<=4*cutoff_share-0.6,C7,\"\")", value: "1250", isText: false))
    #expect(awards.cells["G8"]?.value == "")
    #expect(
      awards.cells["C9"]
        == .init(formula: "SUBTOTAL(109,$C$5:$C$8)", value: "4940.5", isText: false))
  }

  @Test func `no input becomes a formula, in cells, headings, links or names`() throws {
    let hostile = ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "{=1}", "\t=1", "'=1"]
    var table = ReportTable(
      "t", columns: hostile.enumerated().map { .text("c\($0)", Phrase(verbatim: $1)) })
    table.append(hostile.map(Cell.text), key: "k")
    table.append(hostile.map { Cell.text($0).linked(to: .row(table: "t", key: "k")) })
    let sheets = hostile.enumerated().map { index, text in
      let phrase = Phrase(verbatim: text)
      return ReportSheet(
        "s\(index)", name: phrase, title: phrase, summary: phrase,
        blocks: [
          .heading(phrase), .note(ReportNote(phrase)), .contents,
          .facts(
            FactList(
              "f\(index)", title: phrase, facts: [.init("a", phrase, .text(text), remark: phrase)])),
        ] + (index == 0 ? [.table(table)] : []))
    }
    let book = try write(
      ReportDocument(
        title: Phrase(verbatim: "=1"), createdOn: Day(daysSinceEpoch: 20_000), language: .english,
        sheets: sheets))
    let cells = book.sheets.flatMap(\.cells.values)
    #expect(cells.count > 100)
    #expect(cells.allSatisfy { $0.formula == nil && $0.isText })
    let texts = Set(cells.map(\.value))
    #expect(hostile.allSatisfy { texts.contains($0) || texts.contains("'" + $0) })
  }

  @Test func `a table is native, has filters and stays in view`() throws {
    let book = try write(SampleDocument.make(.english))
    let table = book.text(ofPart: "xl/tables/table1.xml")
    #expect(table.contains("ref=\"A4:J8\""))
    #expect(table.contains("<autoFilter"))
    #expect(table.contains("name=\"Unit price\""))
    let sheet = book.text(ofPart: "xl/worksheets/sheet2.xml")
    #expect(sheet.contains("<pane xSplit=\"1\" ySplit=\"4\""))
    #expect(sheet.contains("orientation=\"landscape\""))
    #expect(sheet.contains("fitToWidth") || sheet.contains("fitToHeight=\"0\""))
  }

  @Test func `a large table has filters without being native`() throws {
    var table = ReportTable("t", columns: [.integer("n", Phrase(verbatim: "n"))])
    for number in 0..<100_000 { table.append([.count(number)]) }
    let name = Phrase(verbatim: "s")
    let book = try write(
      ReportDocument(
        title: name, createdOn: Day(daysSinceEpoch: 20_000), language: .english,
        sheets: [ReportSheet("s", name: name, title: name, blocks: [.table(table)])]))
    #expect(book.parts["xl/tables/table1.xml"] == nil)
    #expect(
      book.text(ofPart: "xl/worksheets/sheet1.xml").contains("<autoFilter ref=\"A3:A100003\"/>"))
    #expect(book.sheets.first?.cells["A100003"]?.value == "99999")
  }

  @Test func `charts hold the values of their cells, formulas included`() throws {
    let chart = try write(SampleDocument.make(.english)).text(ofPart: "xl/charts/chart1.xml")
    for value in ["0.7604", "0.992", "V1", "=V2", "Share of the reserve"] {
      #expect(chart.contains(">\(value)<"))
    }
  }

  @Test func `properties and names come from the document`() throws {
    let book = try write(SampleDocument.make(.traditionalChinese))
    let core = book.text(ofPart: "docProps/core.xml")
    #expect(core.contains("底價與決標（案號 1150202）"))
    #expect(core.contains("2026-01-15T00:00:00Z"))
    #expect(
      book.text(ofPart: "xl/workbook.xml")
        .contains("<definedName name=\"cutoff_share\">'封面'!$B$8</definedName>"))
  }
}
