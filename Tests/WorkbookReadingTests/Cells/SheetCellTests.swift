import Policy
import Quantities
import TestSupport
import Testing

@testable import WorkbookReading

@Suite struct SheetCellTests {
  @Test(arguments: [
    ("<c r=\"A1\"><v>1234567.89</v></c>", "1234567.89"),
    ("<c r=\"A1\" t=\"n\"><v> 5 </v></c>", "5"),
    ("<c r=\"A1\" t=\"b\"><v>1</v></c>", "true"),
    ("<c r=\"A1\" t=\"b\"><v>0</v></c>", "false"),
    ("<c r=\"A1\" t=\"str\"><f>\"a\"</f><v>a &amp; b</v></c>", "a & b"),
    ("<c r=\"A1\" t=\"str\"><f>\"\"</f><v></v></c>", ""),
    ("<c r=\"A1\" t=\"d\"><v>2026-03-31T00:00:00</v></c>", "2026-03-31"),
    ("<c r=\"A1\" t=\"d\"><v>2026-03-31T10:00:00</v></c>", "2026-03-31 10:00:00"),
    ("<c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c>", "a"),
    ("<c r=\"A1\" t=\"inlineStr\"><is><r><t>雲</t></r><r><t>端</t></r></is></c>", "雲端"),
    ("<c r=\"A1\" t=\"inlineStr\"><is><t>a</t><rPh><t>b</t></rPh></is></c>", "a"),
    ("<c r=\"A1\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> a </t></is></c>", " a "),
    ("<c r=\"A1\" t=\"inlineStr\"><is><t><![CDATA[<b>&]]></t></is></c>", "<b>&"),
    ("<c r=\"A1\" t=\"inlineStr\"><is><t>a_x000D_b_x005F_x0041_</t></is></c>", "a\rb_x0041_"),
    ("<c r=\"A1\" t=\"inlineStr\"><is><t>_xD83D__xDE00_</t></is></c>", "😀"),
    ("<c r=\"A1\" t=\"inlineStr\"><is><t>=1+1</t></is></c>", "=1+1"),
    ("<c r=\"A1\" t=\"inlineStr\"><is><t>_x+123__xZZZZ__</t></is></c>", "_x+123__xZZZZ__"),
    ("<c><v>7</v></c>", "7"),
  ])
  func hasAText(_ xml: String, _ expected: String) throws {
    let cell = try #require(try cells(row: xml).first)
    #expect(try cell.plainText(.from1900) == expected)
    #expect(cell.reference.description == "A1")
  }

  @Test(arguments: [
    "<c r=\"A1\" s=\"0\"/>", "<c r=\"A1\"><v/></c>", "<c r=\"A1\" t=\"str\"><v></v></c>",
    "<c r=\"A1\" t=\"s\"><v></v></c>",
  ])
  func isLeftOutWhereItHoldsNothing(_ xml: String) throws {
    #expect(try cells(row: xml).isEmpty)
  }

  @Test(arguments: [
    ("<c r=\"A1\" t=\"e\"><v>#N/A</v></c>", "is an error of the spreadsheet"),
    ("<c r=\"A1\"><f>B1</f></c>", "is a formula without a stored result"),
    ("<c r=\"A1\"><f>B1</f><v></v></c>", "is a formula without a stored result"),
  ])
  func saysWhyItHasNoText(_ xml: String, _ problem: String) throws {
    let cell = try #require(try cells(row: xml).first)
    do throws(QuantityFormatError) {
      _ = try cell.plainText(.from1900)
      Issue.record("it has a text")
    } catch {
      #expect(error.problem == problem)
    }
  }

  @Test func keepsFormulasAsTheyStand() throws {
    let row = """
      <c r="A1"><f>B1*C1</f><v>6</v></c>\
      <c r="B1"><f t="shared" ref="B1:B9" si="0">C1&amp;"&lt;"</f><v>1</v></c>\
      <c r="C1"><f t="shared" si="0"/><v>2</v></c>\
      <c r="D1"><f t="array" ref="D1:D3">SUM(A1:A2)</f><v>3</v></c>\
      <c r="E1"><f t="dataTable" ref="E1:F2" dt2D="1"/><v>4</v></c>\
      <c r="F1"><v>5</v></c>
      """
    let cells = try cells(row: row)
    #expect(
      cells.map(\.formula) == [
        CellFormula(text: "B1*C1", kind: .plain),
        CellFormula(text: "C1&\"<\"", kind: .shared(group: 0, range: "B1:B9")),
        CellFormula(text: "", kind: .shared(group: 0, range: nil)),
        CellFormula(text: "SUM(A1:A2)", kind: .array(range: "D1:D3")),
        CellFormula(text: "", kind: .dataTable(range: "E1:F2")), nil,
      ])
    #expect(
      cells.map(\.value) == [
        .number("6"), .number("1"), .number("2"), .number("3"), .number("4"), .number("5"),
      ])
  }

  @Test func showsLeadingZerosAsTheFormatDoes() throws {
    var book = TestWorkbook(
      sheetData:
        "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>1234567</v></c><c r=\"B1\" s=\"1\"><v>1.5</v></c></row>"
    )
    book.formatCodes = ["00000000"]
    let texts = try cells(book).map { try $0.plainText(.from1900) }
    #expect(texts == ["01234567", "1.5"])
  }

  @Test func looksUpSharedTexts() throws {
    var book = TestWorkbook(
      sheetData:
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>")
    book.sharedTextsXML =
      "<si><t>品項</t></si><si><r><rPr><b/></rPr><t>a</t></r><r><t>b</t></r><rPh sb=\"0\" eb=\"1\"><t>c</t></rPh></si>"
    #expect(try cells(book).map(\.value) == [.text("ab"), .text("品項")])
  }

  @Test func statesWhatIsHiddenAndMerged() throws {
    let book = TestWorkbook([
      .init(
        "S",
        xml: """
          <cols><col min="2" max="3" hidden="1"/><col min="4" max="4" width="0"/></cols><sheetData>\
          <row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="D1"><v>3</v></c></row>\
          <row r="2" hidden="1"><c r="A2"><v>4</v></c></row></sheetData>\
          <mergeCells count="1"><mergeCell ref="A3:B4"/></mergeCells>
          """)
    ])
    let reader = try reader(book)
    let contents = try reader.contents(of: reader.sheets[0])
    #expect(contents.cells.map(\.isHidden) == [false, true, true, true])
    #expect(contents.features.mergedRanges.map(\.description) == ["A3:B4"])
    #expect(contents.features.hiddenColumns == [2...3, 4...4])
  }

  @Test func passesOverExtensions() throws {
    let row = """
      <c r="A1"><v>1</v><x:f xmlns:x="urn:other">SUM(<x:v>9</x:v>)</x:f></c>
      """
    #expect(try cells(row: row).map(\.value) == [.number("1")])
  }
}
