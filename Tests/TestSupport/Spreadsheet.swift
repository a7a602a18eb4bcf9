public import Foundation

/// The contents of an XLSX file, read independently of the library that wrote it.
public struct Spreadsheet {
  /// One cell as it is stored.
  public struct Cell: Hashable {
    /// The formula without its `=`; `nil` for a plain value.
    public let formula: String?
    /// The stored value; shared strings are looked up.
    public let value: String
    /// Whether the stored value is text.
    public let isText: Bool

    /// Creates a cell to compare with.
    public init(formula: String?, value: String, isText: Bool) {
      self.formula = formula
      self.value = value
      self.isText = isText
    }
  }

  /// One sheet.
  public struct Sheet {
    /// The name on the tab.
    public let name: String
    /// The cells by their address, such as `B5`.
    public let cells: [String: Cell]
  }

  /// The sheets in their order.
  public let sheets: [Sheet]
  /// Each part of the file by its path, such as `xl/styles.xml`.
  public let parts: [String: Data]

  /// Whether the program is installed that unpacks files.
  public static var isReadable: Bool { ExternalProgram("unzip").path != nil }

  /// Reads a file.
  ///
  /// - Throws: ``ExternalProgramFailure`` when it is no XLSX file.
  public init(path: String) throws {
    let folder = try ScratchFolder()
    try ExternalProgram("unzip").run(["-q", "-o", path, "-d", folder.path])
    var parts: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      var isFolder: ObjCBool = false
      let full = folder.file(name)
      guard unsafe FileManager.default.fileExists(atPath: full, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      parts[name] = try Data(contentsOf: URL(filePath: full))
    }
    self.parts = parts
    let strings =
      try parts["xl/sharedStrings.xml"].map { try XMLEvents(of: $0).sharedStrings() } ?? []
    guard let book = parts["xl/workbook.xml"], let links = parts["xl/_rels/workbook.xml.rels"]
    else { throw ExternalProgramFailure("\(path) has no workbook") }
    let targets = try XMLEvents(of: links).elements("Relationship")
      .reduce(into: [String: String]()) { $0[$1["Id"] ?? ""] = $1["Target"] }
    sheets = try XMLEvents(of: book).elements("sheet").map { attributes in
      let target = targets[attributes["r:id"] ?? ""] ?? ""
      let part = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
      guard let data = parts[part] else { throw ExternalProgramFailure("\(part) is missing") }
      return Sheet(
        name: attributes["name"] ?? "", cells: try XMLEvents(of: data).cells(strings: strings))
    }
  }

  /// A part of the file as text; empty when there is none.
  public func text(ofPart name: String) -> String {
    String(decoding: parts[name] ?? Data(), as: UTF8.self)
  }
}
