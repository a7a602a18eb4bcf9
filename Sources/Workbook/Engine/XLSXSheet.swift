import CXLSXWriter

/// One sheet of a workbook under construction; it keeps the workbook alive.
@safe final class XLSXSheet {
  private let book: XLSXBook
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private var linkCount = 0
  /// Links that the sheet had no room for.
  private(set) var lostLinkCount = 0

  init(book: XLSXBook, sheet: UnsafeMutablePointer<lxw_worksheet>) {
    self.book = book
    unsafe self.sheet = unsafe sheet
  }

  /// The library's own sheet, for rows in great numbers.
  func withHandle<Result>(_ body: (UnsafeMutablePointer<lxw_worksheet>) -> Result) -> Result {
    unsafe body(sheet)
  }

  /// Writes a number.
  func write(_ number: Double, at cell: CellAddress, _ style: CellStyle) throws(WorkbookError) {
    try XLSXBook.check(
      unsafe worksheet_write_number(
        sheet, UInt32(cell.row), UInt16(cell.column), number, try book.format(style)))
  }

  /// Writes a text; never a formula, whatever it begins with.
  func write(_ text: String, at cell: CellAddress, _ style: CellStyle) throws(WorkbookError) {
    try XLSXBook.check(
      unsafe worksheet_write_string(
        sheet, UInt32(cell.row), UInt16(cell.column), SheetText.forCell(text),
        try book.format(style)))
  }

  /// Writes a cell that has a look but no value.
  func writeBlank(at cell: CellAddress, _ style: CellStyle) throws(WorkbookError) {
    try XLSXBook.check(
      unsafe worksheet_write_blank(
        sheet, UInt32(cell.row), UInt16(cell.column), try book.format(style)))
  }

  /// Writes a formula with the number that it yields.
  func write(
    formula: String, isArray: Bool, yielding number: Double, at cell: CellAddress,
    _ style: CellStyle
  ) throws(WorkbookError) {
    let (row, column) = (UInt32(cell.row), UInt16(cell.column))
    let format = unsafe try book.format(style)
    if isArray {
      try XLSXBook.check(
        unsafe worksheet_write_array_formula_num(
          sheet, row, column, row, column, "{" + formula + "}", format, number))
    } else {
      try XLSXBook.check(
        unsafe worksheet_write_formula_num(sheet, row, column, formula, format, number))
    }
  }

  /// Writes a formula with the text that it yields.
  func write(
    formula: String, yielding text: String, at cell: CellAddress, _ style: CellStyle
  ) throws(WorkbookError) {
    try XLSXBook.check(
      unsafe worksheet_write_formula_str(
        sheet, UInt32(cell.row), UInt16(cell.column), formula, try book.format(style),
        SheetText.forCell(text)))
  }

  /// Lays a link under a cell; its content is written afterwards.
  ///
  /// - Returns: Whether there was room for one more link on the sheet.
  func link(to address: String, at cell: CellAddress, _ style: CellStyle) throws(WorkbookError)
    -> Bool
  {
    guard linkCount < SheetLimits.linkCount else {
      lostLinkCount += 1
      return false
    }
    linkCount += 1
    try XLSXBook.check(
      unsafe worksheet_write_url(
        sheet, UInt32(cell.row), UInt16(cell.column), address, try book.format(style)))
    return true
  }

  /// Writes a text over several columns of one row, at a height that shows all its lines.
  func merge(
    _ text: String, row: Int, columns: ClosedRange<Int>, _ style: CellStyle
  ) throws(WorkbookError) {
    let first = CellAddress(row: row, column: columns.lowerBound)
    guard columns.count > 1 else { return try write(text, at: first, style) }
    try XLSXBook.check(
      unsafe worksheet_merge_range(
        sheet, UInt32(row), UInt16(columns.lowerBound), UInt32(row), UInt16(columns.upperBound),
        SheetText.forCell(text), try book.format(style)))
  }

  /// Sets the height of a row in points; spreadsheets allow up to 409.
  func setHeight(_ points: Double, row: Int) throws(WorkbookError) {
    try XLSXBook.check(unsafe worksheet_set_row(sheet, UInt32(row), min(points, 409), nil))
  }

