/// A workbook made of pieces of XML, for cells that no spreadsheet program would write.
public struct TestWorkbook: Sendable {
  /// One sheet.
  public struct Sheet: Sendable {
    /// The name on the tab.
    public var name: String
    /// The attribute `state`; empty for a visible sheet.
    public var state = ""
    /// What stands within `worksheet`.
    public var xml: String

    /// Creates a sheet from what stands within `worksheet`.
    public init(_ name: String, state: String = "", xml: String) {
      self.name = name
      self.state = state
      self.xml = xml
    }

    /// Creates a sheet of texts and numbers; what reads as a number is one, an empty text is no cell.
    public init(_ name: String, state: String = "", rows: [[String]], behind: String = "") {
      let body = rows.enumerated().map { number, row in
        let cells = row.enumerated().map { column, text in
          TestWorkbook.cell(text, at: "\(TestWorkbook.letter(column))\(number + 1)")
        }
        return "<row r=\"\(number + 1)\">\(cells.joined())</row>"
      }
      self.init(name, state: state, xml: "<sheetData>\(body.joined())</sheetData>\(behind)")
    }
  }

  /// The sheets in their order.
  public var sheets: [Sheet]
  /// What stands in the part of the workbook besides the sheets: in front of them, and behind.
  public var workbookXML = (front: "", behind: "")
  /// Number formats; the cell format n, from 1 on, has the nth.
  public var formatCodes: [String] = []
  /// What stands within `sst`; `nil` for no such part.
  public var sharedTextsXML: String?
  /// Parts that replace those above, or stand beside them.
  public var otherParts: [String: String] = [:]
  /// Parts that are left out.
  public var missingParts: Set<String> = []

  /// Creates a workbook of some sheets.
  public init(_ sheets: [Sheet]) {
    self.sheets = sheets
  }

  /// Creates a workbook of one sheet from what stands within `sheetData`.
  public init(sheetData: String) {
    self.init([Sheet("Sheet1", xml: "<sheetData>\(sheetData)</sheetData>")])
  }

  /// The namespace of sheets.
  public static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  /// The declaration that a part begins with.
  public static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  /// The file.
  ///
  /// - Throws: ``ExternalProgramFailure`` when libzip refuses.
  public func bytes() throws -> [UInt8] {
    var archive = TestArchive()
    for (name, text) in parts.sorted(by: { $0.key < $1.key }) {
      archive.add(name, Array(text.utf8))
    }
    return try archive.bytes()
  }

  /// The parts by their names.
  public var parts: [String: String] {
    let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    let declaration = TestWorkbook.declaration
    let numbers = sheets.indices
    let list = numbers.map { index in
      let state = sheets[index].state.isEmpty ? "" : " state=\"\(sheets[index].state)\""
      return "<sheet name=\"\(TestWorkbook.escaped(sheets[index].name))\" sheetId=\"\(index + 1)\""
        + "\(state) r:id=\"rId\(index + 1)\"/>"
    }
    let links = numbers.map { index in
      "<Relationship Id=\"rId\(index + 1)\" Type=\"\(relationships)/worksheet\""
        + " Target=\"worksheets/sheet\(index + 1).xml\"/>"
    }
    var parts = [
      "_rels/.rels": declaration
        + "<Relationships xmlns=\"\(package)\"><Relationship Id=\"rId1\""
        + " Type=\"\(relationships)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
      "xl/workbook.xml": declaration
        + "<workbook xmlns=\"\(TestWorkbook.namespace)\" xmlns:r=\"\(relationships)\">"
        + "\(workbookXML.front)<sheets>\(list.joined())</sheets>\(workbookXML.behind)</workbook>",
      "xl/_rels/workbook.xml.rels": declaration
        + "<Relationships xmlns=\"\(package)\">\(links.joined())"
        + "<Relationship Id=\"rId8001\" Type=\"\(relationships)/styles\" Target=\"styles.xml\"/>"
        + "<Relationship Id=\"rId8002\" Type=\"\(relationships)/sharedStrings\""
        + " Target=\"sharedStrings.xml\"/></Relationships>",
      "xl/styles.xml": declaration + stylesXML,
    ]
    if let sharedTextsXML {
      parts["xl/sharedStrings.xml"] =
        declaration + "<sst xmlns=\"\(TestWorkbook.namespace)\">\(sharedTextsXML)</sst>"
    }
    for index in numbers {
      parts["xl/worksheets/sheet\(index + 1).xml"] =
        declaration
        + "<worksheet xmlns=\"\(TestWorkbook.namespace)\">\(sheets[index].xml)</worksheet>"
    }
    parts.merge(otherParts) { _, other in other }
    return parts.filter { !missingParts.contains($0.key) }
  }

  private var stylesXML: String {
    let codes = formatCodes.enumerated().map { index, code in
      "<numFmt numFmtId=\"\(164 + index)\" formatCode=\"\(TestWorkbook.escaped(code))\"/>"
    }
    let formats = formatCodes.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }
    return "<styleSheet xmlns=\"\(TestWorkbook.namespace)\"><numFmts>\(codes.joined())</numFmts>"
      + "<cellXfs><xf numFmtId=\"0\"/>\(formats.joined())</cellXfs></styleSheet>"
  }

  /// A cell of a text or, where it reads as one, a number; nothing for an empty text.
  public static func cell(_ text: String, at reference: String) -> String {
    if text.isEmpty { return "" }
    if Double(text) != nil { return "<c r=\"\(reference)\"><v>\(text)</v></c>" }
    return "<c r=\"\(reference)\" t=\"inlineStr\"><is><t>\(escaped(text))</t></is></c>"
  }

  /// The letter of one of the first columns, counted from 0.
  public static func letter(_ column: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column)))
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
