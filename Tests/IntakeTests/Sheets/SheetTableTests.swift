import CallOff
import Foundation
import Pipeline
import Policy
import Pricing
import Quantities
import Tendering
import TestSupport
import Testing
import WorkbookReading

@testable import Intake

/// Reads bids and reserves from workbooks in a folder.
private func award(
  _ folder: TemporaryFolder, bids: String = "bids.xlsx", reserves: String = "reserves.csv",
  options: ReadOptions = ReadOptions()
) -> (award: LooseAward?, lines: [String]) {
  do throws(IntakeError) {
    let path = folder.path.hasSuffix("/") ? folder.path : folder.path + "/"
    let read = try LooseFiles.award(bids: path + bids, reserves: path + reserves, options: options)
    return (read, read.diagnostics.warningLines.map { $0.replacing(path, with: "") })
  } catch {
    let path = folder.path.hasSuffix("/") ? folder.path : folder.path + "/"
    return (nil, error.lines.map { $0.replacing(path, with: "") })
  }
}

private func folder(_ bids: TestWorkbook) throws -> TemporaryFolder {
  let folder = try TemporaryFolder(["reserves.csv": "item_id,reserve_price\nA,1000\nB,2000\n"])
  try folder.write("bids.xlsx", try bids.bytes())
  return folder
}

private let plainRows = [
  ["item_id", "vendor_id", "unit_price"], ["A", "Alder", "940"], ["B", "Birch", "1950.5"],
]

