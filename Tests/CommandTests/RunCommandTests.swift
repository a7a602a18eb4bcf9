import Foundation
import TestSupport
import Testing

/// `awardsim run`: the whole pipeline and its workbook, on the shipped case.
@Suite struct RunCommandTests {
  @Test func theSameCaseGivesTheSameBytes() throws {
    let folder = try TemporaryFolder()
    for name in ["one.xlsx", "two.xlsx"] {
      let outcome = try Program.run(
        ["run", Program.shippedCase, "--workbook", name, "--quiet"], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.errors.isEmpty)
    }
    let books = try ["one.xlsx", "two.xlsx"].map {
      try Data(contentsOf: folder.url.appending(path: $0))
    }
    #expect(books[0] == books[1])
    #expect(books[0].count > 100_000)
  }

  /// In Chinese; the book of `simulate`, which holds these sheets as well, is recalculated in English.
  @Test(
    "LibreOffice, told to recalculate, agrees with the stored value of every formula",
    .enabled(if: LibreOffice.isAvailable, "skipped: soffice is not installed"))
  func everyFormulaIsRecomputed() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      ["run", Program.shippedCase, "--workbook", "case.xlsx", "--language", "zh-Hant", "--quiet"],
      in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let comparison = try LibreOffice.recompute(folder.path("case.xlsx"))
    // Each of the shipped 2,560 orders alone has 34 formulas, and each of the 720 bids 31.
    #expect(comparison.formulaCount > 2_560 * 34 + 720 * 31)
    #expect(comparison.differences.isEmpty, "\(comparison.differences.prefix(5))")
  }

  @Test func stagesWithoutTheirTablesAreNamed() throws {
    let folder = try TemporaryFolder()
    for name in ["case.yaml", "items.csv", "market_quotes.csv"] {
      try folder.write(
        name, String(contentsOfFile: "\(Program.shippedCase)/\(name)", encoding: .utf8))
    }
    let outcome = try Program.run(
      ["run", ".", "--workbook", "case.xlsx", "--format", "csv"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("bids.csv"))
    #expect(outcome.errors.contains("orders.csv"))
    #expect(outcome.lines.contains { $0.hasPrefix("items_with_reserve,") })
    #expect(!outcome.lines.contains { $0.hasPrefix("fee_") })
  }

  @Test func anErrorLeavesTheOldWorkbook() throws {
    let folder = try TemporaryFolder()
    for name in ["case.yaml", "items.csv"] {
      try folder.write(
        name, String(contentsOfFile: "\(Program.shippedCase)/\(name)", encoding: .utf8))
    }
    try folder.write("bids.csv", "item_id,vendor_id,unit_price\nnowhere,V1,1\n")
    try folder.write("case.xlsx", "old")
    let outcome = try Program.run(
      ["run", ".", "--workbook", "case.xlsx", "--force"], in: folder)
    #expect(outcome.status == 65)
    #expect(outcome.errorLines.contains { $0.hasPrefix("bids.csv:2:1: ") }, "\(outcome.errors)")
    #expect(try folder.read("case.xlsx") == "old")
    #expect(try folder.names() == ["bids.csv", "case.xlsx", "case.yaml", "items.csv"])
  }

  @Test func anExistingWorkbookIsReplacedOnlyByForce() throws {
    let folder = try TemporaryFolder()
    try folder.write("case.xlsx", "old")
    let arguments = ["run", Program.shippedCase, "--workbook", "case.xlsx", "--quiet"]
    #expect(try Program.run(arguments, in: folder).status == 73)
    #expect(try folder.read("case.xlsx") == "old")
    #expect(try Program.run(arguments + ["--force"], in: folder).status == 0)
    #expect(try folder.read("case.xlsx") != "old")
  }
}
