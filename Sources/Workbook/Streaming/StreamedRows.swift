import CXLSXWriter
public import Quantities
public import Reporting

/// Takes the rows of a streamed table, cell by cell from left to right.
///
/// ``beginRow(_:)`` ends the row before; cells left out at its end are empty. What is written goes to a
/// temporary file with the next row.
@safe
public struct StreamedRows: ~Copyable {
  private typealias Format = UnsafeMutablePointer<lxw_format>?

  private let writer: StreamedTableWriter
  private let scratch = TextScratch()
  private let columnCount: Int
  /// The formats of values in each column, then of texts, and of words and empty cells; of each style.
  private let formats: UnsafeMutablePointer<Format>
  private var hasFormats: [Bool]
  private var styleIndex = 0
  private var style = ReportTable.RowStyle.normal

  // The place of the next cell.
  private var sheet: UnsafeMutablePointer<lxw_worksheet>
  private var row: UInt32
  private var column: Int
  private var rowsLeft: Int

  init(_ writer: StreamedTableWriter) throws(WorkbookError) {
    self.writer = writer
    columnCount = writer.table.columns.count
    let formatCount = ReportTable.RowStyle.streamed.count * (columnCount + 2)
    unsafe formats = .allocate(capacity: formatCount)
    unsafe formats.initialize(repeating: nil, count: formatCount)
    hasFormats = [Bool](repeating: false, count: ReportTable.RowStyle.streamed.count)
    // No row is begun yet: the first one moves down from the headings.
    unsafe sheet = writer.current.sheet.withHandle { unsafe $0 }
    row = UInt32(writer.parts.headingRow)
    column = columnCount
    rowsLeft = writer.rowsOfCurrent
  }

  deinit {
    unsafe formats.deallocate()
  }

  /// Ends the row before and begins one.
  ///
  /// - Parameter style: How the row looks.
  /// - Throws: ``WorkbookError`` when there are more rows than the table was said to have, or the
  ///   library reports a fault.
  public mutating func beginRow(
    _ style: ReportTable.RowStyle = .normal
  ) throws(WorkbookError) {
    try endRow()
    if rowsLeft == 0 { try continueOnNextSheet() }
    rowsLeft -= 1
    row += 1
    column = 0
    if style != self.style || !hasFormats[styleIndex] { try take(style) }
  }

  /// Writes a text as it is; never a formula, whatever it begins with.
  ///
  /// - Parameter text: UTF-8. Bytes that are none become U+FFFD, and a text that is too long for a
  ///   cell is cut and says so.
  /// - Throws: ``WorkbookError`` when the row is full, or the library reports a fault.
  public mutating func write(utf8 text: Span<UInt8>) throws(WorkbookError) {
    guard text.count > 0 else { return try writeEmpty() }
    guard let placed = unsafe scratch.place(text) else {
      return try writeSlowly(
        PreparedText(String(decoding: text.indices.map { text[$0] }, as: UTF8.self)), columnCount)
    }
    try unsafe put(placed, unsafe format(columnCount))
  }

  /// Writes a text of the report.
  ///
  /// - Throws: ``WorkbookError``, as for other texts.
  public mutating func write(_ text: PreparedText) throws(WorkbookError) {
    guard !text.isEmpty else { return try writeEmpty() }
    try writeSlowly(text, columnCount + 1)
  }

  /// Writes a whole number.
  ///
  /// - Throws: ``WorkbookError`` when the row is full, or the library reports a fault.
  public mutating func write(integer number: Int64) throws(WorkbookError) {
    guard number.magnitude <= SheetLimits.exactInteger.magnitude else {
      return try write(.integer(number))
    }
    try put(Double(number))
  }

  /// Writes an amount; one that a spreadsheet might change stands as text.
  ///
  /// - Throws: ``WorkbookError`` when the row is full, or the library reports a fault.
  public mutating func write(_ money: Money) throws(WorkbookError) {
    guard money.minorUnits.magnitude <= SheetLimits.exactInteger.magnitude else {
      return try write(.money(money))
    }
    try put(Double(money.minorUnits) / Double(Money.minorUnitsPerUnit))
  }

  /// Writes a number that is not exact; nothing where it is not finite.
  ///
  /// - Throws: ``WorkbookError`` when the row is full, or the library reports a fault.
  public mutating func write(real number: Double) throws(WorkbookError) {
    guard number.isFinite else { return try writeEmpty() }
    try put(number)
  }

  /// Writes a date.
  ///
  /// - Throws: ``WorkbookError`` when the row is full, or the library reports a fault.
  public mutating func write(_ day: Day) throws(WorkbookError) {
    try write(.day(day))
  }