@Suite struct SheetTableTests {
  @Test func readsRowsWithTheirCells() throws {
    let folder = try folder(TestWorkbook([.init("Round 1", rows: plainRows)]))
    let read = try #require(award(folder).award)
    #expect(read.bids.map(\.itemID.text) == ["A", "B"])
    #expect(read.bids.map(\.unitPrice?.minorUnits) == [94_000, 195_050])
    #expect(read.bids.map(\.position.line) == [2, 3])
    #expect(
      read.bids.map { $0.position.description.replacing(folder.path, with: "") }.map {
        $0.drop { $0 == "/" }
      } == ["bids.xlsx!Round 1!A2", "bids.xlsx!Round 1!A3"])
    #expect(read.inputFiles.last?.rowCount == 2)
    #expect(read.inputFiles.last?.fieldNumbers["unit_price"] == 3)
  }

  /// Every table of the shipped case says the same from a sheet as from its file.
  @Test(arguments: TableName.ofCase)
  func saysTheSameAsCSV(_ name: TableName) throws {
    let path = projectFolder + "datasets/cloud-1150202/" + name.fileName
    guard let data = try? Data(contentsOf: URL(filePath: path)) else { return }
    var diagnostics = Diagnostics()
    let file = try #require(
      CSVReader.read(Array(data), file: "t.csv", diagnostics: &diagnostics))
    let rows = (0..<min(file.rowCount, 40)).map { row in
      file.headings.indices.map { file.text(row: row, field: $0) }
    }
    let book = TestWorkbook([.init("t", rows: [file.headings] + rows)])
    let folder = try TemporaryFolder([:])
    try folder.write("t.xlsx", try book.bytes())
    var loader = try TableLoader(ReadOptions())
    let sheet = try #require(
      try loader.load(name, at: folder.path + "/t.xlsx", named: "t.xlsx"))
    #expect(sheet.table.headings == file.headings)
    for (index, row) in rows.enumerated() {
      for field in row.indices {
        let text = sheet.table.text(row: index, field: field)
        // A number of a sheet has no zeros at its end, an amount is the same without them.
        #expect(text == row[field] || Double(text) != nil && Double(text) == Double(row[field]))
      }
    }
  }

  @Test func namesTheCellOfEveryError() throws {
    let xml = """
      <sheetData><row r="3"><c r="B3" t="inlineStr"><is><t>item_id</t></is></c>\
      <c r="D3" t="inlineStr"><is><t>廠商</t></is></c>\
      <c r="E3" t="inlineStr"><is><t>unit_price</t></is></c></row>\
      <row r="5"><c r="B5" t="inlineStr"><is><t>A</t></is></c>\
      <c r="D5" t="inlineStr"><is><t>Alder</t></is></c><c r="E5" t="e"><v>#N/A</v></c></row>\
      <row r="17"><c r="B17" t="inlineStr"><is><t>Z</t></is></c>\
      <c r="D17" t="inlineStr"><is><t>Birch</t></is></c><c r="E17"><v>-3</v></c></row>\
      <row r="18"><c r="B18" t="inlineStr"><is><t>A</t></is></c>\
      <c r="D18" t="inlineStr"><is><t>Alder</t></is></c><c r="E18"><f>E5*2</f></c></row></sheetData>
      """
    let folder = try folder(TestWorkbook([.init("Sheet1", xml: xml)]))
    #expect(
      award(folder).lines == [
        "bids.xlsx!Sheet1!E5: unit_price “#N/A” is an error of the spreadsheet, expected a value in place of #N/A",
        "bids.xlsx!Sheet1!B17: item_id “Z” is in no row of the table reserves, expected an item that the table reserves lists",
        "bids.xlsx!Sheet1!E17: unit_price “-3” is not above 0, expected a price above 0 such as 1234.50",
        "bids.xlsx!Sheet1!D18: a bid of the vendor “Alder” for the item “A” stands on row 5 already, expected one row for each",
        "bids.xlsx!Sheet1!E18: unit_price “=E5*2” is a formula without a stored result, expected a value, or the file opened and saved by a spreadsheet program",
      ])
  }

  @Test func statesWhatIsUnusual() throws {
    let xml = """
      <cols><col min="3" max="3" hidden="1"/></cols><sheetData><row r="1">\
      \(TestWorkbook.cell("item_id", at: "A1"))\(TestWorkbook.cell("vendor_id", at: "B1"))\
      \(TestWorkbook.cell("unit_price", at: "C1"))</row>\
      <row r="2">\(TestWorkbook.cell("A", at: "A2"))\(TestWorkbook.cell("Alder", at: "B2"))\
      <c r="C2"><f>900+40</f><v>940</v></c>\(TestWorkbook.cell("a remark", at: "F2"))</row>\
      <row r="3">\(TestWorkbook.cell("Example: A", at: "A3"))\(TestWorkbook.cell("x", at: "B3"))\
      <c r="C3"><v>1</v></c></row>\
      </sheetData><mergeCells><mergeCell ref="E1:F1"/><mergeCell ref="A2:A3"/></mergeCells>
      """
    var book = TestWorkbook([
      .init("Sheet1", xml: xml), .init("Old", state: "hidden", rows: plainRows),
    ])
    book.sheets[1].name = "Old"
    let folder = try folder(book)
    let (read, lines) = award(folder)
    #expect(read?.bids.count == 1)
    #expect(
      lines == [
        "bids.xlsx: not read, as hidden: the sheets “Old”, expected FILE.xlsx!SHEET where one of them is meant",
        "bids.xlsx!Sheet1!A2: merged cells: 1 range here; the first cell of each has the value, the others are read as empty, expected a value in every cell",
        "bids.xlsx!Sheet1!C2: hidden and read: 1 cell here, expected rows and columns that show",
        "bids.xlsx!Sheet1!C2: read as the result that was stored last: 1 formula here, expected values, or a workbook that was saved after its last change",
        "bids.xlsx!Sheet1!F2: not read, as the column has no heading: 1 cell here, expected a heading over every value",
        "bids.xlsx!Sheet1!A3: not read, as marked as an example: 1 row here, expected no example beside real rows",
      ])
  }

  @Test func takesTheFirstLineOfAHeading() throws {
    let rows = [
      ["item_id\n品項編號", " 廠商 \n(name)", "單價\nNT$"], ["A", "Alder", "940"],
    ]
    let folder = try folder(TestWorkbook([.init("Sheet1", rows: rows)]))
    #expect(award(folder).award?.bids.count == 1)
  }

  /// A name that begins like a formula is a name.
  @Test func takesTextsThatLookLikeFormulasAsTexts() throws {
    let names = ["=HYPERLINK(\"http://example.org\")", "+cmd|' /C calc'!A0", "@SUM(1)", "-2+3"]
    let rows = [plainRows[0]] + names.map { ["A", $0, "940"] }
    let folder = try folder(TestWorkbook([.init("Sheet1", rows: rows)]))
    #expect(award(folder).award?.bids.map(\.vendorID.text) == names)
  }

  @Test func readsBooleansAndDates() throws {
    var book = TestWorkbook([
      .init(
        "historical_awards",
        xml: """
          <sheetData><row r="1">\
          \(["evidence_id", "item_id", "case_no", "vendor_id", "award_date", "unit_price", "tax_included"]
            .enumerated().map { TestWorkbook.cell($1, at: "\(["A", "B", "C", "D", "E", "F", "G"][$0])1") }.joined())\
          </row><row r="2"><c r="A2"><v>1</v></c>\(TestWorkbook.cell("A", at: "B2"))<c r="C2"><v>1140206</v></c>\
          \(TestWorkbook.cell("V", at: "D2"))<c r="E2" s="1"><v>45932</v></c><c r="F2"><v>10.1</v></c>\
          <c r="G2" t="b"><v>0</v></c></row></sheetData>
          """)
    ])
    book.formatCodes = ["[$-404]e/m/d"]
    let folder = try TemporaryFolder([:])
    try folder.write("h.xlsx", try book.bytes())
    var loader = try TableLoader(ReadOptions())
    let bound = try #require(
      try loader.load(.historicalAwards, at: folder.path + "/h.xlsx", named: "h.xlsx"))
    var first = FirstPlaces<EvidenceID>()
    let rows = bound.evidence(.historical, KnownNames(), first: &first, &loader.diagnostics)
    #expect(loader.diagnostics.errorLines == [])
    #expect(rows.first?.date.isoText == "2025-10-02")
    #expect(rows.first?.isTaxIncluded == false)
  }

  @Test func mapsHeadingsAndWordsOfSheets() throws {
    let rows = [["lot", "bidder", "offer"], ["A", "Alder", "$940"], ["A", "Birch", "n/a"]]
    let folder = try folder(TestWorkbook([.init("Sheet1", rows: rows)]))
    let mapping = """
      bids:
        columns:
          item_id: lot
          vendor_id: bidder
          unit_price: {heading: offer, strip: "$", null: ["n/a"]}
          status: {heading: offer, map: {"n/a": disqualified}, otherwise: valid}
      """
    try folder.write("map.yaml", Array(mapping.utf8))
    let options = ReadOptions(mappingPath: folder.path + "/map.yaml")
    let read = try #require(award(folder, options: options).award)
    #expect(read.bids.map(\.unitPrice?.minorUnits) == [94_000, nil])
  }

  /// Few bytes may claim a large table: a text that every cell shares, headings over empty columns.
  @Test(arguments: [
    (["x"], (89, 1_000), "the sheet has too much text, expected at most 89 bytes"),
    (
      Array(repeating: "h", count: 20).enumerated().map { "\($1)\($0)" }, (9_000, 150),
      "the table has too many fields, expected at most 150, rows times headings"
    ),
  ])
  func boundsWhatATableTakes(
    _ headings: [String], _ limits: (textBytes: Int, fields: Int), _ line: String
  ) throws {
    let rows = [headings] + (0..<10).map { _ in ["0123456789"] }
    let reader = try WorkbookReader(try TestWorkbook([.init("S", rows: rows)]).bytes())
    let builder = SheetTableBuilder(file: "t", dates: .from1900, limits: limits)
    do throws(WorkbookReadingError) {
      _ = try reader.read(reader.sheets[0], into: builder)
      Issue.record("it was read")
    } catch {
      #expect("\(error.problem), expected \(error.expectation)" == line)
      #expect(error.sheet == "S")
      #expect(error.cell != nil)
    }
  }
}
