import Policy
import Reporting

/// Writes one table: headings, rows, totals, filters and marks.
struct TableRenderer {
  let sheet: SheetRenderer
  let placed: TablePlacement
  private let precisions: [ColumnPrecision]

  init(sheet: SheetRenderer, placed: TablePlacement) {
    self.sheet = sheet
    self.placed = placed
    precisions = placed.table.columns.indices.map {
      ColumnPrecision(table: placed.table, columnIndex: $0)
    }
  }

  private var table: ReportTable { placed.table }

  func render() throws(WorkbookError) {
    guard !table.columns.isEmpty else { return }
    if let titleRow = placed.titleRow, let title = table.title {
      try sheet.renderHeading(title, row: titleRow)
    }
    try renderHeadings()
    for (offset, row) in table.rows.enumerated() {
      try render(row, at: placed.firstRow + offset)
    }
    if table.rows.isEmpty { try renderEmptyNotice() }
    for (offset, row) in table.totals.enumerated() {
      try render(row, at: placed.lastRow + 1 + offset)
    }
    for format in table.conditionalFormats { try render(format) }
    for (index, column) in table.columns.enumerated() { try guardEntries(of: column, at: index) }
  }

  /// Refuses what a cell that people change cannot hold.
  private func guardEntries(of column: ReportTable.Column, at index: Int) throws(WorkbookError) {
    let rows = placed.firstRow...placed.lastRow
    if !column.choices.isEmpty {
      try sheet.sheet.addChoices(
        column.choices.map { $0[sheet.language] }, column: index, rows: rows)
    } else if column.isInput || column.isEntry, column.kind.isNumeric {
      try sheet.sheet.addLowerBound(column: index, rows: rows)
    }
  }

  /// Writes the headings, with filters where the table is not native.
  func renderHeadings() throws(WorkbookError) {
    let headings = SheetNames.uniqueHeadings(
      table.columns.map { $0.heading[sheet.language] })
    let styles = table.columns.map {
      CellStyle(role: .tableHeading(isNumeric: $0.kind.isNumeric))
    }
    if placed.isNative, let name = sheet.tableNames[table.key] {
      try sheet.sheet.addTable(
        name: name, headings: headings, styles: styles, firstRow: placed.headingRow,
        lastRow: placed.lastRow)
    } else {
      for (column, heading) in headings.enumerated() {
        try sheet.sheet.write(
          heading, at: CellAddress(row: placed.headingRow, column: column), styles[column])
      }
      // A sheet has room for the filters of one table only.
      if sheet.layout.soleTable != nil {
        try sheet.sheet.addFilter(
          columnCount: headings.count, firstRow: placed.headingRow, lastRow: placed.lastRow)
      }
    }
    let widths = sheet.layout.columnWidths
    let lines = headings.indices.map { column in
      ColumnWidth.lineCount(
        headings[column], width: widths[column] - ColumnWidth.filterButton)
    }
    try sheet.sheet.setHeight(
      SheetFont.rowHeightPoints(lines.max() ?? 1, sheet.language) + 2,
      row: placed.headingRow)
  }

  private func render(_ row: ReportTable.Row, at number: Int) throws(WorkbookError) {
    let location = FormulaResolver.Location(
      sheetIndex: sheet.sheetIndex, table: table.key, row: number)
    let renderer = CellRenderer(sheet: sheet, location: location)
    var lineCount = 1
    for (index, column) in table.columns.enumerated() {
      let cell = row.cells.indices.contains(index) ? row.cells[index] : .empty
      let precision = precisions[index].showing(fractionDigitCount: cell.fractionDigitCount)
      var style = CellStyle(
        role: .body(row.style), number: NumberFormat(cell.value, precision: precision))
      style.wraps =
        !cell.value.isNumeric && (column.kind == .text || column.kind == .choice)
        && row.style != .total
      style.isAtRight = cell.value.isNumeric
      if row.style != .total {
        style.filling = column.isEntry ? .entry : column.isInput ? .input : nil
        // A day that is typed into an empty cell is to read as one.
        if column.kind == .date, cell.value == .empty, style.filling != nil { style.number = .date }
      }
      if style.wraps {
        let text = cell.value.displayText(sheet.language, precision: precision)
        // No line is narrower than a character, so a short text needs no counting.
        if text.utf8.count > 4 {
          let width = sheet.layout.columnWidths[index]
          lineCount = max(lineCount, ColumnWidth.lineCount(text, width: width))
        }
      }
      try renderer.render(cell, at: CellAddress(row: number, column: index), style)
    }
    // A height that is not set would be worked out by some programs and not by others.
    if lineCount > 1 {
      try sheet.sheet.setHeight(
        SheetFont.rowHeightPoints(lineCount, sheet.language), row: number)
    }
  }

  /// Writes what stands in place of rows where there are none.
  func renderEmptyNotice() throws(WorkbookError) {
    let style = CellStyle(role: .body(.muted))
    for column in table.columns.indices {
      let address = CellAddress(row: placed.firstRow, column: column)
      if column == 0 {
        try sheet.sheet.write(table.emptyNotice[sheet.language], at: address, style)
      } else {
        try sheet.sheet.writeBlank(at: address, style)
      }
    }
  }

  private func render(_ format: ConditionalFormat) throws(WorkbookError) {
    let rows = placed.firstRow...placed.lastRow
    switch format {
    case .dataBar(let key):
      try sheet.sheet.addDataBar(column: try column(key), rows: rows)
    case .when(let formula, let style, let keys):
      var location = FormulaResolver.Location(
        sheetIndex: sheet.sheetIndex, table: table.key, row: placed.firstRow)
      location.keepsColumns = true
      let text = try sheet.document.resolver.text(of: formula, at: location)
      let look = CellStyle(role: .mark(style))
      if keys.isEmpty {
        try sheet.sheet.mark(columns: 0...table.columns.count - 1, rows: rows, where: text, look)
      }
      for key in keys {
        let index = try column(key)
        try sheet.sheet.mark(columns: index...index, rows: rows, where: text, look)
      }
    }
  }

  private func column(_ key: String) throws(WorkbookError) -> Int {
    guard let index = table.columns.firstIndex(where: { $0.key == key }) else {
      throw .unresolved(reference: key, in: table.key)
    }
    return index
  }
}
