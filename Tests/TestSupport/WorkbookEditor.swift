import Foundation

/// A cell of a workbook that someone changes, as a person would by typing.
public struct WorkbookEdit: Sendable {
  /// What is typed.
  public enum Content: Sendable {
    /// A number, or a date by its number.
    case number(Double)
    /// A text.
    case text(String)
    /// Nothing: the cell is emptied.
    case empty
  }

  /// The name on the sheet's tab.
  public let sheet: String
  /// The cell, such as `B5`.
  public let address: String
  /// What is typed.
  public let content: Content

  /// Creates an edit.
  public init(sheet: String, address: String, content: Content) {
    self.sheet = sheet
    self.address = address
    self.content = content
  }
}

/// Changes cells of an XLSX file without a spreadsheet program; what formulas stored is left as it was.
public enum WorkbookEditor {
  /// Writes a copy of a workbook with some cells changed.
  ///
  /// - Parameters:
  ///   - path: The workbook.
  ///   - edits: The cells; each has to be there, if only as an empty cell with a look.
  ///   - copy: Where the changed workbook goes.
  /// - Throws: ``ExternalProgramFailure`` when a sheet or a cell is not there.
  public static func edit(_ path: String, _ edits: [WorkbookEdit], savingAs copy: String) throws {
    var parts = try Spreadsheet(path: path).parts
    for (sheet, edits) in Dictionary(grouping: edits, by: \.sheet) {
      let part = try part(of: sheet, in: parts)
      var text = String(decoding: parts[part] ?? Data(), as: UTF8.self)
      for edit in edits { try change(&text, edit) }
      parts[part] = Data(text.utf8)
    }
    var archive = TestArchive()
    for (name, data) in parts.sorted(by: { $0.key < $1.key }) { archive.add(name, Array(data)) }
    try Data(try archive.bytes()).write(to: URL(filePath: copy))
  }

  /// The part of the file that holds a sheet.
  private static func part(of sheet: String, in parts: [String: Data]) throws -> String {
    guard let book = parts["xl/workbook.xml"], let links = parts["xl/_rels/workbook.xml.rels"]
    else { throw ExternalProgramFailure("this is no workbook") }
    let identifier = try XMLEvents(of: book).elements("sheet")
      .first { $0["name"] == sheet }?["r:id"]
    let target = try XMLEvents(of: links).elements("Relationship")
      .first { $0["Id"] == identifier }?["Target"]
    guard let target else { throw ExternalProgramFailure("there is no sheet \(sheet)") }
    return target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
  }

  private static func change(_ text: inout String, _ edit: WorkbookEdit) throws {
    guard let start = text.range(of: "<c r=\"\(edit.address)\""),
      let open = text.range(of: ">", range: start.upperBound..<text.endIndex)
    else { throw ExternalProgramFailure("\(edit.sheet)!\(edit.address) is not there") }
    let tag = text[start.lowerBound..<open.upperBound]
    var end = open.upperBound
    if !tag.hasSuffix("/>"), let close = text.range(of: "</c>", range: end..<text.endIndex) {
      end = close.upperBound
    }
    let style = tag.range(of: " s=\"[0-9]+\"", options: .regularExpression).map { tag[$0] } ?? ""
    let head = "<c r=\"\(edit.address)\"\(style)"
    let cell =
      switch edit.content {
      case .number(let number): "\(head)><v>\(number)</v></c>"
      case .text(let text): "\(head) t=\"inlineStr\"><is><t>\(escaped(text))</t></is></c>"
      case .empty: "\(head)/>"
      }
    text.replaceSubrange(start.lowerBound..<end, with: cell)
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }
}
