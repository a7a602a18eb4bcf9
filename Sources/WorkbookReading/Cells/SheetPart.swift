import Policy

/// Reads the part of a sheet: its cells as they come, then what it has besides.
final class SheetPart: PartReader {
  private let part: String
  private let shared: SharedTexts
  private let formats: CellFormats
  private let taker: any SheetCellTaker
  private(set) var features = SheetFeatures()
  private(set) var isDone = false
  private(set) var hasSheet = false

  private var row = 0
  private var column = 0
  private var isRowHidden = false
  private var cellCount = 0
  private var rangeCount = 0
  private var cell: CellDraft?

  init(
    _ part: String, shared: SharedTexts, formats: CellFormats, taker: any SheetCellTaker
  ) {
    self.part = part
    self.shared = shared
    self.formats = formats
    self.taker = taker
  }

  func start(_ name: String, _ attributes: [String: String]) throws(WorkbookReadingError) {
    if cell != nil {
      try cell?.start(name, attributes)
      return
    }
    switch name {
    case "c": try startCell(attributes)
    case "row": try startRow(attributes)
    case "worksheet": hasSheet = true
    case "col": try addColumns(attributes)
    case "mergeCell":
      try countRange()
      guard let range = attributes["ref"].flatMap({ CellRange($0) }) else {
        throw .broken(part, "merges cells that do not exist")
      }
      features.mergedRanges.append(range)
    default: break
    }
  }

  func text(_ text: String) throws(WorkbookReadingError) {
    try cell?.text(text)
  }

  func end(_ name: String) throws(WorkbookReadingError) {
    guard let draft = cell else { return }
    guard name == "c" else {
      cell?.end(name)
      return
    }
    cell = nil
    guard let finished = try draft.finished(shared: shared, part: part) else { return }
    if try !taker.take(finished) { isDone = true }
  }

  private func startRow(_ attributes: [String: String]) throws(WorkbookReadingError) {
    let next = attributes["r"].map { Int($0) ?? 0 } ?? row + 1
    guard next > row, next <= CellReference.rowLimit else {
      throw .broken(
        part, "has a row \((attributes["r"] ?? String(next)).prefix(40)) behind the row \(row)")
    }
    row = next
    column = 0
    isRowHidden = attributes["hidden"].map(isTrue) ?? false
  }

  private func startCell(_ attributes: [String: String]) throws(WorkbookReadingError) {
    guard let reference = reference(attributes["r"]), reference.row == row,
      reference.column > column
    else {
      throw .broken(
        part, "has a cell “\((attributes["r"] ?? "").prefix(40))” out of its place in row \(row)")
    }
    column = reference.column
    cellCount += 1
    guard cellCount <= WorkbookReadingLimits.cellCount else {
      throw .tooMany("cells", limit: WorkbookReadingLimits.cellCount, in: part)
    }
    let formatIndex = attributes["s"].map { Int($0) ?? -1 } ?? 0
    guard let format = formats.kind(at: formatIndex) else {
      throw .broken(
        part, "gives the cell a format \((attributes["s"] ?? "").prefix(40)) that is not there",
        at: reference)
    }
    cell = CellDraft(
      reference: reference, type: attributes["t"] ?? "n", format: format,
      isHidden: isRowHidden || features.hiddenColumns.contains { $0.contains(column) })
  }

  /// A cell without a reference follows the one before.
  private func reference(_ text: String?) -> CellReference? {
    guard let text else { return CellReference(row: row, column: column + 1) }
    return CellReference(text)
  }

  private func addColumns(_ attributes: [String: String]) throws(WorkbookReadingError) {
    let isHidden =
      (attributes["hidden"].map(isTrue) ?? false) || attributes["width"] == "0"
    guard isHidden else { return }
    try countRange()
    guard let first = attributes["min"].flatMap(Int.init),
      let last = attributes["max"].flatMap(Int.init), first >= 1, first <= last,
      last <= CellReference.columnLimit
    else { throw .broken(part, "hides columns that do not exist") }
    features.hiddenColumns.append(first...last)
  }

  private func countRange() throws(WorkbookReadingError) {
    rangeCount += 1
    guard rangeCount <= WorkbookReadingLimits.rangeCount else {
      throw .tooMany("ranges", limit: WorkbookReadingLimits.rangeCount, in: part)
    }
  }
}
