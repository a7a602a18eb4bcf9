import Foundation
import TestSupport
import Testing

@testable import WorkbookReading

@Suite struct HostileWorkbookTests {
  private static let plain = TestWorkbook(sheetData: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")

  // MARK: The archive

  @Test(arguments: [
    ([], "the file is empty"), (Array("item_id,price\n".utf8), "the file is not a workbook"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "the file is encrypted, or a workbook of the old format"),
    (Array("PK".utf8) + [3, 4, 0, 0, 0, 0], "the file is cut off or damaged"),
  ])
  func refusesWhatIsNoWorkbook(_ bytes: [UInt8], _ problem: String) {
    #expect(refusal(bytes).hasPrefix(problem))
  }

  /// Cut off anywhere, it is refused; never read in part.
  @Test func refusesEveryTruncation() throws {
    let bytes = try HostileWorkbookTests.plain.bytes()
    #expect(refusal(bytes).isEmpty)
    for length in stride(from: 0, to: bytes.count, by: 7) {
      #expect(!refusal(Array(bytes.prefix(length))).isEmpty, "\(length) bytes")
    }
  }

  /// A byte changed anywhere changes nothing or is refused; nothing crashes or hangs.
  @Test func survivesEveryDamage() throws {
    let bytes = try HostileWorkbookTests.plain.bytes()
    for index in stride(from: 0, to: bytes.count, by: 11) {
      var damaged = bytes
      damaged[index] ^= 0xFF
      _ = refusal(damaged)
    }
  }

  @Test func refusesAZipBomb() throws {
    var book = HostileWorkbookTests.plain
    let spaces = String(repeating: " ", count: 1_100_000)
    book.sheets[0].xml += "<!--\(spaces)-->"
    #expect(
      try refusal(book).contains("xl/worksheets/sheet1.xml unpacks from"),
      "more than \(WorkbookReadingLimits.unpackingRatio) times")
  }

  /// The declared length is a lie: what comes out is counted.
  @Test(arguments: [(-1, "is longer than the"), (1, "is shorter than the")])
  func refusesAFalseLength(_ change: Int, _ problem: String) throws {
    var archive = TestArchive()
    let name = "_rels/.rels"
    let text = HostileWorkbookTests.plain.parts[name] ?? ""
    archive.add(name, Array(text.utf8))
    let bytes = try archive.bytes()
    let declared = littleEndian(text.utf8.count)
    let changed = replacing(declared, with: littleEndian(text.utf8.count + change), in: bytes)
    #expect(changed != bytes)
    #expect(refusal(changed).contains(problem))
  }

  @Test func refusesAnEncryptedPart() throws {
    var bytes = try HostileWorkbookTests.plain.bytes()
    // The flag of encryption in the local header and in the list of parts.
    for index in bytes.indices.dropLast(10) {
      if bytes[index..<(index + 4)].elementsEqual([0x50, 0x4B, 3, 4]) { bytes[index + 6] |= 1 }
      if bytes[index..<(index + 4)].elementsEqual([0x50, 0x4B, 1, 2]) { bytes[index + 8] |= 1 }
    }
    #expect(refusal(bytes).hasSuffix("is encrypted, expected a workbook without a password"))
  }

  @Test func refusesTwoPartsOfOneName() throws {
    var book = HostileWorkbookTests.plain
    book.otherParts["xl/workbook.xmk"] = book.parts["xl/workbook.xml"]
    let bytes = replacing(
      Array("workbook.xmk".utf8), with: Array("workbook.xml".utf8), in: try book.bytes())
    #expect(refusal(bytes).contains("has two parts xl/workbook.xml"))
    // Programs that fold case would see one part.
    var folded = HostileWorkbookTests.plain
    folded.otherParts["XL/Workbook.xml"] = book.parts["xl/workbook.xml"]
    #expect(try refusal(folded).contains("has two parts"))
  }

  @Test(arguments: ["../evil.xml", "xl/../../evil.xml", "/etc/passwd", "xl\\sheet.xml"])
  func refusesNamesThatLeadElsewhere(_ name: String) throws {
    var book = HostileWorkbookTests.plain
    book.otherParts[name] = "<a/>"
    #expect(try refusal(book).contains("which leads elsewhere"))
  }

  @Test func refusesTooManyParts() throws {
    var archive = TestArchive()
    for index in 0..<5 { archive.add("\(index)", []) }
    let bytes = try archive.bytes()
    #expect(try ZipArchive(bytes, partLimit: 5).entry("4") != nil)
    do throws(WorkbookReadingError) {
      _ = try ZipArchive(bytes, partLimit: 4)
      Issue.record("it was opened")
    } catch {
      #expect(error.problem == "the file has more parts than are read")
    }
  }

  // MARK: XML

