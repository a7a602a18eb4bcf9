import Policy
import Reporting

/// A document whose too long tables are parted: the last table of a sheet continues on further sheets,
/// "Name (2)" and so on, each saying so.
///
/// What would refer to a whole column of such a table, or to rows on several of its sheets, cannot be
/// written: formulas leave their values, and the sheet says how many.
struct ContinuedDocument {
  /// The document as it is laid out.
  let document: ReportDocument
  /// The keys of the parts of each parted table, the first being its own.
  private(set) var partKeys: [String: [String]] = [:]

  /// - Parameters:
  ///   - source: The document.
  ///   - rowLimit: The rows of a sheet.
  /// - Throws: ``WorkbookError`` where a chart shows a whole column of a parted table.
  init(_ source: ReportDocument, rowLimit: Int) throws(WorkbookError) {
    // Upper bound: a list of contents grows with the sheets.
    let partBound = source.sheets.reduce(source.sheets.count) { count, sheet in
      count + (sheet.lastTable?.rows.count ?? 0) / max(rowLimit / 4, 1)
    }
    let parts = source.sheets.enumerated().map { index, sheet in
      TableParts(sheet, index: index, sheetCountBound: partBound, rowLimit: rowLimit)
    }
    guard parts.contains(where: { $0 != nil }) else {
      document = source
      return
    }
    let scope = SpreadScope(source, parts.compactMap(\.self))
    for table in parts.compactMap(\.self) {
      partKeys[table.table.key] = table.ranges.indices.map { table.key(ofPart: $0) }
    }
    try scope.checkCharts(of: source)

    let names = SheetNames.unique(
      zip(source.sheets, parts).flatMap { sheet, parts in
        (0..<(parts?.ranges.count ?? 1)).map {
          SheetNames.numbered(sheet.name[source.language], $0 + 1)
        }
      })
    var continued = source
    continued.sheets = []
    for (sheet, parts) in zip(source.sheets, parts) {
      let first = continued.sheets.count
      let own = names[first..<first + (parts?.ranges.count ?? 1)]
      let sheets = parts?.sheets(of: sheet, names: Array(own)) ?? [sheet]
      continued.sheets += sheets.map { scope.withValues($0) }
    }
    continued.definedNames.removeAll { scope.isSpread($0.range) }
    document = continued
  }
}

extension ReportSheet {
  /// The table at the end of the sheet.
  fileprivate var lastTable: ReportTable? {
    if case .table(let table)? = blocks.last { table } else { nil }
  }
}

/// How the last table of a sheet is parted.
struct TableParts {
  let table: ReportTable
  /// The rows of each part.
  let ranges: [Range<Int>]

  /// Rows below a part, beside its totals: one free row, a line on long numbers, and one on formulas
  /// above it.
  private static let spareRowCount = 4

  /// - Returns: `nil` where the table fits, or cannot be made to.
  init?(_ sheet: ReportSheet, index: Int, sheetCountBound: Int, rowLimit: Int) {
    guard case .table(let table)? = sheet.blocks.last else { return nil }
    let rowsOf = { (blocks: [ReportSheet.Block]) -> Int in
      var cursor = LayoutCursor(index: index, sheetCount: sheetCountBound)
      cursor.place(title: sheet.title)
      for block in blocks { cursor.place(block) }
      cursor.place(.table(table.part(0..<0, isLast: false, key: table.key)))
      guard case .table(let placed)? = cursor.placements.last else { return rowLimit }
      return rowLimit - placed.headingRow - 1 - table.totals.count
    }
    let before = Array(sheet.blocks.dropLast())
    let note = ReportSheet.Block.note(ReportNote(Phrase(verbatim: " ")))
    guard table.rows.count + 3 > rowsOf(before) else { return nil }
    let firstRoom = rowsOf([note, note] + before) - TableParts.spareRowCount
    let room = rowsOf([note, note]) - TableParts.spareRowCount
    guard firstRoom > 0, room > 0 else { return nil }
    self.table = table
    let firstEnd = min(firstRoom, table.rows.count)
    ranges =
      [0..<firstEnd]
      + stride(from: firstEnd, to: table.rows.count, by: room).map {
        $0..<min($0 + room, table.rows.count)
      }
  }

  func key(ofPart part: Int) -> String {
    part == 0 ? table.key : "\(table.key) (\(part + 1))"
  }

  /// The sheet as several, under their names.
  func sheets(of sheet: ReportSheet, names: [String]) -> [ReportSheet] {
    ranges.indices.map { part in
      var own = ReportSheet(
        part == 0 ? sheet.key : "\(sheet.key) (\(part + 1))",
        name: part == 0 ? sheet.name : Phrase(verbatim: names[part]), title: sheet.title,
        summary: sheet.summary, tab: sheet.tab)
      if let note = StreamedParts.note(ranges, part: part, names: names) {
        own.blocks.append(.note(note))
      }
      if part == 0 { own.blocks += sheet.blocks.dropLast() }
      own.blocks.append(
        .table(
          table.part(
            ranges[part], isLast: part + 1 == ranges.count, key: key(ofPart: part))))
      return own
    }
  }
}

extension ReportTable {
  /// Some of the rows, as a table of its own; totals stand below the last ones.
  fileprivate func part(_ range: Range<Int>, isLast: Bool, key: String) -> ReportTable {
    var part = ReportTable(
      key, title: title, columns: columns, emptyNotice: emptyNotice,
      conditionalFormats: conditionalFormats, frozenColumnCount: frozenColumnCount)
    part.printedRowCount = printedRowCount.map {
      min(max($0 - range.lowerBound, 1), max(range.count, 1))
    }
    for row in rows[range] { part.append(row.cells, key: row.key, style: row.style) }
    if isLast { for row in totals { part.appendTotal(cells: row.cells, key: row.key) } }
    return part
  }
}
