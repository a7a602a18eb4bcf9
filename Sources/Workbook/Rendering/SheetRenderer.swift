import Policy
import Quantities
import Reporting

/// Writes one sheet.
struct SheetRenderer {
  let document: DocumentRenderer
  let layout: SheetLayout
  let sheetIndex: Int
  let book: XLSXBook
  let sheet: XLSXSheet
  /// The native name of each table by its key.
  let tableNames: [String: String]

  var language: Language { document.context.language }

  func render() throws(WorkbookError) {
    try setUpView()
    for placement in layout.placements { try render(placement) }
    try setUp(printedRowCount: layout.printedRowCount)
  }

  /// Sets the look of the sheet as a whole.
  func setUpView() throws(WorkbookError) {
    for (column, width) in layout.columnWidths.enumerated() {
      try sheet.setWidth(width, column: column)
    }
    sheet.setUpView(
      tabColor: Palette.tab(layout.sheet.tab),
      rowHeightPoints: SheetFont.rowHeightPoints(1, language))
  }

  /// Writes one block.
  func render(_ placement: Placement) throws(WorkbookError) {
    switch placement {
    case .title(let row, let phrase):
      try sheet.write(
        phrase[language], at: CellAddress(row: row, column: 0), CellStyle(role: .title))
      try sheet.setHeight(26, row: row)
    case .heading(let row, let phrase): try renderHeading(phrase, row: row)
    case .note(let row, let note): try render(note, row: row)
    case .facts(let placed): try render(placed)
    case .table(let placed): try TableRenderer(sheet: self, placed: placed).render()
    case .chart(let row, let column, let chart):
      try ChartRenderer(sheet: self, chart: chart)
        .render(at: CellAddress(row: row, column: column))
    case .contents(let row, let sheetIndices): try renderContents(sheetIndices, row: row)
    }
  }

  /// Writes a line that opens a section.
  func renderHeading(_ phrase: Phrase, row: Int) throws(WorkbookError) {
    try sheet.write(
      phrase[language], at: CellAddress(row: row, column: 0), CellStyle(role: .heading))
    try sheet.setHeight(22, row: row)
  }

  private func render(_ note: ReportNote, row: Int) throws(WorkbookError) {
    let prefix =
      switch note.kind {
      case .plain: Phrase(verbatim: "")
      case .assumption: Phrase("Assumption: ", "假設：")
      case .warning: Phrase("Attention: ", "注意：")
      }
    try writeWrapped(
      prefix[language] + note.text[language], row: row, columns: 0...layout.noteColumnCount - 1,
      CellStyle(role: .note(note.kind), wraps: true))
  }

  /// Writes a text over several columns; merged cells have no height of their own, so it is set.
  private func writeWrapped(
    _ text: String, row: Int, columns: ClosedRange<Int>, _ style: CellStyle,
    minimumLineCount: Int = 1
  ) throws(WorkbookError) {
    let width = layout.columnWidths[columns].reduce(0, +)
    let lines = max(ColumnWidth.lineCount(text, width: width), minimumLineCount)
    try sheet.merge(text, row: row, columns: columns, style)
    try sheet.setHeight(SheetFont.rowHeightPoints(lines, language), row: row)
  }

  private func render(_ placed: FactsPlacement) throws(WorkbookError) {
    if let titleRow = placed.titleRow, let title = placed.list.title {
      try renderHeading(title, row: titleRow)
    }
    for (offset, fact) in placed.list.facts.enumerated() {
      let row = placed.firstRow + offset
      let label = fact.label[language]
      try sheet.write(label, at: CellAddress(row: row, column: 0), CellStyle(role: .label))
      let precision = ColumnPrecision(for: fact.cell.value)
      var style = CellStyle(
        role: .fact, number: NumberFormat(fact.cell.value, precision: precision))
      style.wraps = !fact.cell.value.isNumeric
      style.filling = fact.isInput ? .input : nil
      let location = FormulaResolver.Location(sheetIndex: sheetIndex, table: nil, row: row)
      let address = CellAddress(row: row, column: FactsPlacement.valueColumn)
      try CellRenderer(sheet: self, location: location).render(fact.cell, at: address, style)
      if !fact.choices.isEmpty {
        try sheet.addChoices(
          fact.choices.map { $0[language] }, column: address.column, rows: row...row)
      }
      try fitHeight(of: fact, label: label, precision: precision, row: row)
    }
  }

  /// Writes a fact's remark and makes its row as high as the longest of its three texts.
  private func fitHeight(
    of fact: FactList.Fact, label: String, precision: ColumnPrecision, row: Int
  ) throws(WorkbookError) {
    let value = fact.cell.value.displayText(language, precision: precision)
    let widths = layout.columnWidths
    let lines = max(
      ColumnWidth.lineCount(label, width: widths[0]),
      ColumnWidth.lineCount(value, width: widths[FactsPlacement.valueColumn]))
    let columns =
      FactsPlacement
      .remarkColumn...max(
        layout.noteColumnCount - 1, FactsPlacement.remarkColumn)
    if let remark = fact.remark, columns.upperBound < widths.count {
      try writeWrapped(
        remark[language], row: row, columns: columns, CellStyle(role: .remark, wraps: true),
        minimumLineCount: lines)
    } else {
      try sheet.setHeight(SheetFont.rowHeightPoints(lines, language), row: row)
    }
  }

  private func renderContents(_ sheetIndices: [Int], row: Int) throws(WorkbookError) {
    for (offset, index) in sheetIndices.enumerated() {
      let target = document.layouts[index]
      let cell = Cell(.phrase(Phrase(verbatim: target.name)), link: .sheet(target.sheet.key))
      let location = FormulaResolver.Location(sheetIndex: sheetIndex, table: nil, row: row)
      try CellRenderer(sheet: self, location: location)
        .render(cell, at: CellAddress(row: row + offset, column: 0), CellStyle(role: .label))
      try writeWrapped(
        target.sheet.summary[language], row: row + offset,
        columns: 1...max(layout.noteColumnCount - 1, 1), CellStyle(role: .note(.plain), wraps: true)
      )
    }
  }

  /// Keeps headings in view and sets up printing.
  func setUp(printedRowCount: Int) throws(WorkbookError) {
    let sole = layout.soleTable
    if let sole {
      // Headings far down would leave no room to scroll.
      let canFreeze = sole.headingRow <= 12
      let columns = min(max(sole.table.frozenColumnCount, 0), max(sole.table.columns.count - 1, 0))
      sheet.freeze(rows: canFreeze ? sole.headingRow + 1 : 0, columns: canFreeze ? columns : 0)
    }
    if layout.sheet.isProtected { sheet.protect() }
    let source = document.document
    let pages = Phrase("Page &P of &N", "第 &P 頁，共 &N 頁")
    try sheet.setUpPage(
      header: "&L" + SheetText.forHeader(source.title[language]) + "&R&A",
      footer: "&L" + SheetText.forHeader(source.subject[language]) + "&C" + pages[language] + "&R"
        + source.createdOn.isoText,
      rowCount: printedRowCount, columnCount: layout.usedColumnCount,
      headingRow: sole?.headingRow, isLarge: layout.isLarge)
  }
}
