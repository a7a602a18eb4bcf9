import Foundation

/// An XLSX file whose cells are changed in its XML, so that nothing else in it is.
public struct EditedWorkbook {
  private var parts: [String: Data]
  private let sheetNames: [String]

  /// Reads a file as the program writes it: the parts of sheets are numbered in their order.
  ///
  /// - Throws: ``ExternalProgramFailure`` when it is no XLSX file.
  public init(path: String) throws {
    let book = try Spreadsheet(path: path)
    parts = book.parts
    sheetNames = book.sheets.map(\.name)
  }

  /// Puts a text or a number into a cell, with its look kept; nothing else of the row changes.
  ///
  /// - Parameters:
  ///   - text: What reads as a number becomes one.
  ///   - cell: The cell, such as `B5`; where there is none it is added to its row.
  ///   - sheet: The name of the sheet.
  ///   - formula: The formula that yields the value, without `=`.
  /// - Throws: ``ExternalProgramFailure`` when there is no such sheet or row.
  public mutating func set(
    _ text: String, at cell: String, of sheet: String, formula: String? = nil
  ) throws {
    let row = cell.drop { $0.isLetter }
    try editSheet(sheet) { xml in
      if let match = xml.firstMatch(of: try EditedWorkbook.pattern(of: cell)) {
        let style = match.output[1].substring.map(String.init) ?? ""
        xml.replaceSubrange(
          match.range, with: EditedWorkbook.cell(text, cell, style, formula))
        return true
      }
      let place = try Regex("<row r=\"\(row)\"[^>]*?>.*?(</row>)").dotMatchesNewlines()
      guard let match = xml.firstMatch(of: place), let end = match.output[1].range else {
        return false
      }
      xml.insert(contentsOf: EditedWorkbook.cell(text, cell, "", formula), at: end.lowerBound)
      return true
    }
  }

  /// Empties a cell, with its look kept.
  ///
  /// - Throws: ``ExternalProgramFailure`` when there is no such sheet or cell.
  public mutating func clear(_ cell: String, of sheet: String) throws {
    try editSheet(sheet) { xml in
      guard let match = xml.firstMatch(of: try EditedWorkbook.pattern(of: cell)) else {
        return false
      }
      let style = match.output[1].substring.map(String.init) ?? ""
      xml.replaceSubrange(match.range, with: "<c r=\"\(cell)\"\(style)/>")
      return true
    }
  }

  private static func pattern(of cell: String) throws -> Regex<AnyRegexOutput> {
    try Regex("<c r=\"\(cell)\"( s=\"[0-9]+\")?[^>]*?(/>|>.*?</c>)").dotMatchesNewlines()
  }

  /// Changes a text in a sheet's part.
  ///
  /// - Throws: ``ExternalProgramFailure`` when it is not there.
  public mutating func replace(_ old: String, with new: String, inSheet sheet: String) throws {
    try editSheet(sheet) { xml in
      guard xml.contains(old) else { return false }
      xml = xml.replacing(old, with: new)
      return true
    }
  }

  /// Changes a text in any part.
  ///
  /// - Throws: ``ExternalProgramFailure`` when it is not there.
  public mutating func replace(_ old: String, with new: String, inPart part: String) throws {
    let xml = String(decoding: parts[part] ?? Data(), as: UTF8.self)
    guard xml.contains(old) else { throw ExternalProgramFailure("\(part) has no \(old)") }
    parts[part] = Data(xml.replacing(old, with: new).utf8)
  }

  /// Writes the file.
  ///
  /// - Throws: ``ExternalProgramFailure`` when libzip refuses, or an error of the file system.
  public func write(to path: String) throws {
    var archive = TestArchive()
    for (name, data) in parts.sorted(by: { $0.key < $1.key }) { archive.add(name, Array(data)) }
    try Data(try archive.bytes()).write(to: URL(filePath: path))
  }

  private mutating func editSheet(
    _ sheet: String, _ edit: (inout String) throws -> Bool
  ) throws {
    guard let index = sheetNames.firstIndex(of: sheet) else {
      throw ExternalProgramFailure("there is no sheet \(sheet)")
    }
    let part = "xl/worksheets/sheet\(index + 1).xml"
    var xml = String(decoding: parts[part] ?? Data(), as: UTF8.self)
    guard try edit(&xml) else { throw ExternalProgramFailure("\(sheet) has no place for it") }
    parts[part] = Data(xml.utf8)
  }

  private static func cell(
    _ text: String, _ place: String, _ style: String, _ formula: String?
  ) -> String {
    let escape: (String) -> String = {
      $0.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
    let computed = formula.map { "<f>\(escape($0))</f>" } ?? ""
    if Double(text) != nil {
      return "<c r=\"\(place)\"\(style)>\(computed)<v>\(text)</v></c>"
    }
    if formula != nil {
      return "<c r=\"\(place)\"\(style) t=\"str\">\(computed)<v>\(escape(text))</v></c>"
    }
    return "<c r=\"\(place)\"\(style) t=\"inlineStr\"><is><t>\(escape(text))</t></is></c>"
  }
}