  /// Writes an empty cell, with the look of its row.
  ///
  /// - Throws: ``WorkbookError`` when the row is full, or the library reports a fault.
  public mutating func writeEmpty() throws(WorkbookError) {
    try checkRoom()
    try XLSXBook.check(
      unsafe worksheet_write_blank(
        sheet, row, UInt16(truncatingIfNeeded: column), format(columnCount + 1)))
    column += 1
  }

  /// Writes any value.
  ///
  /// - Throws: ``WorkbookError`` when the row is full, or the library reports a fault.
  public mutating func write(_ value: CellValue) throws(WorkbookError) {
    switch SheetNumber(value, context: writer.context) {
    case .nothing: try writeEmpty()
    case .number(let number): try put(number)
    case .text: try write(Cell(value))
    }
  }

  /// Writes a cell with its link, as other sheets do; beyond 65,530 links a sheet has none.
  ///
  /// Formulas are not for streamed rows: their value is written.
  ///
  /// - Throws: ``WorkbookError`` when the row is full, the link leads nowhere, or the library reports
  ///   a fault.
  public mutating func write(_ cell: Cell) throws(WorkbookError) {
    try checkRoom()
    try writer.write(
      Cell(cell.value, link: cell.link), at: CellAddress(row: Int(row), column: column), style)
    column += 1
  }
}

extension StreamedRows {
  /// Ends the last row.
  ///
  /// - Throws: ``WorkbookError`` when there are fewer rows than the table was said to have.
  mutating func finish() throws(WorkbookError) {
    try endRow()
    guard rowsLeft == 0, writer.isAtLastPart else {
      throw .rowCount(
        table: writer.table.key, expected: writer.table.rowCount,
        found: writer.table.rowCount - writer.rowsBehindCurrent - rowsLeft)
    }
    try writer.endPart()
  }

  private mutating func endRow() throws(WorkbookError) {
    while column < columnCount { try writeEmpty() }
  }

  private mutating func continueOnNextSheet() throws(WorkbookError) {
    try writer.endPart()
    guard try writer.beginNextPart() else {
      throw .rowCount(
        table: writer.table.key, expected: writer.table.rowCount,
        found: writer.table.rowCount + 1)
    }
    unsafe sheet = writer.current.sheet.withHandle { unsafe $0 }
    row = UInt32(writer.parts.headingRow)
    rowsLeft = writer.rowsOfCurrent
  }

  /// Has the formats of a style ready.
  private mutating func take(_ style: ReportTable.RowStyle) throws(WorkbookError) {
    self.style = style
    styleIndex = ReportTable.RowStyle.streamed.firstIndex(of: style) ?? 0
    guard !hasFormats[styleIndex] else { return }
    hasFormats[styleIndex] = true
    let first = styleIndex * (columnCount + 2)
    for place in 0..<columnCount + 2 {
      unsafe formats[first + place] = unsafe try writer.format(place, style)
    }
  }

  @inline(__always)
  private func format(_ place: Int) -> Format {
    unsafe formats[styleIndex * (columnCount + 2) + place]
  }

  @inline(__always)
  private func checkRoom() throws(WorkbookError) {
    guard column < columnCount else {
      throw .tooManyCells(
        table: writer.table.key, row: writer.rowsBefore + Int(row) - writer.parts.headingRow)
    }
  }

  @inline(__always)
  private mutating func put(_ number: Double) throws(WorkbookError) {
    try checkRoom()
    try XLSXBook.check(
      unsafe worksheet_write_number(
        sheet, row, UInt16(truncatingIfNeeded: column), number, format(column)))
    column += 1
  }

  @inline(__always)
  private mutating func put(
    _ text: UnsafePointer<CChar>, _ format: Format
  ) throws(WorkbookError) {
    try checkRoom()
    try XLSXBook.check(
      unsafe worksheet_write_string(
        sheet, row, UInt16(truncatingIfNeeded: column), text, format))
    column += 1
  }

  private mutating func writeSlowly(
    _ text: PreparedText, _ place: Int
  ) throws(WorkbookError) {
    if text.isCut { writer.noteCut() }
    try checkRoom()
    let (sheet, row, column) = unsafe (sheet, row, UInt16(truncatingIfNeeded: column))
    let error = unsafe text.bytes.withUnsafeBufferPointer { bytes in
      unsafe worksheet_write_string(sheet, row, column, bytes.baseAddress, format(place))
    }
    try XLSXBook.check(error)
    self.column += 1
  }
}

extension ReportTable.RowStyle {
  /// The styles in a fixed order.
  static let streamed: [ReportTable.RowStyle] = [
    .normal, .muted, .attention, .good, .cutoff, .goodCutoff, .total,
  ]
}
