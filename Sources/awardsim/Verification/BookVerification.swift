import CallOff
import Intake
import Pipeline
import Policy
import Pricing
import Quantities
import Reporting
import Workbook
import WorkbookReading

/// A workbook held to what its own record comes to.
struct BookVerification {
  let comparison: WorkbookComparison
  /// The decisions of the review, with what is wrong with their cells.
  let decisions: ReviewReader
  let language: Language

  /// Computes the workbook anew and compares it cell by cell.
  ///
  /// - Parameters:
  ///   - book: The workbook.
  ///   - caseFolder: Where the case's files are taken from in place of the record.
  ///   - quiet: Whether no progress is shown.
  /// - Throws: The exit status, after why was printed.
  init(_ book: RecordedBook, caseFolder: String?, quiet: Bool) throws {
    try self.init(
      book,
      by: try WorkbookReplay(book, files: try book.files(caseFolder: caseFolder), quiet: quiet))
  }

  /// Compares a workbook with what a replay comes to.
  init(_ book: RecordedBook, by replay: WorkbookReplay) throws {
    let result = try replay.result()
    let places = try BookVerification.places(of: result.document, book)
    let written = try WorkbookReplay.cells(of: result.document)
    let review = BookReview(result.document, places, in: book.cells)
    decisions = review.decisions(of: book, lastDay: result.input.header.contract.end)
    language = result.document.language

    var expectations = WorkbookComparison.Expectations()
    expectations.entries = Set(
      places.entries.map { WorkbookPlace(sheetIndex: $0.sheetIndex, cell: $0.cell) })
    let changed = Set(
      WorkbookComparison(written: written, found: book.cells, expectations: expectations)
        .entries.compactMap(\.place))
    if !changed.isEmpty {
      let overrides = decisions.standingOverrides
      let recomputed =
        overrides.isEmpty
        ? written
        : try WorkbookReplay.cells(of: try replay.result(overrides: overrides).document)
      let effects = EntryEffects(
        written: written, recomputed: recomputed, found: book.cells, changed: changed,
        entries: expectations.entries)
      expectations.recalculated = effects.recalculated
      expectations.followers = effects.followers
    }
    comparison = WorkbookComparison(
      written: written, found: book.cells, expectations: expectations)
  }

  /// Where the cells of a document stand.
  static func places(of document: ReportDocument, _ book: RecordedBook) throws -> DocumentPlaces {
    do throws(WorkbookError) {
      return try DocumentPlaces(document)
    } catch {
      throw RecordedBook.refusal(
        book.path, error.phrase[.english], "a record that makes a workbook")
    }
  }

  /// Whether nothing differs but what people were to fill in.
  var isAsWritten: Bool { comparison.differences.isEmpty }
}

/// What follows from the cells that people filled in.
struct EntryEffects {
  /// What formulas come to that hang on them.
  private(set) var recalculated: [WorkbookPlace: SheetCell.Value] = [:]
  /// Formulas that count or describe what was filled in, and those that hang on them alone.
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
    let remarks = steady.filter { EntryEffects.isRemark($0, in: written, changed, entries) }
    let sheets = WorkbookComparison.foundSheets(
      written: written.sheets.map(\.entry.name), found: found.sheets.map(\.entry.name))
    let differing = remarks.filter { place in
      guard let index = sheets[place.sheetIndex] else { return false }
      return found.sheets[index][place.cell]?.value
        != written.sheets[place.sheetIndex][place.cell]?.value
    }
    followers.formUnion(remarks)
    followers.formUnion(written.formulas(hangingOn: Set(differing)).intersection(steady))
  }

  /// Whether a formula on a sheet of entries says something of the entries themselves: a text beside
  /// an entry that was changed, or anything outside of their rows, such as a count.
  private static func isRemark(
    _ place: WorkbookPlace, in written: WorkbookCells, _ changed: Set<WorkbookPlace>,
    _ entries: Set<WorkbookPlace>
  ) -> Bool {
    let isInRow: (WorkbookPlace) -> Bool = {
      $0.sheetIndex == place.sheetIndex && $0.cell.row == place.cell.row
    }
    guard entries.contains(where: { $0.sheetIndex == place.sheetIndex }) else { return false }
    guard entries.contains(where: isInRow) else { return true }
    guard changed.contains(where: isInRow) else { return false }
    if case .text? = written.sheets[place.sheetIndex][place.cell]?.value { return true }
    return false
  }
}
