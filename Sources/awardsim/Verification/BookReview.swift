import Intake
import Policy
import Quantities
import Reporting
import Workbook
import WorkbookReading

/// What people filled in in the review of a workbook, found by the layout of its document.
struct BookReview {
  /// The table with one row an item.
  static let tableKey = "review_decisions"

  /// The rows whose items stand where they were written.
  private(set) var rows: [ReviewRow] = []
  /// The cells of items that stand elsewhere, with what was written there.
  private(set) var misplaced: [(place: CellReference, written: String)] = []
  /// The sheet as it is called now; `nil` where the workbook has no review.
  private(set) var sheetName: String?

  /// Finds the cells.
  ///
  /// - Parameters:
  ///   - document: The document that the workbook was made of.
  ///   - places: Where its cells stand.
  ///   - book: The workbook as it is.
  init(_ document: ReportDocument, _ places: DocumentPlaces, in book: WorkbookCells) {
    let tables = document.sheets.flatMap(\.blocks).compactMap { block -> ReportTable? in
      if case .table(let table) = block, table.key == BookReview.tableKey { table } else { nil }
    }
    guard let table = tables.first else { return }
    let sheets = WorkbookComparison.foundSheets(
      written: places.sheetNames, found: book.sheets.map(\.entry.name))
    for row in table.rows {
      guard let key = row.key,
        let item = places.place(
          table: table.key, row: key, column: ReviewReader.ColumnKey.item),
        let index = sheets[item.sheetIndex]
      else { continue }
      let sheet = book.sheets[index]
      sheetName = sheet.entry.name
      guard let found = sheet[item.cell], (try? found.plainText(book.dateSystem)) == key else {
        misplaced.append((item.cell, key))
        continue
      }
      var entries: [String: ReviewRow.Entry] = [:]
      for column in ReviewReader.ColumnKey.entries {
        guard let place = places.place(table: table.key, row: key, column: column) else { continue }
        entries[column] = ReviewRow.Entry(place: place.cell, cell: sheet[place.cell])
      }
      rows.append(ReviewRow(itemID: key, entries: entries))
    }
  }

  /// Reads the decisions.
  ///
  /// - Parameters:
  ///   - book: The workbook.
  ///   - lastDay: The last day that a decision may be of.
  /// - Returns: The decisions, with what is wrong with the cells.
  func decisions(of book: RecordedBook, lastDay: Day) -> ReviewReader {
    ReviewReader(
      rows, in: "\(book.path)!\(sheetName ?? "")", dates: book.cells.dateSystem, lastDay: lastDay)
  }
}
