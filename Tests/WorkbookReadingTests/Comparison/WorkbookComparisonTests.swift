import Policy
import TestSupport
import Testing

@testable import WorkbookReading

/// Two workbooks cell by cell.
@Suite struct WorkbookComparisonTests {
  private static let data = """
    <row r="1"><c r="A1" t="inlineStr"><is><t>price</t></is></c><c r="B1"><v>10</v></c></row>
    <row r="2"><c r="A2"><v>0.3</v></c><c r="B2"><f>B1*rate</f><v>20</v></c></row>
    <row r="3"><c r="B3" t="str"><f>IF(B1&gt;9,"yes","")</f><v>yes</v></c></row>
    """
  private static let names = "<definedName name=\"rate\">Prices!$A$2</definedName>"

  private func book(
    _ data: String = WorkbookComparisonTests.data, names: String = WorkbookComparisonTests.names,
    sheets: [String] = ["Prices", "Fees", "Notes"]
  ) throws -> WorkbookCells {
    var book = TestWorkbook(
      sheets.enumerated().map { index, name in
        let fees = "<row r=\"1\"><c r=\"A1\"><f>'Prices'!B2</f><v>20</v></c></row>"
        return TestWorkbook.Sheet(
          name, xml: "<sheetData>\(index == 0 ? data : index == 1 ? fees : "")</sheetData>")
      })
    book.workbookXML.behind = "<definedNames>\(names)</definedNames>"
    return try WorkbookCells(try reader(book))
  }

  private func lines(_ written: WorkbookCells, _ found: WorkbookCells) -> [String] {
    WorkbookComparison(written: written, found: found).differences.map {
      let cell = $0.cell.map { "!\($0)" } ?? ""
      return "\($0.kind.rawValue) \($0.sheet)\(cell): \($0.written) -> \($0.found)"
    }
  }

  @Test func findsNothingInTheSame() throws {
    let comparison = WorkbookComparison(written: try book(), found: try book())
    #expect(comparison.differences.isEmpty)
    #expect(comparison.cellCount == 6)
    #expect(comparison.formulaCount == 3)
    #expect(comparison.sheetCount == 3)
  }

  /// One planted edit each, named by its sheet and its cell.
  @Test(arguments: [
    ("<v>10</v>", "<v>11</v>", "value Prices!B1: 10 -> 11"),
    ("<v>0.3</v>", "<v>0.30000000000001</v>", "value Prices!A2: 0.3 -> 0.30000000000001"),
    ("<f>B1*rate</f>", "<f>B1*$A$2</f>", "formula Prices!B2: =B1*rate -> =B1*$A$2"),
    ("<f>B1*rate</f>", "", "formula Prices!B2: =B1*rate -> 20"),
    ("<t>price</t>", "<t>Price</t>", "value Prices!A1: price -> Price"),
    ("<c r=\"A2\"><v>0.3</v></c>", "", "value Prices!A2: 0.3 -> "),
    ("<v>0.3</v>", "<f>0.1*3</f><v>0.3</v>", "formula Prices!A2: 0.3 -> =0.1*3"),
    ("<c r=\"B3\"", "<c r=\"A3\"><v>7</v></c><c r=\"B3\"", "value Prices!A3:  -> 7"),
    ("<v>yes</v>", "<v>no</v>", "value Prices!B3: yes -> no"),
    ("<v>10</v>", "<v>10</v></c><c r=\"C1\" t=\"b\"><v>1</v>", "value Prices!C1:  -> TRUE"),
  ])
  func namesAnEdit(_ old: String, _ new: String, _ expected: String) throws {
    let edited = WorkbookComparisonTests.data.replacing(old, with: new, maxReplacements: 1)
    #expect(lines(try book(), try book(edited)) == [expected])
  }

  /// What programs change without anybody having edited anything.
  @Test(arguments: [
    ("<v>0.3</v>", "<v>0.29999999999999999</v>"),
    ("<v>0.3</v>", "<v>3E-1</v>"),
    ("<v>20</v>", "<v>20.000000000000004</v>"),
    ("<f>B1*rate</f>", "<f> B1 * Rate</f>"),
    ("<f>B1*rate</f>", "<f t=\"shared\" ref=\"B2:B2\" si=\"0\">B1*rate</f>"),
  ])
  func passesWhatProgramsRewrite(_ old: String, _ new: String) throws {
    let edited = WorkbookComparisonTests.data.replacing(old, with: new, maxReplacements: 1)
    #expect(lines(try book(), try book(edited)).isEmpty)
  }

