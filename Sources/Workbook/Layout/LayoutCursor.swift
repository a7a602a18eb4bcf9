import Policy
import Reporting

/// Places blocks from top to bottom.
struct LayoutCursor {
  private let index: Int
  private let sheetCount: Int
  private(set) var placements: [Placement] = []
  private(set) var usedRowCount = 0
  private(set) var usedColumnCount = 0
  private var row = 0
  private var lastTable: TablePlacement?

  init(index: Int, sheetCount: Int) {
    self.index = index
    self.sheetCount = sheetCount
  }

  mutating func place(title: Phrase) {
    placements.append(.title(row: row, title))
    row += 2
    use(rows: 1, columns: 1)
  }

  mutating func place(_ block: ReportSheet.Block) {
    // Notes stand together; whatever follows them stands apart.
    if case .note = block {} else if case .note = placements.last { row += 1 }
    switch block {
    case .heading(let phrase):
      placements.append(.heading(row: row, phrase))
      row += 1
    case .note(let note):
      placements.append(.note(row: row, note))
      row += 1
    case .facts(let list): place(list)
    case .table(let table): place(table)
    case .chart(let chart): place(chart)
    case .contents:
      placements.append(
        .contents(row: row, sheetIndices: (0..<sheetCount).filter { $0 != index }))
      row += max(sheetCount - 1, 0) + 1
      use(rows: row - 1, columns: 2)
    }
    use(rows: row, columns: 1)
  }

  private mutating func place(_ list: FactList) {
    let titleRow = list.title == nil ? nil : row
    let firstRow = list.title == nil ? row : row + 1
    placements.append(
      .facts(FactsPlacement(list: list, titleRow: titleRow, firstRow: firstRow)))
    row = firstRow + list.facts.count + 1
    use(rows: row - 1, columns: FactsPlacement.remarkColumn)
  }

  private mutating func place(_ table: ReportTable) {
    let hasTitle = table.title != nil
    let hasLongNumber = (table.rows + table.totals).contains { row in
      row.cells.contains { SheetNumber.hasTooManyDigits($0.value) }
    }
    let placed = TablePlacement(
      table: table, titleRow: hasTitle ? row : nil, headingRow: hasTitle ? row + 1 : row,
      hasDigitNote: hasLongNumber)
    placements.append(.table(placed))
    lastTable = placed
    row = placed.endRow + 1
    if hasLongNumber {
      placements.append(.note(row: placed.endRow, LayoutCursor.digitNote))
      row += 1
    }
    use(rows: row - 1, columns: table.columns.count)
  }

  private mutating func place(_ chart: ReportChart) {
    let height = max(1, chart.heightPixels) / SheetLayout.rowPixels + 1
    // A column is 64 pixels wide where nothing else sets its width.
    let width = max(1, chart.widthPixels) / 64 + 1
    if chart.placement == .beside, let lastTable {
      let column = lastTable.table.columns.count + 1
      placements.append(.chart(row: lastTable.headingRow, column: column, chart))
      // What follows stays below the chart, even where the table is shorter than it.
      row = max(row, lastTable.headingRow + height + 1)
      use(rows: lastTable.headingRow + height, columns: column + width)
    } else {
      placements.append(.chart(row: row, column: 0, chart))
      row += height + 1
      use(rows: row - 1, columns: 1)
    }
  }

  private mutating func use(rows: Int, columns: Int) {
    usedRowCount = max(usedRowCount, rows)
    usedColumnCount = max(usedColumnCount, columns)
  }

  /// Checks that the sheet fits into a spreadsheet.
  func check(sheet: String, rowLimit: Int) throws(WorkbookError) {
    guard row < rowLimit else {
      throw .tooManyRows(sheet: sheet, limit: rowLimit)
    }
    guard usedColumnCount < SheetLimits.columnCount else {
      throw .tooManyColumns(sheet: sheet, limit: SheetLimits.columnCount)
    }
  }

  /// What a sheet says of numbers that stand as text.
  static let digitNote = ReportNote(
    Phrase(
      "Numbers with more than 14 digits stand as text, because a spreadsheet might change them;"
        + " formulas do not count them.",
      "超過 14 位數之數字以文字呈現（試算表可能改變其值），公式不予計入。"),
    kind: .warning)
}
