import Policy
import Reporting

/// One sheet with the place of everything in it.
struct SheetLayout {
  let name: String
  let sheet: ReportSheet
  let placements: [Placement]
  /// Widths of the columns in use, and of as many more as notes stretch over.
  let columnWidths: [Double]
  /// How many columns a note stretches over.
  let noteColumnCount: Int
  /// Rows and columns that are printed.
  let usedRowCount: Int
  let usedColumnCount: Int

  /// Whether the sheet would be too small to read when it is printed on A4.
  var isLarge: Bool { columnWidths.reduce(0, +) > SheetLayout.readableWidth }

  /// Rows that are printed: all that are used, but for those that the last table leaves to the screen.
  var printedRowCount: Int {
    guard case .table(let last)? = placements.last, let count = last.table.printedRowCount else {
      return usedRowCount
    }
    return min(last.firstRow + max(count, 1), usedRowCount)
  }

  /// Whether the sheet's rows may leave the memory as they are written: it has a table that is too long
  /// for a native one, and none that is native.
  var isStreamed: Bool {
    let areNative = placements.compactMap { placement -> Bool? in
      if case .table(let table) = placement { table.isNative } else { nil }
    }
    return !areNative.isEmpty && !areNative.contains(true)
  }

  /// The only table of the sheet; its headings stay in view and repeat on each page.
  var soleTable: TablePlacement? {
    let tables = placements.compactMap { placement -> TablePlacement? in
      if case .table(let table) = placement { table } else { nil }
    }
    return tables.count == 1 ? tables.first : nil
  }
}

extension SheetLayout {
  /// Width that a note should have so that its lines are good to read.
  static let noteWidth = 96.0
  /// Width that a page of A4 shows at about 8 points.
  static let readableWidth = 170.0
  /// Width of a column that only notes and charts stand in.
  static let spareColumnWidth = 10.0
  /// Pixels of a row of the usual height, for the room that a chart takes.
  static let rowPixels = 22

  init(
    _ sheet: ReportSheet, name: String, index: Int, sheetCount: Int, context: RenderContext,
    rowLimit: Int = SheetLimits.rowCount
  ) throws(WorkbookError) {
    var cursor = LayoutCursor(index: index, sheetCount: sheetCount)
    cursor.place(title: sheet.title)
    for block in sheet.blocks { cursor.place(block) }
    try cursor.check(sheet: name, rowLimit: rowLimit)

    var widths = SheetLayout.widths(of: cursor.placements, context: context)
    var noteColumns = 0
    var noteWidth = 0.0
    while noteWidth < SheetLayout.noteWidth {
      if noteColumns == widths.count { widths.append(SheetLayout.spareColumnWidth) }
      noteWidth += widths[noteColumns]
      noteColumns += 1
    }
    self.init(
      name: name, sheet: sheet, placements: cursor.placements, columnWidths: widths,
      noteColumnCount: noteColumns, usedRowCount: cursor.usedRowCount,
      usedColumnCount: max(cursor.usedColumnCount, noteColumns))
  }

  private static func widths(of placements: [Placement], context: RenderContext) -> [Double] {
    var widths: [Double] = []
    func widen(_ column: Int, to width: Double) {
      while widths.count <= column { widths.append(ColumnWidth.minimum) }
      widths[column] = max(widths[column], width)
    }
    for placement in placements {
      switch placement {
      case .table(let placed):
        for index in placed.table.columns.indices {
          let precision = ColumnPrecision(table: placed.table, columnIndex: index)
          widen(
            index,
            to: ColumnWidth.of(
              placed.table, columnIndex: index, precision: precision, context: context))
        }
      case .facts(let placed):
        for fact in placed.list.facts {
          let label = ColumnWidth.ofLines(fact.label[context.language]) * 1.1
          let precision = ColumnPrecision(for: fact.cell.value)
          let value = ColumnWidth.of(fact.cell.value, precision: precision, context: context)
          widen(0, to: min(label, ColumnWidth.wrappingWidth) + ColumnWidth.padding)
          widen(
            FactsPlacement.valueColumn,
            to: min(value, ColumnWidth.wrappingWidth) + ColumnWidth.padding)
        }
      case .contents: widen(0, to: Double(SheetLimits.nameLength))
      case .title, .heading, .note, .chart: break
      }
    }
    return widths
  }
}