  @Test func namesSheetsAndNames() throws {
    let written = try book()
    let renamed = WorkbookComparisonTests.names.replacing("Prices", with: "Costs")
    #expect(
      lines(
        written,
        try book(names: renamed, sheets: ["Costs", "Fees", "Notes"])
      ) == ["sheet Prices: Prices -> Costs"])
    #expect(
      lines(written, try book(sheets: ["Prices", "Fees"])) == ["sheet Notes: Notes -> "])
    #expect(
      lines(written, try book(sheets: ["Prices", "Fees", "Notes", "More"]))
        == ["sheet More:  -> More"])
    #expect(
      lines(written, try book(names: "")) == ["name : rate = Prices!$A$2 -> "])
    let moved = WorkbookComparisonTests.names.replacing("$A$2", with: "$A$3")
    #expect(
      lines(written, try book(names: moved)) == ["name : rate = Prices!$A$2 -> rate = Prices!$A$3"])
    let more =
      WorkbookComparisonTests.names + "<definedName name=\"more\">Prices!$A$1</definedName>"
    #expect(lines(written, try book(names: more)) == ["name :  -> more = Prices!$A$1"])
    let own =
      WorkbookComparisonTests.names
      + "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">Prices!$A$1</definedName>"
    #expect(lines(written, try book(names: own)).isEmpty)
  }

  /// The fewest sheets that have to be moved back are named.
  @Test(arguments: [
    (["a", "b", "c", "d"], ["a", "b", "c", "d"], [Int]()),
    (["a", "b", "c", "d"], ["d", "a", "b", "c"], [3]),
    (["a", "b", "c", "d"], ["b", "a", "c", "d"], [0]),
    (["a", "b", "c"], ["x", "a", "b", "c"], []),
    (["a", "b", "c"], ["c", "a"], [2]),
  ])
  func namesMovedSheets(_ written: [String], _ found: [String], _ moved: [Int]) {
    #expect(SheetMatching(written: written, found: found).moved.count == moved.count)
  }

  @Test func expandsSharedFormulas() throws {
    let shared = """
      <row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row>
      <row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>4</v></c></row>
      <row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>6</v></c></row>
      <row r="4"><c r="B4"><f t="shared" si="9"/><v>6</v></c></row>
      """
    let sheet = try book(shared).sheets[0]
    let formulas = (1...3).map { row in
      CellReference(row: row, column: 2).flatMap { sheet[$0]?.formula?.text }
    }
    #expect(formulas == ["A1*2", "A2*2", "A3*2"])
    let plain = shared.replacing("<f t=\"shared\" si=\"0\"/><v>4</v>", with: "<f>A2*2</f><v>4</v>")
    #expect(lines(try book(plain), try book(shared)).isEmpty)
  }

  /// Expected of entries: apart, and formulas that hang on them as they should be.
  @Test func holdsFormulasToWhatEntriesComeTo() throws {
    let entry = WorkbookPlace(sheetIndex: 0, cell: try #require(CellReference("B1")))
    let written = try book()
    let hanging = written.formulas(hangingOn: [entry])
    let places = hanging.map { "\($0.sheetIndex)!\($0.cell)" }.sorted()
    #expect(places == ["0!B2", "0!B3", "1!A1"])
    var expectations = WorkbookComparison.Expectations()
    expectations.entries = [entry]
    let product = WorkbookPlace(sheetIndex: 0, cell: try #require(CellReference("B2")))
    expectations.recalculated = [product: .number("30")]
    let edited = WorkbookComparisonTests.data.replacing("<v>10</v>", with: "<v>15</v>")
    let stale = WorkbookComparison(
      written: written, found: try book(edited), expectations: expectations)
    #expect(stale.entries.map(\.found) == ["15"])
    #expect(stale.differences.map(\.kind) == [.notRecalculated])
    #expect(stale.differences.map(\.written) == ["30"])
    let fresh = WorkbookComparison(
      written: written, found: try book(edited.replacing("<v>20</v>", with: "<v>30</v>")),
      expectations: expectations)
    #expect(fresh.differences.isEmpty)
    let wrong = WorkbookComparison(
      written: written, found: try book(edited.replacing("<v>20</v>", with: "<v>31</v>")),
      expectations: expectations)
    #expect(wrong.differences.map(\.kind) == [.value])
  }

  @Test func namesHideNoChains() throws {
    let changed = WorkbookPlace(sheetIndex: 0, cell: try #require(CellReference("A2")))
    // B2 hangs on A2 through the name alone.
    let hanging = try book().formulas(hangingOn: [changed])
    #expect(hanging.map { "\($0.sheetIndex)!\($0.cell)" }.sorted() == ["0!B2", "1!A1"])
  }
}
