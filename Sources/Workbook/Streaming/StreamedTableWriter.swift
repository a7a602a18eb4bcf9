import CXLSXWriter
import Policy
import Reporting

/// Writes the frames of a streamed table: on each sheet its top before the rows, its foot behind them.
final class StreamedTableWriter {
  let table: StreamedTable
  let parts: StreamedParts
  private let sheets: [SheetRenderer]
  private var part = 0
  // What the foot of the sheet tells.
  private var cutCount = 0
  private var longNumberCount = 0
  private(set) var summary = StreamedSummary()

  /// - Parameters:
  ///   - table: The table.
  ///   - parts: Its spreading.
  ///   - sheets: What writes each of its sheets.
  init(_ table: StreamedTable, _ parts: StreamedParts, sheets: [SheetRenderer]) {
    self.table = table
    self.parts = parts
    self.sheets = sheets
  }

  var current: SheetRenderer { sheets[part] }
  var context: RenderContext { current.document.context }
  var isAtLastPart: Bool { part + 1 == parts.ranges.count }
  var rowsOfCurrent: Int { parts.ranges[part].count }
  var rowsBefore: Int { parts.ranges[part].lowerBound }
  var rowsBehindCurrent: Int { table.rowCount - parts.ranges[part].upperBound }

  /// Writes title, paragraphs and headings of the sheet.
  func beginPart() throws(WorkbookError) {
    try current.setUpView()
    for placement in current.layout.placements {
      if case .table = placement { continue }
      try current.render(placement)
    }
    try TableRenderer(sheet: current, placed: placed).renderHeadings()
  }

  /// Goes to the next sheet; `false` where there is none.
  func beginNextPart() throws(WorkbookError) -> Bool {
    guard !isAtLastPart else { return false }
    part += 1
    try beginPart()
    return true
  }

  /// Writes what only the end tells, and sets up filters and printing.
  func endPart() throws(WorkbookError) {
    if rowsOfCurrent == 0 {
      try TableRenderer(sheet: current, placed: placed).renderEmptyNotice()
    }
    let lastRow = parts.headingRow + max(rowsOfCurrent, 1)
    let own = StreamedSummary(
      cutCellCount: cutCount, longNumberCount: longNumberCount,
      lostLinkCount: current.sheet.lostLinkCount)
    let notes = own.notes
    // Before any row below the table: the library takes no filter above the row it writes.
    try current.sheet.addFilter(
      columnCount: table.columns.count, firstRow: parts.headingRow, lastRow: lastRow)
    for (offset, note) in notes.enumerated() {
      try current.render(.note(row: lastRow + 1 + offset, note))
    }
    try current.setUp(printedRowCount: lastRow + 1 + notes.count)
    summary.add(own)
    (cutCount, longNumberCount) = (0, 0)
  }

  private var placed: TablePlacement {
    for case .table(var placed) in current.layout.placements {
      placed.isStreamed = true
      return placed
    }
    return TablePlacement(
      table: ReportTable(table.key, columns: []), titleRow: nil, headingRow: parts.headingRow,
      hasDigitNote: false, isStreamed: true)
  }

  func noteCut() { cutCount += 1 }

  /// Writes a cell as on other sheets.
  func write(
    _ cell: Cell, at address: CellAddress, _ row: ReportTable.RowStyle
  ) throws(WorkbookError) {
    if SheetText.isTooLong(
      cell.value.displayText(context.language, precision: .init(for: cell.value)))
    {
      noteCut()
    }
    if SheetNumber.hasTooManyDigits(cell.value) { longNumberCount += 1 }
    let column = table.columns[address.column]
    let number =
      cell.value.isNumeric || !cell.value.isText
      ? column.numberFormat : NumberFormat(cell.value, precision: ColumnPrecision(for: cell.value))
    var style = CellStyle(role: .body(row), number: number)
    style.isAtRight = cell.value.isNumeric
    let location = FormulaResolver.Location(
      sheetIndex: current.sheetIndex, table: nil, row: address.row)
    try CellRenderer(sheet: current, location: location).render(cell, at: address, style)
  }

  /// The format of values in a column; behind the columns that of texts, and of words and blanks.
  func format(
    _ place: Int, _ row: ReportTable.RowStyle
  ) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
    var style = CellStyle(role: .body(row))
    if table.columns.indices.contains(place) {
      style.number = table.columns[place].numberFormat
      style.isAtRight = table.columns[place].column.kind.isNumeric
    } else if place == table.columns.count {
      style.number = .text
    }
    return unsafe try current.book.format(style)
  }
}

extension CellValue {
  /// Whether the value is words.
  fileprivate var isText: Bool {
    switch self {
    case .text, .phrase, .choice, .empty: true
    case .integer, .money, .amount, .decimal, .percentage, .day, .real: false
    }
  }
}
