import Policy
import TestSupport
import Testing

@testable import WorkbookReading

@Suite struct WorkbookReaderTests {
  @Test func listsSheetsAndNames() throws {
    var book = TestWorkbook([
      .init("Bids & more", rows: [["a"]]), .init("hidden", state: "hidden", rows: []),
      .init("very", state: "veryHidden", rows: []),
    ])
    book.workbookXML.front = "<workbookPr date1904=\"true\"/>"
    book.workbookXML.behind = """
      <definedNames><definedName name="share">'Bids &amp; more'!$B$5</definedName>\
      <definedName name="local" localSheetId="1" hidden="1">1+1</definedName></definedNames>
      """
    let reader = try reader(book)
    #expect(reader.sheets.map(\.name) == ["Bids & more", "hidden", "very"])
    #expect(reader.sheets.map(\.visibility) == [.visible, .hidden, .veryHidden])
    #expect(reader.sheets.map(\.hasCells) == [true, true, true])
    #expect(reader.dateSystem == .from1904)
    #expect(
      reader.definedNames == [
        WorkbookName(
          name: "share", formula: "'Bids & more'!$B$5", sheetIndex: nil, isHidden: false),
        WorkbookName(name: "local", formula: "1+1", sheetIndex: 1, isHidden: true),
      ])
  }

  /// The strict form of the standard, prefixes on every element, parts at other places.
  @Test func readsOtherSpellings() throws {
    var book = TestWorkbook([])
    let office = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    let main = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    book.otherParts = [
      "_rels/.rels":
        "<Relationships xmlns=\"\(package)\"><Relationship Id=\"a\" Type=\"\(office)/officeDocument\" Target=\"/Book/Main.xml\"/></Relationships>",
      "Book/Main.xml":
        "<x:workbook xmlns:x=\"\(main)\" xmlns:q=\"\(office)\"><x:sheets><x:sheet name=\"S\" sheetId=\"1\" q:id=\"b\"/></x:sheets></x:workbook>",
      "Book/_rels/Main.xml.rels":
        "<Relationships xmlns=\"\(package)\"><Relationship Id=\"b\" Type=\"\(office)/worksheet\" Target=\"../Sheets/./S.XML\"/></Relationships>",
      "Sheets/S.xml":
        "\u{FEFF}<?xml version='1.0' encoding='utf-8'?><x:worksheet xmlns:x=\"\(main)\"><x:sheetData><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>",
    ]
    book.missingParts = [
      "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
    ]
    #expect(try cells(book).map(\.value) == [.number("5")])
  }

  @Test func endsWhereTheTakerDoes() throws {
    final class First: SheetCellTaker {
      var count = 0
      func take(_ cell: SheetCell) throws(WorkbookReadingError) -> Bool {
        count += 1
        return false
      }
    }
    // What stands behind the first cell is not even looked at.
    let reader = try reader(TestWorkbook(sheetData: "<row><c><v>1</v></c><c r=\"XXXX1\"/></row>"))
    let first = First()
    _ = try reader.read(reader.sheets[0], into: first)
    #expect(first.count == 1)
  }
}
