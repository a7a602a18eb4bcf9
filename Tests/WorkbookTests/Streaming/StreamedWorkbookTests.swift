import Foundation
import Policy
import Quantities
import Reporting
import TestSupport
import Testing

@testable import Workbook

/// Needs `unzip`; without it these tests are reported as skipped and check nothing.
@Suite(.enabled(if: Spreadsheet.isReadable, "unzip is not installed"))
struct StreamedWorkbookTests {
  static let columns: [StreamedColumn] = [
    StreamedColumn(.identifier("id", Phrase("id", "編號"))),
    StreamedColumn(.integer("number", Phrase("number", "數"))),
    StreamedColumn(.money("price", Phrase("price", "價")), fractionDigitCount: 2),
  ]
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func document(_ language: Language = .english) -> ReportDocument {
    let name = Phrase("Front", "首頁")
    return ReportDocument(
      title: name, createdOn: Day(daysSinceEpoch: 20_000), language: language,
      sheets: [ReportSheet("front", name: name, title: name, blocks: [.contents])])
  }

  private func book(
    _ rowCount: Int, rowLimit: Int, notes: [ReportNote] = [], _ language: Language = .english
  ) -> StreamedWorkbook {
    let name = Phrase("Rows", "各列")
    return StreamedWorkbook(
      document(language),
      tables: [
        StreamedTable(
          "rows", name: name, title: name, notes: notes, columns: Self.columns, rowCount: rowCount)
      ], rowLimit: rowLimit)
  }

  /// Row n has the name "Rn", the number n and no price.
  private func write(_ book: StreamedWorkbook, _ rowCount: Int, to path: String) throws {
    try book.write(to: path, replacing: true) { _, rows in
      for row in 0..<rowCount {
        try rows.beginRow()
        try rows.write(utf8: Array("R\(row)".utf8).span)
        try rows.write(integer: Int64(row))
      }
    }
  }

