import Policy
import Quantities
import Reporting

/// Writes a template sheet by sheet.
struct TemplateRenderer {
  private let template: InputTemplate
  private let context: RenderContext

  /// The day that every template states as its own: it has none, and the clock would change the bytes.
  private static let createdOn = Day(daysSinceEpoch: 20_454)
  /// The row of the example, below the headings.
  private static let exampleRow = 1

  init(_ template: InputTemplate) {
    self.template = template
    context = RenderContext(language: template.language, currency: .newTaiwanDollar)
  }

  func render(to path: String) throws(WorkbookError) {
    let book = try XLSXBook(path: path, context: context)
    try book.setProperties(
      of: ReportDocument(
        title: Phrase(verbatim: template.notes.title), createdOn: TemplateRenderer.createdOn,
        language: template.language))
    for sheet in template.sheets { try render(sheet, in: book) }
    try renderNotes(in: book)
    try book.close()
  }

  private func render(_ sheet: InputTemplate.Sheet, in book: XLSXBook) throws(WorkbookError) {
    let page = try book.addSheet(sheet.name)
    page.setUpView(
      tabColor: Palette.tab(.input),
      rowHeightPoints: SheetFont.rowHeightPoints(1, template.language))
    let lines = sheet.columns.map(\.heading.count).max() ?? 1
    try page.setHeight(SheetFont.rowHeightPoints(lines, template.language), row: 0)
    for (index, column) in sheet.columns.enumerated() {
      try render(column, at: index, on: page)
    }
    page.freeze(rows: 1, columns: 1)
    try page.setUpPage(
      header: "&C" + SheetText.forHeader(sheet.name), footer: "&C&P / &N",
      rowCount: TemplateRenderer.exampleRow + 1, columnCount: sheet.columns.count, headingRow: 0,
      isLarge: false)
  }

  private func render(
    _ column: InputTemplate.Column, at index: Int, on page: XLSXSheet
  ) throws(WorkbookError) {
    let heading = column.heading.joined(separator: "\n")
    let style = CellStyle(role: .body(.normal), number: format(of: column.kind))
    let example = exampleText(column.example)
    let choices = if case .choice(let words) = column.kind { words } else { [String]() }
    let longest = ([heading, example] + choices).map(ColumnWidth.ofLines).max() ?? 0
    try page.setColumn(
      width: min(max(longest, ColumnWidth.minimum) + ColumnWidth.padding, ColumnWidth.limit),
      column: index, style)
    let address = CellAddress(row: 0, column: index)
    try page.write(heading, at: address, CellStyle(role: .tableHeading(isNumeric: false)))
    try page.addPrompt(
      title: column.heading.first ?? "", message: column.help, choices: choices, column: index,
      firstRow: TemplateRenderer.exampleRow)
    try write(column.example, at: index, on: page, format(of: column.kind))
  }

  private func write(
    _ example: InputTemplate.Example, at column: Int, on page: XLSXSheet, _ number: NumberFormat
  ) throws(WorkbookError) {
    let address = CellAddress(row: TemplateRenderer.exampleRow, column: column)
    var style = CellStyle(role: .body(.muted), number: number)
    switch example {
    case .none: try page.writeBlank(at: address, style)
    case .text(let text): try page.write(text, at: address, style)
    case .number(let value):
      style.isAtRight = true
      try page.write(value, at: address, style)
    case .day(let day):
      if case .number(let serial) = SheetNumber(.day(day), context: context) {
        try page.write(serial, at: address, style)
      }
    }
  }

  private func format(of kind: InputTemplate.Kind) -> NumberFormat {
    switch kind {
    case .text: .text
    case .date: .date
    case .number, .choice: .general
    }
  }

  private func exampleText(_ example: InputTemplate.Example) -> String {
    switch example {
    case .none: ""
    case .text(let text): text
    case .number(let value): "\(value)"
    case .day: "2026-01-01"
    }
  }

  // MARK: Notes

  private func renderNotes(in book: XLSXBook) throws(WorkbookError) {
    let notes = template.notes
    let page = try book.addSheet(notes.name)
    page.setUpView(
      tabColor: Palette.tab(.guide),
      rowHeightPoints: SheetFont.rowHeightPoints(1, template.language))
    let widths = noteWidths
    for (index, width) in widths.enumerated() { try page.setWidth(width, column: index) }
    let columns = 0...max(widths.count - 1, 0)
    try page.write(
      notes.title, at: CellAddress(row: 0, column: 0), CellStyle(role: .title))
    try page.setHeight(24, row: 0)
    var row = 2
    for paragraph in notes.paragraphs {
      let lines = ColumnWidth.lineCount(paragraph, width: widths.reduce(0, +))
      try page.merge(
        paragraph, row: row, columns: columns, CellStyle(role: .note(.plain), wraps: true))
      try page.setHeight(SheetFont.rowHeightPoints(lines, template.language), row: row)
      row += 1
    }
    row += 1
    for (index, heading) in notes.headings.enumerated() {
      try page.write(
        heading, at: CellAddress(row: row, column: index),
        CellStyle(role: .tableHeading(isNumeric: false)))
    }
    let headingRow = row
    for texts in notes.rows {
      row += 1
      try render(texts, row: row, widths: widths, on: page)
    }
    try page.setUpPage(
      header: "&C" + SheetText.forHeader(notes.title), footer: "&C&P / &N", rowCount: row + 1,
      columnCount: widths.count, headingRow: headingRow, isLarge: false)
  }

  private func render(
    _ texts: [String], row: Int, widths: [Double], on page: XLSXSheet
  ) throws(WorkbookError) {
    // A row of one text is a heading between others.
    guard texts.count > 1 else {
      try page.merge(
        texts.first ?? "", row: row, columns: 0...max(widths.count - 1, 0),
        CellStyle(role: .label))
      return
    }
    for (index, text) in texts.enumerated() {
      try page.write(
        text, at: CellAddress(row: row, column: index),
        CellStyle(role: .body(.normal), number: .text, wraps: true))
    }
    let lines = zip(texts, widths).map { ColumnWidth.lineCount($0, width: $1) }.max() ?? 1
    try page.setHeight(SheetFont.rowHeightPoints(lines, template.language), row: row)
  }

  private var noteWidths: [Double] {
    template.notes.headings.indices.map { index in
      let texts = template.notes.rows.compactMap { $0.count > 1 ? $0[index] : nil }
      let longest = (texts + [template.notes.headings[index]]).map(ColumnWidth.ofLines).max() ?? 0
      return min(max(longest, ColumnWidth.minimum), ColumnWidth.wrappingWidth) + ColumnWidth.padding
    }
  }
}
