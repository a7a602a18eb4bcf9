import Policy
import Reporting

/// Where the blocks of a sheet stand; rows and columns are counted from 0.
enum Placement {
  case title(row: Int, Phrase)
  case heading(row: Int, Phrase)
  case note(row: Int, ReportNote)
  case facts(FactsPlacement)
  case table(TablePlacement)
  case chart(row: Int, column: Int, ReportChart)
  /// One row for each other sheet.
  case contents(row: Int, sheetIndices: [Int])
}

/// Where a list of facts stands: labels, values and remarks from the first column on.
struct FactsPlacement {
  let list: FactList
  let titleRow: Int?
  let firstRow: Int

  static let valueColumn = 1
  static let remarkColumn = 2
}

/// Where a table stands; it begins in the first column.
struct TablePlacement {
  let table: ReportTable
  let titleRow: Int?
  let headingRow: Int
  /// Whether a number of the table has more digits than a spreadsheet keeps, which a line says.
  let hasDigitNote: Bool
  /// Whether the rows are written one by one, so that the table cannot be a native one.
  var isStreamed = false

  /// The first row of data.
  var firstRow: Int { headingRow + 1 }
  /// The last row of data; a table without rows has one blank row.
  var lastRow: Int { headingRow + max(1, table.rows.count) }
  /// The first row behind the totals.
  var endRow: Int { lastRow + 1 + table.totals.count }
  /// Whether the table is small enough to be a native one.
  var isNative: Bool { !isStreamed && table.rows.count < SheetLimits.nativeTableRowCount }
}
