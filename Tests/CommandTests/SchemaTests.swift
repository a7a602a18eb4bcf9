import Foundation
import TestSupport
import Testing

/// Workbooks of every command against the schema of their file format.
@Suite(
  .enabled(if: SchemaValidator.isAvailable, "skipped: openxml-audit is not installed"))
struct SchemaTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try SmallCase.write(to: folder)
    try folder.write("reserves.csv", "item_id,reserve_price\nVM-01,1000\nDB-01,1990\n")
  }

  @Test(arguments: [
    ["run", ".", "--workbook", "book.xlsx", "--language", "zh-Hant"],
    ["run", ".", "--workbook", "book.xlsx", "--language", "en"],
    ["simulate", ".", "--draws", "8", "--workbook", "book.xlsx"],
    ["award", "--bids", "bids.csv", "--reserves", "reserves.csv", "--workbook", "book.xlsx"],
    ["template", "book.xlsx"],
  ])
  func followsTheSchema(_ command: [String]) throws {
    let made = try Program.run(command, in: folder)
    #expect(made.status == 0, "\(made.errors)")
    #expect(try SchemaValidator.findings(in: folder.path("book.xlsx")) == [])
  }

  @Test func aPlantedElementIsFound() throws {
    let made = try Program.run(["run", ".", "--workbook", "book.xlsx", "--quiet"], in: folder)
    #expect(made.status == 0, "\(made.errors)")
    var book = try EditedWorkbook(path: folder.path("book.xlsx"))
    try book.replace("<sheetData>", with: "<sheetData><column/>", inSheet: "Reserve prices")
    try book.write(to: folder.path("edited.xlsx"))
    let findings = try SchemaValidator.findings(in: folder.path("edited.xlsx"))
    #expect(findings.count == 1)
    #expect(findings.first?.contains("column") ?? false, "\(findings)")
  }
}
