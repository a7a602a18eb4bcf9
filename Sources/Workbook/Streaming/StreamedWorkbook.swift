import Policy
public import Reporting

/// A workbook of tables with millions of rows, written row by row in memory that does not grow.
///
/// The sheets of the document come first, laid out as in any workbook; then each table on as many
/// sheets as it needs. The same input gives the same bytes.
public struct StreamedWorkbook: Sendable {
  /// The properties, and the sheets before the tables.
  ///
  /// Contents and links may lead to the tables' own sheets by their keys: that of the table, then
  /// `key (2)` and so on.
  public var document: ReportDocument
  /// The tables, in their order.
  public let tables: [StreamedTable]
  private let rowLimit: Int

  /// Puts a workbook together.
  public init(_ document: ReportDocument, tables: [StreamedTable]) {
    self.init(document, tables: tables, rowLimit: SheetLimits.rowCount)
  }

  init(_ document: ReportDocument, tables: [StreamedTable], rowLimit: Int) {
    self.document = document
    self.tables = tables
    self.rowLimit = rowLimit
  }

  /// A sheet of a table.
  public struct SheetOfRows: Hashable, Sendable {
    /// What links refer to it by.
    public let key: String
    /// The name on the tab.
    public let name: String
    /// The rows of the table that stand on it, counted from 0.
    public let rows: Range<Int>
  }

  /// The sheets of each table.
  ///
  /// - Throws: ``WorkbookError`` when the paragraphs of a table leave no room for rows.
  public func sheetsOfTables() throws(WorkbookError) -> [[SheetOfRows]] {
    let parts = try parts()
    let ranges = parts.map(\.ranges)
    let language = document.language
    let wishes = zip(tables, ranges).flatMap { table, ranges in
      ranges.indices.map { SheetNames.numbered(table.name[language], $0 + 1) }
    }
    let names = SheetNames.unique(document.sheets.map { $0.name[language] } + wishes)
    var next = document.sheets.count
    return zip(tables, ranges).map { table, ranges in
      ranges.enumerated().map { index, rows in
        defer { next += 1 }
        return SheetOfRows(
          key: StreamedWorkbook.key(table.key, part: index), name: names[next], rows: rows)
      }
    }
  }

  /// Writes the workbook; the file appears whole or not at all.
  ///
  /// - Parameters:
  ///   - path: The destination.
  ///   - replacing: Whether an existing file may be replaced.
  ///   - produce: Writes all rows of the table of an index; called for one table after the other.
  /// - Returns: What could not be written as it is.
  /// - Throws: ``WorkbookError`` when the document has a fault, a table has other rows than it was said
  ///   to have, or the library reports an error; `OutputFileError` when the file cannot be made; what
  ///   `produce` throws. The destination is then as it was.
  /// - Complexity: O(cells) in time; in memory O(cells of the document), and for each sheet some
  ///   hundreds of KiB. Temporary files take some 50 bytes a cell.
  @discardableResult
  public func write(
    to path: String, replacing: Bool,
    rows produce: (_ table: Int, _ rows: inout StreamedRows) throws -> Void
  ) throws -> StreamedSummary {
    var summary = StreamedSummary()
    try AtomicFile.write(to: path, replacing: replacing) { temporaryPath in
      summary = try render(to: temporaryPath, produce)
    }
    return summary
  }

  private func render(
    to path: String, _ produce: (Int, inout StreamedRows) throws -> Void
  ) throws -> StreamedSummary {
    let parts = try parts()
    let sheetsOfTables = try sheetsOfTables()
    let frontCount = document.sheets.count
    let renderer = try DocumentRenderer(framed(sheetsOfTables, parts))
    let book = try XLSXBook(path: path, context: renderer.context)
    let sheets = try renderer.begin(book) {
      $0 >= frontCount || renderer.layouts[$0].isStreamed
    }
    for sheet in sheets[..<frontCount] { try sheet.render() }

    var summary = StreamedSummary()
    var next = frontCount
    for (index, table) in tables.enumerated() {
      let end = next + sheetsOfTables[index].count
      let writer = StreamedTableWriter(table, parts[index], sheets: Array(sheets[next..<end]))
      try writer.beginPart()
      var rows = try StreamedRows(writer)
      try produce(index, &rows)
      try rows.finish()
      summary.add(writer.summary)
      next = end
    }
    try book.close()
    return summary
  }

  private func parts() throws(WorkbookError) -> [StreamedParts] {
    var parts: [StreamedParts] = []
    for table in tables {
      let rowCount = table.rowCount
      guard
        let own = StreamedParts(
          rowCount: rowCount, noteCount: table.notes.count, rowLimit: rowLimit)
      else { throw .tooManyRows(sheet: table.name[document.language], limit: rowLimit) }
      parts.append(own)
    }
    return parts
  }

  /// The document with a sheet for each part of a table, whose table has no rows yet.
  private func framed(
    _ sheetsOfTables: [[SheetOfRows]], _ parts: [StreamedParts]
  ) -> ReportDocument {
    var framed = document
    for (index, table) in tables.enumerated() {
      let names = sheetsOfTables[index].map(\.name)
      for (part, sheet) in sheetsOfTables[index].enumerated() {
        let notes = table.notes + (parts[index].note(part: part, names: names).map { [$0] } ?? [])
        let frame = ReportTable(
          sheet.key, columns: table.columns.map(\.sized),
          frozenColumnCount: table.frozenColumnCount)
        framed.sheets.append(
          ReportSheet(
            sheet.key, name: Phrase(verbatim: sheet.name), title: table.title,
            summary: table.summary, tab: table.tab,
            blocks: notes.map { .note($0) } + [.table(frame)]))
      }
    }
    return framed
  }

  private static func key(_ key: String, part: Int) -> String {
    part == 0 ? key : "\(key) (\(part + 1))"
  }
}
