import Policy
import Quantities
import Reporting
import TestSupport
import Testing
import Workbook

/// Needs LibreOffice and `unzip`; without them these tests are reported as skipped, and no formula is
/// checked by a second program.
@Suite(.enabled(if: LibreOffice.isAvailable, "LibreOffice or unzip is not installed"), .serialized)
struct RecalculationTests {
  @Test(arguments: Language.allCases)
  func `every formula computes to its stored value`(language: Language) throws {
    let folder = try ScratchFolder()
    let path = folder.file("sample.xlsx")
    try WorkbookFile.write(SampleDocument.make(language), to: path, replacing: false)
    let comparison = try LibreOffice.recompute(path)
    // Three columns of four bids, two totals, five points of a curve and four facts.
    #expect(comparison.formulaCount == 23)
    #expect(comparison.differences.map(\.description) == [])
  }

  @Test func `a stored value that is wrong is found`() throws {
    let folder = try ScratchFolder()
    let name = Phrase(verbatim: "s")
    let facts = FactList(
      "f",
      facts: [
        .init("right", name, Cell.integer(2).computed(by: Formula("=1+1"))),
        .init("wrong", name, Cell.integer(3).computed(by: Formula("=1+1"))),
        .init("words", name, Cell.text("x").computed(by: Formula("=\"y\""))),
      ])
    let path = folder.file("wrong.xlsx")
    try WorkbookFile.write(
      ReportDocument(
        title: name, createdOn: Day(daysSinceEpoch: 20_000), language: .english,
        sheets: [ReportSheet("s", name: name, title: name, blocks: [.facts(facts)])]),
      to: path, replacing: false)
    let comparison = try LibreOffice.recompute(path)
    #expect(comparison.differences.map(\.cell) == ["s!B4", "s!B5"])
    #expect(comparison.differences.map(\.recalculated) == ["2", "y"])
  }
}