  @Test(arguments: 0...13, Language.allCases)
  func `every row stands once, below headings, in order`(rowCount: Int, language: Language) throws {
    // Six rows fit on one sheet, four where a line tells of other sheets.
    let book = book(rowCount, rowLimit: 12, language)
    let path = folder.file("out.xlsx")
    try write(book, rowCount, to: path)
    let sheets = try Spreadsheet(path: path).sheets
    let places = try #require(try book.sheetsOfTables().first)
    let room = rowCount <= 6 ? 6 : 4
    #expect(places.count == (rowCount <= 6 ? 1 : (rowCount + 3) / 4))
    #expect(sheets.dropFirst().map(\.name) == places.map(\.name))
    let headingRow = rowCount <= 6 ? 3 : 5
    var found: [String] = []
    for (part, sheet) in sheets.dropFirst().enumerated() {
      let texts = Self.columns.map { $0.column.heading[language] }
      #expect(["A", "B", "C"].map { sheet.cells["\($0)\(headingRow)"]?.value } == texts)
      let own = (headingRow + 1..<headingRow + 1 + room).compactMap { sheet.cells["A\($0)"]?.value }
      for (offset, text) in own.enumerated() where rowCount > 0 {
        let cell = sheet.cells["B\(headingRow + 1 + offset)"]
        #expect(cell == .init(formula: nil, value: String(text.dropFirst()), isText: false))
      }
      #expect(places[part].rows.count == own.count || rowCount == 0)
      found += own
    }
    if rowCount == 0 {
      #expect(found == [language == .english ? "none" : "無"])
    } else {
      #expect(found == (0..<rowCount).map { "R\($0)" })
    }
    #expect(
      sheets[0].cells.values.filter { $0.value.hasPrefix(places[0].name) }.count == places.count)
  }

  @Test func `a continued sheet says so, and names its rows`() throws {
    let path = folder.file("out.xlsx")
    try write(book(7, rowLimit: 12), 7, to: path)
    let sheets = try Spreadsheet(path: path).sheets
    #expect(sheets.map(\.name) == ["Front", "Rows", "Rows (2)"])
    #expect(
      sheets[1].cells["A3"]?.value
        == "Attention: Rows 1 to 4 of 7; continues on sheet “Rows (2)”.")
    #expect(
      sheets[2].cells["A3"]?.value == "Attention: Rows 5 to 7 of 7; continued from sheet “Rows”.")
  }

  @Test func `headings stay in view, repeat on each page and have filters`() throws {
    let path = folder.file("out.xlsx")
    try write(book(7, rowLimit: 12), 7, to: path)
    let book = try Spreadsheet(path: path)
    for (sheet, last) in [(2, 9), (3, 8)] {
      let text = book.text(ofPart: "xl/worksheets/sheet\(sheet).xml")
      #expect(text.contains("<autoFilter ref=\"A5:C\(last)\"/>"))
      #expect(text.contains("ySplit=\"5\" topLeftCell=\"B6\""))
      #expect(text.contains("orientation=\"landscape\"") && text.contains("<oddFooter>"))
    }
    let names = book.text(ofPart: "xl/workbook.xml")
    #expect(names.contains("'Rows (2)'!$5:$5") && names.contains("'Rows (2)'!$A$1:$H$8"))
  }

  @Test func `values stand as they are, or say what became of them`() throws {
    let hostile = ["=1+1", "+1", "@A1", "a\u{1}b", "_x0041_", "雲 & <端>", " x ", "a\nb"]
    let expected = ["=1+1", "+1", "@A1", "a\u{FFFD}b", "_x005F_x0041_", "雲 & <端>", " x ", "a\nb"]
    let amounts: [Int64] = [1, 95_050, -123, 99_999_999_999_999, 100_000_000_000_001]
    let book = book(hostile.count + amounts.count + 3, rowLimit: 100)
    let path = folder.file("out.xlsx")
    let summary = try book.write(to: path, replacing: false) { _, rows in
      for text in hostile {
        try rows.beginRow(.good)
        try rows.write(utf8: Array(text.utf8).span)
      }
      for amount in amounts {
        try rows.beginRow()
        try rows.writeEmpty()
        try rows.writeEmpty()
        try rows.write(Money(minorUnits: amount))
      }
      try rows.beginRow()
      try rows.write(utf8: ([0x61, 0xFF, 0x62] as [UInt8]).span)
      try rows.write(real: .nan)
      try rows.write(real: 0.25)
      try rows.beginRow(.attention)
      try rows.write(utf8: [UInt8](repeating: 0x61, count: 40_000).span)
      try rows.write(Day(daysSinceEpoch: 20_000))
      try rows.write(.percentage(try Rational(1) / Rational(8)))
      try rows.beginRow()
      try rows.write(PreparedText(Phrase("word", "詞"), .english))
    }
    let cells = try #require(try Spreadsheet(path: path).sheets.last).cells
    for (row, text) in expected.enumerated() {
      #expect(cells["A\(row + 4)"] == .init(formula: nil, value: text, isText: true))
    }
    let prices = (12..<17).map { cells["C\($0)"] }
    #expect(
      prices.map { $0?.value } == [
        "0.01", "950.5", "-1.23", "999999999999.99", "1,000,000,000,000.01",
      ])
    #expect(prices.map { $0?.isText } == [false, false, false, false, true])
    #expect(cells["A12"] == nil && cells["B17"] == nil)
    #expect(cells["A17"]?.value == "a\u{FFFD}b" && cells["C17"]?.value == "0.25")
    #expect(cells["A18"]?.value.hasSuffix("全文 40000 字，於此截斷]") == true)
    #expect(cells["A18"]?.value.utf16.count == 32_767)
    #expect(cells["B18"]?.value == "45569" && cells["C18"]?.value == "0.125")
    #expect(cells["A19"]?.value == "word")
    #expect(summary.cutCellCount == 1 && summary.longNumberCount == 1)
    #expect(cells["A20"]?.value.hasPrefix("Attention: 1 cells held more than 32767") == true)
    #expect(cells["A21"]?.value.contains("14 digits") == true)
  }

  @Test(arguments: [3, 5])
  func `other rows than announced leave no file`(written: Int) throws {
    let path = folder.file("out.xlsx")
    let error = #expect(throws: WorkbookError.self) {
      try write(book(4, rowLimit: 20), written, to: path)
    }
    #expect(error == .rowCount(table: "rows", expected: 4, found: written))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test func `a row with too many cells is refused by its number`() throws {
    let error = #expect(throws: WorkbookError.self) {
      try book(9, rowLimit: 12).write(to: folder.file("out.xlsx"), replacing: false) { _, rows in
        for row in 0..<9 {
          try rows.beginRow()
          for _ in 0..<(row == 6 ? 4 : 3) { try rows.write(integer: 1) }
        }
      }
    }
    #expect(error == .tooManyCells(table: "rows", row: 7))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test func `paragraphs that leave no room are refused`() {
    let notes = [ReportNote](repeating: ReportNote(Phrase(verbatim: "n")), count: 8)
    #expect(throws: WorkbookError.tooManyRows(sheet: "Rows", limit: 12)) {
      try book(1, rowLimit: 12, notes: notes).sheetsOfTables()
    }
  }

  @Test func `the same rows give the same bytes`() throws {
    for name in ["a.xlsx", "b.xlsx"] {
      try write(book(30, rowLimit: 12), 30, to: folder.file(name))
    }
    let first = try Data(contentsOf: URL(filePath: folder.file("a.xlsx")))
    #expect(first == (try Data(contentsOf: URL(filePath: folder.file("b.xlsx")))))
  }

  @Test func `links lead to rows of other sheets, up to what a sheet holds`() throws {
    let count = 65_531
    let path = folder.file("out.xlsx")
    let summary = try book(count, rowLimit: 1_048_576).write(to: path, replacing: false) {
      _, rows in
      let cell = Cell.text("x").linked(to: .sheet("front"))
      for _ in 0..<count {
        try rows.beginRow()
        try rows.write(cell)
      }
    }
    #expect(summary.lostLinkCount == 1)
    #expect(
      summary.phrases.map(\.english) == [
        "1 cells stand without their links: a sheet holds 65530."
      ])
  }
}

