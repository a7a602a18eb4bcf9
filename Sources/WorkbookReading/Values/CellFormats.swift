/// What the formats of cells make of numbers.
struct CellFormats {
  fileprivate var kinds: [NumberKind]?

  /// The kind of a format by its number; `nil` where there is none.
  ///
  /// A workbook without a part for formats has one, number 0.
  func kind(at index: Int) -> NumberKind? {
    guard let kinds else { return index == 0 ? .number : nil }
    if kinds.indices.contains(index) { return kinds[index] }
    return index == 0 ? .number : nil
  }
}

/// Reads the part with the formats.
final class CellFormatsPart: PartReader {
  private let part: String
  private var codes: [Int: NumberKind] = [:]
  private var isInCellFormats = false
  private(set) var formats = CellFormats(kinds: [])

  init(_ part: String) {
    self.part = part
  }

  func start(_ name: String, _ attributes: [String: String]) throws(WorkbookReadingError) {
    switch name {
    case "numFmt":
      guard codes.count < WorkbookReadingLimits.cellFormatCount else { throw tooMany() }
      guard let id = attributes["numFmtId"].flatMap(Int.init), let code = attributes["formatCode"]
      else { return }
      codes[id] = NumberKind(formatCode: EscapedText.decoded(code))
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats:
      guard formats.kinds?.count ?? 0 < WorkbookReadingLimits.cellFormatCount else {
        throw tooMany()
      }
      let id = attributes["numFmtId"].flatMap(Int.init) ?? 0
      formats.kinds?.append(codes[id] ?? NumberKind(builtIn: id))
    default: break
    }
  }

  func end(_ name: String) throws(WorkbookReadingError) {
    if name == "cellXfs" { isInCellFormats = false }
  }

  private func tooMany() -> WorkbookReadingError {
    .tooMany("formats", limit: WorkbookReadingLimits.cellFormatCount, in: part)
  }
}
