import Foundation
import Pipeline
import Quantities
import TestSupport
import Testing

@testable import Intake

@Suite struct SheetChoiceTests {
  private static let rows = [["item_id", "vendor_id", "unit_price"], ["A", "Alder", "940"]]
  private static let header = """
    case_no: "1150202"
    title: "t"
    currency: TWD
    pricing_date: 2026-01-20
    contract_start: 2026-04-01
    contract_end: 2027-03-31
    """

  /// What a sheet for bids is chosen from, and what is chosen.
  @Test(arguments: [
    ([("Anything", true)], "", "Anything"),
    ([("Other", false), ("Bids", true)], "", "Bids"),
    ([("Other", true), ("BIDS", true)], "", "BIDS"),
    ([("Other", false), ("第一輪", true)], "", "第一輪"),
    ([("One", true), ("Two", true)], "!Two", "Two"),
    ([("One", true), ("Two", true)], "!two", "Two"),
    ([("notes", false), ("Data", true)], "", "Data"),
    ([("a!b", true), ("c", true)], "!a!b", "a!b"),
  ])
  func choosesTheSheet(_ sheets: [(String, Bool)], _ asked: String, _ chosen: String) throws {
    let (bound, diagnostics) = try load(sheets, asked)
    #expect(diagnostics.errorLines == [])
    #expect(bound?.table.file == "b.xlsx!\(chosen)")
  }

  @Test(arguments: [
    (
      [("One", true), ("Two", true)], "",
      "b.xlsx: more than one sheet has the columns of the table bids: “One”, “Two”, expected a sheet called bids, or FILE.xlsx!SHEET with one of: “One”, “Two”"
    ),
    (
      [("One", false), ("Two", false)], "",
      "b.xlsx: no visible sheet has the columns of the table bids, expected a sheet called bids, or FILE.xlsx!SHEET with one of: “One”, “Two”"
    ),
    (
      [("One", true)], "!On",
      "b.xlsx: there is no sheet “On”, expected a sheet of the workbook; the nearest is “One”"
    ),
    (
      [("One", false)], "",
      "b.xlsx!One!A1: the first row has no heading of the table bids, expected headings: item_id, vendor_id, unit_price"
    ),
  ])
  func saysWhichSheetsThereAre(
    _ sheets: [(String, Bool)], _ asked: String, _ line: String
  ) throws {
    let (bound, diagnostics) = try load(sheets, asked)
    #expect(bound == nil)
    #expect(diagnostics.errorLines == [line])
  }

  private func load(
    _ sheets: [(String, Bool)], _ asked: String
  ) throws -> (BoundTable?, Diagnostics) {
    let book = TestWorkbook(
      sheets.map { .init($0.0, rows: $0.1 ? SheetChoiceTests.rows : [["about", "this"]]) })
    let folder = try TemporaryFolder([:])
    try folder.write("b.xlsx", try book.bytes())
    var loader = try TableLoader(ReadOptions())
    let bound = try loader.load(
      .bids, at: folder.path + "/b.xlsx" + asked, named: "b.xlsx" + asked)
    return (bound, loader.diagnostics)
  }

  @Test(arguments: [
    ("a.xlsx", "a.xlsx", nil), ("A.XLSX", "A.XLSX", nil), ("f/a.xlsm!S", "f/a.xlsm", "S"),
    ("a.xlsx!b!c", "a.xlsx", "b!c"), ("a.xlsx!b.xlsx", "a.xlsx!b.xlsx", nil),
    ("雲.xlsx!表", "雲.xlsx", "表"), ("İ.xlsx!S", "İ.xlsx", "S"),
  ])
  func readsLocations(_ path: String, _ file: String, _ sheet: String?) {
    let location = WorkbookLocation(path)
    #expect(location?.file == file)
    #expect(location?.sheet == sheet)
  }

