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
    let first = WorkbookComparison(
      written: written, found: book.cells, expectations: expectations)
    let changed = Set(first.entries.compactMap(\.place))
    guard !changed.isEmpty else {
      comparison = first
      return
    }
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