  /// Sets the width of a column in widths of a digit.
  func setWidth(_ width: Double, column: Int) throws(WorkbookError) {
    try XLSXBook.check(
      unsafe worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil))
  }

  /// Sets the width of a column and the look of its empty cells.
  func setColumn(width: Double, column: Int, _ style: CellStyle) throws(WorkbookError) {
    try XLSXBook.check(
      unsafe worksheet_set_column(
        sheet, UInt16(column), UInt16(column), width, try book.format(style)))
  }

  /// Shows a message beside the cells of a column that are filled in, and a list to choose from.
  ///
  /// - Parameters:
  ///   - title: The heading of the message; spreadsheets show 32 characters.
  ///   - message: The message; spreadsheets show 255 characters.
  ///   - choices: The words of the list; none for any value.
  ///   - column: The column, counted from 0.
  ///   - firstRow: The first row that it holds for; the last one is the sheet's.
  /// - Throws: ``WorkbookError`` when the list is longer than a spreadsheet takes.
  func addPrompt(
    title: String, message: String, choices: [String], column: Int, firstRow: Int
  ) throws(WorkbookError) {
    var words: [UnsafeMutablePointer<CChar>?] = unsafe []
    defer { unsafe words.forEach { unsafe free($0) } }
    for choice in choices { unsafe words.append(strdup(choice)) }
    unsafe words.append(nil)
    try XLSXBook.check(
      unsafe awardsim_add_prompt(
        sheet, UInt32(firstRow), UInt32(SheetLimits.rowCount - 1), UInt16(column),
        SheetText.onOneLine(title, units: 32), SheetText.onOneLine(message, units: 255), words,
        !choices.isEmpty))
  }

  /// Lets cells of a column hold one of some words.
  ///
  /// - Throws: ``WorkbookError`` when the list is longer than a spreadsheet takes.
  func addChoices(
    _ choices: [String], column: Int, rows: ClosedRange<Int>
  ) throws(WorkbookError) {
    var words: [UnsafeMutablePointer<CChar>?] = unsafe []
    defer { unsafe words.forEach { unsafe free($0) } }
    for choice in choices { unsafe words.append(strdup(choice)) }
    unsafe words.append(nil)
    try XLSXBook.check(
      unsafe awardsim_add_choices(
        sheet, UInt32(rows.lowerBound), UInt32(rows.upperBound), UInt16(column), words))
  }

  /// Lets cells of a column hold numbers that are not negative.
  func addLowerBound(column: Int, rows: ClosedRange<Int>) throws(WorkbookError) {
    try XLSXBook.check(
      unsafe awardsim_add_lower_bound(
        sheet, UInt32(rows.lowerBound), UInt32(rows.upperBound), UInt16(column)))
  }

  /// Guards the cells of the sheet against slips, but for those whose look says otherwise.
  func protect() { unsafe awardsim_protect(sheet) }

  /// Puts a chart with its corner on a cell.
  func insert(_ chart: XLSXChart, at cell: CellAddress, widthPixels: Int, heightPixels: Int)
    throws(WorkbookError)
  {
    try XLSXBook.check(
      unsafe chart.insert(
        into: sheet, at: cell, widthPixels: widthPixels, heightPixels: heightPixels))
  }
}

extension XLSXSheet {
  /// Makes a native table with filters of cells whose first row has the headings.
  func addTable(
    name: String, headings: [String], styles: [CellStyle], firstRow: Int, lastRow: Int
  ) throws(WorkbookError) {
    var texts: [UnsafeMutablePointer<CChar>?] = unsafe []
    defer { unsafe texts.forEach { unsafe free($0) } }
    for heading in headings { unsafe texts.append(strdup(heading)) }
    var formats: [UnsafeMutablePointer<lxw_format>?] = unsafe []
    for style in styles { unsafe formats.append(try book.format(style)) }
    try XLSXBook.check(
      unsafe awardsim_add_table(
        sheet, UInt32(firstRow), UInt32(lastRow), UInt16(headings.count), name, texts, formats))
  }

  /// Sets filters on cells whose first row has the headings.
  func addFilter(columnCount: Int, firstRow: Int, lastRow: Int) throws(WorkbookError) {
    try XLSXBook.check(
      unsafe worksheet_autofilter(
        sheet, UInt32(firstRow), 0, UInt32(lastRow), UInt16(columnCount - 1)))
  }

  /// Marks cells where a formula, written for the first row, holds.
  func mark(
    columns: ClosedRange<Int>, rows: ClosedRange<Int>, where formula: String, _ style: CellStyle
  ) throws(WorkbookError) {
    try XLSXBook.check(
      unsafe awardsim_mark_where(
        sheet, UInt32(rows.lowerBound), UInt16(columns.lowerBound), UInt32(rows.upperBound),
        UInt16(columns.upperBound), formula, try book.format(style)))
  }

  /// Shows the numbers of a column as bars.
  func addDataBar(column: Int, rows: ClosedRange<Int>) throws(WorkbookError) {
    try XLSXBook.check(
      unsafe awardsim_add_data_bar(
        sheet, UInt32(rows.lowerBound), UInt16(column), UInt32(rows.upperBound),
        UInt32(Palette.dataBar)))
  }

  /// Keeps rows above and columns to the left in view.
  func freeze(rows: Int, columns: Int) {
    unsafe worksheet_freeze_panes(sheet, UInt32(rows), UInt16(columns))
  }

  /// Sets up printing: landscape, one page wide, with header and footer, on A4 or A3.
  func setUpPage(
    header: String, footer: String, rowCount: Int, columnCount: Int, headingRow: Int?,
    isLarge: Bool
  ) throws(WorkbookError) {
    let (paperA3, paperA4): (UInt8, UInt8) = (8, 9)
    unsafe worksheet_set_landscape(sheet)
    unsafe worksheet_set_paper(sheet, isLarge ? paperA3 : paperA4)
    unsafe worksheet_set_margins(sheet, 0.5, 0.5, 0.75, 0.75)
    unsafe worksheet_fit_to_pages(sheet, 1, 0)
    try XLSXBook.check(unsafe worksheet_set_header(sheet, header))
    try XLSXBook.check(unsafe worksheet_set_footer(sheet, footer))
    try XLSXBook.check(
      unsafe worksheet_print_area(
        sheet, 0, 0, UInt32(max(rowCount, 1) - 1), UInt16(max(columnCount, 1) - 1)))
    if let headingRow {
      try XLSXBook.check(
        unsafe worksheet_repeat_rows(sheet, UInt32(headingRow), UInt32(headingRow)))
    }
  }

  /// Sets the look of the sheet as a whole; before any chart, whose place depends on it.
  func setUpView(tabColor: Int, rowHeightPoints: Double) {
    unsafe worksheet_set_default_row(sheet, rowHeightPoints, UInt8(LXW_FALSE.rawValue))
    unsafe worksheet_set_tab_color(sheet, UInt32(tabColor))
    unsafe worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
  }
}