  @Test(arguments: [
    "<!DOCTYPE worksheet [<!ENTITY a \"b\">]>",
    "<!DOCTYPE worksheet [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]>",
    "<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\">",
    "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
  ])
  func refusesDocumentTypes(_ type: String) throws {
    var book = HostileWorkbookTests.plain
    book.otherParts["xl/worksheets/sheet1.xml"] =
      TestWorkbook.declaration + type
      + "<worksheet xmlns=\"\(TestWorkbook.namespace)\"><sheetData><row><c t=\"inlineStr\"><is><t>&a;</t></is></c></row></sheetData></worksheet>"
    #expect(try refusal(book).contains("has a document type, which may declare entities"))
  }

  @Test func refusesUndeclaredEntities() throws {
    let book = TestWorkbook(
      sheetData: "<row><c t=\"inlineStr\"><is><t>&unknown;</t></is></c></row>")
    #expect(try refusal(book).contains("is not well-formed XML"))
  }

  /// In other encodings the bytes of a document type would look otherwise.
  @Test func refusesOtherEncodings() throws {
    var book = HostileWorkbookTests.plain
    let text = book.parts["xl/worksheets/sheet1.xml"] ?? ""
    book.otherParts["xl/worksheets/sheet1.xml"] = text.replacing("UTF-8", with: "UTF-16")
    #expect(try refusal(book).contains("is not XML in UTF-8"))
    book.otherParts["xl/worksheets/sheet1.xml"] = text.replacing("UTF-8", with: "UTF-7")
    #expect(try refusal(book).contains("is not XML in UTF-8"))
    book.otherParts["xl/worksheets/sheet1.xml"] = "\0<\0w"
    #expect(try refusal(book).contains("is not XML in UTF-8"))
  }

  @Test func refusesDeepNesting() throws {
    let depth = 100_000
    var book = HostileWorkbookTests.plain
    book.sheets[0].xml = String(repeating: "<row>", count: depth)
    #expect(try refusal(book).contains("has elements more than 64 deep"))
  }

  /// Empty elements pack well and still take time.
  @Test func refusesElementsWithoutEnd() throws {
    let archive = try ZipArchive(try HostileWorkbookTests.plain.bytes())
    let entry = try #require(archive.entry("xl/worksheets/sheet1.xml"))
    func parse(limit: Int) -> WorkbookReadingError? {
      do throws(WorkbookReadingError) {
        let texts = SharedTextsPart("")
        try PartParser.parse(entry, of: archive, into: texts, elementLimit: limit)
        return nil
      } catch {
        return error
      }
    }
    // worksheet, sheetData, row, c and v.
    #expect(parse(limit: 5) == nil)
    #expect(parse(limit: 4)?.problem == "xl/worksheets/sheet1.xml has more elements than are read")
  }

  @Test func refusesATagWithoutEnd() throws {
    var book = HostileWorkbookTests.plain
    let value = String(repeating: "x", count: WorkbookReadingLimits.markupGapBytes)
    book.sheets[0].xml = "<sheetData a=\"\(value)\"></sheetData>"
    #expect(try refusal(book).contains("has a tag or a text that does not end"))
    let few = (0..<100).map { " a\($0)=\"\"" }.joined()
    book.sheets[0].xml = "<sheetData\(few)></sheetData>"
    #expect(try refusal(book).contains("has more attributes than are read, expected at most 64"))
  }

  @Test(arguments: ["<sheetData><row>", "<sheetData></row>", "<sheetData", "\u{1}", "<a:b/>"])
  func refusesWhatIsNotWellFormed(_ xml: String) throws {
    var book = HostileWorkbookTests.plain
    book.sheets[0].xml = xml
    #expect(try refusal(book).contains("is not well-formed XML"))
  }

  // MARK: Relationships

  @Test(arguments: ["worksheets/sheet1.xml", "styles.xml", "sharedStrings.xml"])
  func refusesExternalParts(_ target: String) throws {
    var book = HostileWorkbookTests.plain
    let name = "xl/_rels/workbook.xml.rels"
    let text = book.parts[name] ?? ""
    for outside in ["http://example.org/a.xml\" TargetMode=\"External", "../../../a.xml"] {
      book.otherParts[name] = text.replacing(
        "Target=\"\(target)\"", with: "Target=\"\(outside)\"")
      #expect(try refusal(book).contains("outside of the file"))
    }
  }

  @Test(arguments: [
    "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml",
  ])
  func refusesMissingParts(_ part: String) throws {
    var book = HostileWorkbookTests.plain
    book.missingParts = [part]
    #expect(try !refusal(book).isEmpty)
  }

  // MARK: Cells

