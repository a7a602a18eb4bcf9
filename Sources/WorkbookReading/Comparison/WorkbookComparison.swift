import Policy

/// A workbook beside the same workbook as it was written: every sheet, cell and defined name.
///
/// Charts, looks, widths, comments, print settings and links are not compared.
public struct WorkbookComparison: Sendable {
  /// What is known of cells besides what was written.
  public struct Expectations: Sendable {
    /// The cells that people fill in, by their written places.
    public var entries: Set<WorkbookPlace> = []
    /// The values that formulas should have after what was filled in, by their written places.
    public var recalculated: [WorkbookPlace: SheetCell.Value] = [:]
    /// Formulas whose values follow what was filled in, in a way that nobody but a spreadsheet works
    /// out; the formulas themselves are still compared.
    public var followers: Set<WorkbookPlace> = []

    /// Nothing is known.
    public init() {}
  }

  /// Everything that is not as it was written but for entries: sheets, names, then cells in order.
  public private(set) var differences: [WorkbookDifference] = []
  /// The cells that people filled in or changed, in order.
  public private(set) var entries: [WorkbookDifference] = []
  /// The cells that were compared.
  public private(set) var cellCount = 0
  /// How many of them have formulas.
  public private(set) var formulaCount = 0
  /// Formulas, as they were written, whose result the file does not hold.
  public private(set) var unsavedResultCount = 0
  /// The sheets that were written.
  public let sheetCount: Int

  private let written: WorkbookCells
  private let found: WorkbookCells
  private let expectations: Expectations
  private let matching: SheetMatching

  /// Compares two workbooks.
  ///
  /// - Parameters:
  ///   - written: The workbook as it was written.
  ///   - found: The workbook as it is.
  ///   - expectations: Which differences are meant.
  /// - Complexity: O(cells) and, for every formula, its length.
  public init(
    written: WorkbookCells, found: WorkbookCells, expectations: Expectations = Expectations()
  ) {
    self.written = written
    self.found = found
    self.expectations = expectations
    sheetCount = written.sheets.count
    matching = SheetMatching(
      written: written.sheets.map(\.entry.name), found: found.sheets.map(\.entry.name))
    compareSheets()
    compareNames()
    for (index, place) in matching.found.enumerated() {
      guard let place else { continue }
      compareCells(index, written.sheets[index], found.sheets[place])
    }
  }

  /// The sheet that is found where one was written, by index; `nil` for one that is gone.
  public static func foundSheets(
    written: [String], found: [String]
  ) -> [Int?] {
    SheetMatching(written: written, found: found).found
  }

  // MARK: Sheets and names

  private mutating func note(
    _ kind: WorkbookDifference.Kind, _ sheet: String, _ written: String, _ found: String
  ) {
    differences.append(
      WorkbookDifference(
        kind: kind, sheet: sheet, cell: nil, written: written, found: found, place: nil))
  }

  private mutating func compareSheets() {
    for (index, place) in matching.found.enumerated() {
      let entry = written.sheets[index].entry
      guard let place else {
        note(.sheet, entry.name, entry.name, "")
        continue
      }
      let other = found.sheets[place].entry
      if entry.name != other.name { note(.sheet, entry.name, entry.name, other.name) }
      if matching.moved.contains(index) {
        note(.sheet, entry.name, "sheet \(index + 1)", "sheet \(place + 1)")
      }
      if entry.visibility != other.visibility {
        note(.sheet, entry.name, "\(entry.visibility)", "\(other.visibility)")
      }
    }
    for place in matching.added {
      let name = found.sheets[place].entry.name
      note(.sheet, name, "", name)
    }
  }

  private mutating func compareNames() {
    let key: (WorkbookName, [Int?]) -> String = { name, places in
      let scope = name.sheetIndex.map { index in
        places.firstIndex { $0 == index }.map { "\($0)" } ?? "?\(index)"
      }
      return "\(scope ?? "")!\(name.name.lowercased())"
    }
    var others: [String: WorkbookName] = [:]
    for name in found.definedNames { others[key(name, matching.found)] = name }
    for name in written.definedNames {
      let other = others.removeValue(forKey: key(name, written.sheets.indices.map { $0 }))
      guard
        let other,
        CanonicalFormula.text(of: name.formula)
          == CanonicalFormula.text(of: other.formula, renamed: matching.renamed)
      else {
        note(
          .name, sheetName(name, written), "\(name.name) = \(name.formula)",
          other.map { "\($0.name) = \($0.formula)" } ?? "")
        continue
      }
    }
    for name in found.definedNames where others[key(name, matching.found)] != nil {
      note(.name, sheetName(name, found), "", "\(name.name) = \(name.formula)")
    }
  }

  private func sheetName(_ name: WorkbookName, _ workbook: WorkbookCells) -> String {
    guard let index = name.sheetIndex, workbook.sheets.indices.contains(index) else { return "" }
    return workbook.sheets[index].entry.name
  }

  // MARK: Cells

  private mutating func compareCells(
    _ index: Int, _ sheet: WorkbookCells.Sheet, _ other: WorkbookCells.Sheet
  ) {
    var (left, right) = (sheet.cells[...], other.cells[...])
    while true {
      let places = [left.first?.reference, right.first?.reference].compactMap { $0 }
      guard let place = places.min() else { return }
      let cell = left.first?.reference == place ? left.popFirst() : nil
      let twin = right.first?.reference == place ? right.popFirst() : nil
      if cell != nil { cellCount += 1 }
      if cell?.formula != nil { formulaCount += 1 }
      let comparison = CellComparison(
        written: cell, found: twin, renamed: matching.renamed,
        recalculated: expectations.recalculated[WorkbookPlace(sheetIndex: index, cell: place)])
      take(comparison, at: WorkbookPlace(sheetIndex: index, cell: place), sheet.entry.name)
    }
  }

  private mutating func take(
    _ comparison: CellComparison, at place: WorkbookPlace, _ sheet: String
  ) {
    if comparison.lacksResult { unsavedResultCount += 1 }
    guard let kind = comparison.difference else { return }
    let isEntry =
      expectations.entries.contains(place)
      || kind == .value && expectations.followers.contains(place)
    let difference = WorkbookDifference(
      kind: isEntry ? .entry : kind, sheet: sheet, cell: place.cell,
      written: comparison.shownWritten, found: comparison.shownFound, place: place)
    if isEntry { entries.append(difference) } else { differences.append(difference) }
  }
}
