import Policy
import WorkbookReading

/// What follows from the cells that people filled in.
struct EntryEffects {
  /// What formulas come to that hang on them.
  private(set) var recalculated: [WorkbookPlace: SheetCell.Value] = [:]
  /// Formulas that count or describe what was filled in, those that hang on them alone, and those that
  /// look at remarks of the first writing.
  private(set) var followers: Set<WorkbookPlace> = []

  /// Works the effects out.
  ///
  /// - Parameters:
  ///   - written: The workbook as it was written.
  ///   - recomputed: The workbook of the case with the overrides in it.
  ///   - found: The workbook as it is.
  ///   - changed: The entries that differ.
  ///   - entries: All cells that people fill in.
  init(
    written: WorkbookCells, recomputed: WorkbookCells, found: WorkbookCells,
    changed: Set<WorkbookPlace>, entries: Set<WorkbookPlace>
  ) {
    let hanging = written.formulas(hangingOn: changed)
    let hasSameSheets =
      written.sheets.map(\.entry.name) == recomputed.sheets.map(\.entry.name)
    var steady: Set<WorkbookPlace> = []
    for place in hanging {
      guard let cell = written.sheets[place.sheetIndex][place.cell] else { continue }
      // A cell of another formula is another cell: the overrides have moved what stands there.
      guard hasSameSheets, let other = recomputed.sheets[place.sheetIndex][place.cell],
        other.formula == cell.formula
      else {
        followers.insert(place)
        continue
      }
      if other.value == cell.value {
        steady.insert(place)
      } else {
        recalculated[place] = other.value
      }
    }
    let rows = (entries: EntryRows(entries), changed: EntryRows(changed))
    let remarks = steady.filter {
      EntryEffects.isRemark($0, in: written, rows.changed, rows.entries)
    }
    let sheets = WorkbookComparison.foundSheets(
      written: written.sheets.map(\.entry.name), found: found.sheets.map(\.entry.name))
    let differing = remarks.filter { place in
      guard let index = sheets[place.sheetIndex] else { return false }
      return found.sheets[index][place.cell]?.value
        != written.sheets[place.sheetIndex][place.cell]?.value
    }
    followers.formUnion(remarks)
    followers.formUnion(written.formulas(hangingOn: Set(differing)).intersection(steady))
    if hasSameSheets {
      let stale = EntryEffects.values(of: written, unlike: recomputed)
        .filter { !rows.entries.sheets.contains($0.sheetIndex) }
      release(written.formulas(hangingOn: stale).intersection(hanging))
    }
  }

  /// Lets formulas be whatever a spreadsheet makes of them: beside what was filled in they look at
  /// texts and values of the first writing, of which the engine would write others now.
  private mutating func release(_ formulas: Set<WorkbookPlace>) {
    followers.formUnion(formulas)
    for place in formulas { recalculated[place] = nil }
  }

  /// The cells without a formula that two writings of a workbook hold differently, and those that have
  /// a formula in one of them only.
  private static func values(
    of written: WorkbookCells, unlike other: WorkbookCells
  ) -> Set<WorkbookPlace> {
    var places: Set<WorkbookPlace> = []
    for (index, pair) in zip(written.sheets, other.sheets).enumerated() {
      for (sheet, counterpart) in [(pair.0, pair.1), (pair.1, pair.0)] {
        for cell in sheet.cells {
          let like = counterpart[cell.reference]
          let isFormula = cell.formula != nil && like?.formula != nil
          guard !isFormula, cell.formula != nil || like?.formula != nil || like?.value != cell.value
          else { continue }
          places.insert(WorkbookPlace(sheetIndex: index, cell: cell.reference))
        }
      }
    }
    return places
  }

  /// Whether a formula on a sheet of entries says something of the entries themselves: a text beside
  /// an entry that was changed, or anything outside of their rows, such as a count.
  private static func isRemark(
    _ place: WorkbookPlace, in written: WorkbookCells, _ changed: EntryRows, _ entries: EntryRows
  ) -> Bool {
    guard entries.sheets.contains(place.sheetIndex) else { return false }
    guard entries.hasRow(of: place) else { return true }
    guard changed.hasRow(of: place) else { return false }
    if case .text? = written.sheets[place.sheetIndex][place.cell]?.value { return true }
    return false
  }
}

/// The rows in which some cells stand.
private struct EntryRows {
  private(set) var sheets: Set<Int> = []
  private var rows: Set<[Int]> = []

  init(_ places: Set<WorkbookPlace>) {
    for place in places {
      sheets.insert(place.sheetIndex)
      rows.insert([place.sheetIndex, place.cell.row])
    }
  }

  func hasRow(of place: WorkbookPlace) -> Bool {
    rows.contains([place.sheetIndex, place.cell.row])
  }
}