  @Test(arguments: [
    (
      "<row r=\"1000000000\"><c r=\"A1000000000\"><v>1</v></c></row>", "has a row 1000000000 behind"
    ),
    ("<row r=\"1048577\"/>", "has a row 1048577 behind"), ("<row r=\"0\"/>", "has a row 0 behind"),
    ("<row r=\"2\"/><row r=\"1\"/>", "has a row 1 behind the row 2"),
    ("<row r=\"1\"/><row r=\"1\"/>", "has a row 1 behind the row 1"),
    ("<row r=\"x\"/>", "has a row x behind"), ("<row r=\"1E9\"/>", "has a row 1E9 behind"),
    ("<row r=\"99999999999999999999\"/>", "has a row 99999999999999999999 behind"),
    ("<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>", "has a cell “A1” out of its place"),
    ("<row r=\"1\"><c r=\"A1\"/><c r=\"A1\"/></row>", "has a cell “A1” out of its place"),
    ("<row r=\"1\"><c r=\"A2\"/></row>", "has a cell “A2” out of its place"),
    ("<row r=\"1\"><c r=\"XFE1\"/></row>", "has a cell “XFE1” out of its place"),
    ("<row r=\"1\"><c r=\"ZZZZZZZZZZ1\"/></row>", "has a cell “ZZZZZZZZZZ1” out of its place"),
    ("<row r=\"1\"><c r=\"\"/></row>", "has a cell “” out of its place"),
    ("<c r=\"A1\"/>", "has a cell “A1” out of its place in row 0"),
    ("<row><c t=\"s\"><v>7</v></c></row>", "a shared text 7 that is not there"),
    ("<row><c t=\"s\"><v>-1</v></c></row>", "a shared text -1 that is not there"),
    ("<row><c t=\"s\"><v>99999999999999999999</v></c></row>", "a shared text"),
    ("<row><c s=\"9\"><v>7</v></c></row>", "a format 9 that is not there"),
    ("<row><c s=\"-1\"><v>7</v></c></row>", "a format -1 that is not there"),
    ("<row><c s=\"x\"><v>7</v></c></row>", "a format x that is not there"),
    ("<row><c><v>seven</v></c></row>", "a number “seven” that is none"),
    ("<row><c><v>NaN</v></c></row>", "a number “NaN” that is none"),
    ("<row><c t=\"b\"><v>2</v></c></row>", "neither yes nor no"),
    ("<row><c t=\"q\"><v>2</v></c></row>", "a type “q”"),
    ("<row><c><f t=\"shared\" si=\"-1\"/></c></row>", "shares a formula with no group"),
    ("<row><c><f t=\"odd\"/></c></row>", "a formula of the type “odd”"),
  ])
  func refusesCellsThatCannotBe(_ rows: String, _ problem: String) throws {
    let line = try refusal(TestWorkbook(sheetData: rows))
    #expect(line.hasPrefix("Sheet1"))
    #expect(line.contains(problem))
  }

  @Test func namesTheCell() throws {
    let book = TestWorkbook(sheetData: "<row r=\"17\"><c r=\"B17\" t=\"s\"><v>7</v></c></row>")
    #expect(try refusal(book).hasPrefix("Sheet1!B17: "))
  }

  @Test func refusesTextsBeyondTheLimit() throws {
    let text = String(repeating: "x", count: WorkbookReadingLimits.textLengthBytes + 1)
    let book = TestWorkbook(
      sheetData: "<row><c t=\"inlineStr\"><is><t>\(text)</t></is></c></row>")
    #expect(try refusal(book).contains("the cell's text is too long"))
    var shared = TestWorkbook(sheetData: "")
    shared.sharedTextsXML = "<si><t>\(text)</t></si>"
    #expect(try refusal(shared).contains("has a text that is too long"))
  }

  @Test(arguments: ["A0:B1", "B1:A1", "A1:B1:C1", "", "A1:XFE1"])
  func refusesMergedCellsThatCannotBe(_ range: String) throws {
    var book = HostileWorkbookTests.plain
    book.sheets[0].xml += "<mergeCells><mergeCell ref=\"\(range)\"/></mergeCells>"
    #expect(try refusal(book).contains("merges cells that do not exist"))
  }

  /// A sheet claims its size; nothing is made of that.
  @Test func takesNoClaimForASize() throws {
    var book = HostileWorkbookTests.plain
    book.sheets[0].xml =
      "<dimension ref=\"A1:XFD1000000000\"/><cols><col min=\"1\" max=\"16384\"/></cols>"
      + book.sheets[0].xml
    #expect(try refusal(book).isEmpty)
  }

  private func littleEndian(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private func replacing(_ old: [UInt8], with new: [UInt8], in bytes: [UInt8]) -> [UInt8] {
    Array(Data(bytes)).replacing(old, with: new)
  }
}