/// Needs LibreOffice and `unzip`.
@Suite(.enabled(if: LibreOffice.isAvailable, "LibreOffice or unzip is not installed"), .serialized)
struct StreamedWorkbookReadingTests {
  @Test func `LibreOffice reads every cell back`() throws {
    let folder = try ScratchFolder()
    let texts = ["=1+1", "雲 & <端>", "_x0041_", " x ", "a\nb", "“q”"]
    let name = Phrase(verbatim: "Rows")
    let path = folder.file("out.xlsx")
    let book = StreamedWorkbook(
      ReportDocument(title: name, createdOn: Day(daysSinceEpoch: 20_000), language: .english),
      tables: [
        StreamedTable(
          "rows", name: name, title: name, columns: StreamedWorkbookTests.columns, rowCount: 20)
      ], rowLimit: 12)
    try book.write(to: path, replacing: false) { _, rows in
      for row in 0..<20 {
        try rows.beginRow()
        try rows.write(utf8: Array(texts[row % texts.count].utf8).span)
        try rows.write(integer: Int64(row))
        try rows.write(Money(minorUnits: Int64(row) * 12_345))
      }
    }
    let converted = try Spreadsheet(path: try LibreOffice.convert(path, to: "xlsx", in: folder))
    #expect(converted.sheets.map(\.name) == (1...5).map { $0 == 1 ? "Rows" : "Rows (\($0))" })
    for row in 0..<20 {
      let cells = converted.sheets[row / 4].cells
      let line = 6 + row % 4
      let text = texts[row % texts.count]
      let written = text == "_x0041_" ? "_x005F_x0041_" : text
      #expect(cells["A\(line)"] == .init(formula: nil, value: written, isText: true))
      #expect(cells["B\(line)"]?.value == "\(row)")
      let price = try #require(cells["C\(line)"].flatMap { Double($0.value) })
      #expect(abs(price - Double(row) * 123.45) < 1e-9)
    }
  }
}