  @Test(arguments: ["", "a.csv", "a.xlsx!", "a.xls", "xlsx", "a.xlsx/b"])
  func takesOtherPathsForText(_ path: String) {
    #expect(WorkbookLocation(path) == nil)
  }

  // MARK: Case folders

  private static let items = [["item_id", "category", "name"], ["A", "iaas", "Host"]]

  @Test func readsWorkbooksInPlaceOfFiles() throws {
    let folder = try TemporaryFolder(["case.yaml": SheetChoiceTests.header])
    try folder.write(
      "case.xlsx",
      try TestWorkbook([
        .init("Items", rows: SheetChoiceTests.items), .init("說明", rows: [["read me"]]),
        .init("listing", rows: [["x"]]),
      ]).bytes())
    try folder.write(
      "bids.xlsx", try TestWorkbook([.init("Sheet1", rows: SheetChoiceTests.rows)]).bytes())
    try folder.write("~$bids.xlsx", [1, 2, 3])
    try folder.write("bid.xlsx", [1, 2, 3])
    let read = try CaseFolder.read(folder.path)
    #expect(read.contents.items?.count == 1)
    #expect(read.contents.bids?.count == 1)
    #expect(
      read.contents.inputFiles.map(\.name) == [
        "case.yaml", "case.xlsx!Items", "bids.xlsx!Sheet1",
      ])
    #expect(
      read.diagnostics.warningLines
        == [
          "bid.xlsx: not read, as a case has no such table, expected one of its tables; the nearest is bids.xlsx",
          "case.xlsx!listing: not read, as a case has no such table, expected one of its tables; the nearest is listings",
        ])
  }

  @Test func refusesTwoPlacesOfOneTable() throws {
    let folder = try TemporaryFolder([
      "case.yaml": SheetChoiceTests.header, "bids.csv": "item_id,vendor_id,unit_price\nA,V,1\n",
    ])
    let book = try TestWorkbook([.init("bids", rows: SheetChoiceTests.rows)]).bytes()
    try folder.write("bids.xlsx", book)
    try folder.write("case.xlsx", book)
    do throws(IntakeError) {
      _ = try CaseFolder.read(folder.path)
      Issue.record("it was read")
    } catch {
      #expect(
        error.lines == [
          "bids.csv: the table bids is in bids.xlsx, case.xlsx!bids as well, expected one of them"
        ])
    }
  }

  @Test func readsHiddenSheetsOfTheCaseAndSaysSo() throws {
    let folder = try TemporaryFolder(["case.yaml": SheetChoiceTests.header])
    let book = TestWorkbook([
      .init("cover", rows: []), .init("items", state: "hidden", rows: SheetChoiceTests.items),
    ])
    try folder.write("case.xlsx", try book.bytes())
    let read = try CaseFolder.read(folder.path)
    #expect(read.contents.items?.count == 1)
    #expect(
      read.diagnostics.warningLines.contains(
        "case.xlsx!items: the sheet is hidden and is read, expected a sheet that everybody sees"))
  }

  @Test func namesWhatIsNoWorkbook() throws {
    let archive = try TestWorkbook([.init("bids", rows: SheetChoiceTests.rows)]).bytes()
    let folder = try TemporaryFolder([
      "case.yaml": SheetChoiceTests.header, "items.xlsx": "item_id,category\n",
    ])
    try folder.write("bids.csv", archive)
    try folder.write("orders.xlsx", Array(archive.prefix(100)))
    do throws(IntakeError) {
      _ = try CaseFolder.read(folder.path)
      Issue.record("it was read")
    } catch {
      #expect(
        error.lines == [
          "items.xlsx: the file is not a workbook, expected an XLSX workbook",
          "bids.csv: the file is a workbook or another archive, expected CSV, or a name that ends in .xlsx",
          "orders.xlsx: the file is cut off or damaged: its list of parts cannot be read, expected a whole XLSX workbook",
        ])
    }
  }
}
