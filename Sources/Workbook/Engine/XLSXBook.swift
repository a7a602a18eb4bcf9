import CXLSXWriter
import Policy
import Quantities
import Reporting

/// The one owner of a workbook under construction: closed once, and freed without a file otherwise.
@safe final class XLSXBook {
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  private let context: RenderContext
  private let path: String
  /// The sheets whose rows are in temporary files, by their numbers from 1.
  private var streamedSheets: [Int: UnsafeMutablePointer<lxw_worksheet>] = unsafe [:]
  private var sheetCount = 0

  /// Begins a workbook that ``close()`` writes to a path.
  init(path: String, context: RenderContext) throws(WorkbookError) {
    self.context = context
    self.path = path
    guard let book = unsafe workbook_new(path) else {
      throw .library(code: 0, message: "out of memory")
    }
    unsafe self.book = unsafe book
    unsafe awardsim_set_default_font(book, SheetFont.name(context.language))
  }

  deinit {
    if let book = unsafe book { unsafe lxw_workbook_free(book) }
  }

  /// Writes the file and frees the workbook; nothing can be done with it afterwards.
  func close() throws(WorkbookError) {
    let book = unsafe try open()
    let lengths = try endStreams()
    if PackageCheck.isLarge(lengths) { unsafe awardsim_use_zip64(book) }
    // The library frees the workbook whether or not it could be written.
    unsafe self.book = nil
    try XLSXBook.check(unsafe workbook_close(book))
    try PackageCheck.check(path, sheetLengthsBytes: lengths)
  }

  /// Brings all rows of streamed sheets to their files.
  ///
  /// - Returns: The bytes of each by the number of its sheet.
  private func endStreams() throws(WorkbookError) -> [Int: Int] {
    var lengths: [Int: Int] = [:]
    for unsafe(number, sheet) in unsafe streamedSheets {
      let length = unsafe awardsim_end_stream(sheet)
      guard length >= 0 else { throw .incomplete }
      lengths[number] = Int(length)
    }
    return lengths
  }

  /// Sets the document's properties; without `created` two runs would differ.
  func setProperties(of document: ReportDocument) throws(WorkbookError) {
    let language = document.language
    let text: (String) -> String = { SheetText.onOneLine($0, units: 255) }
    let keywords = document.keywords.map { $0[language] }.joined(separator: ", ")
    let secondsPerDay: Int64 = 86_400
    try XLSXBook.check(
      unsafe awardsim_set_properties(
        try open(), text(document.title[language]), text(document.subject[language]),
        text(document.author), text(document.company), text(keywords),
        text(document.comments[language]), Int64(document.createdOn.daysSinceEpoch) * secondsPerDay)
    )
  }

  /// Names cells for use in formulas.
  func define(name: String, as reference: String) throws(WorkbookError) {
    try XLSXBook.check(unsafe workbook_define_name(try open(), name, "=" + reference))
  }

  /// Adds a sheet behind the others.
  ///
  /// - Parameters:
  ///   - name: The name on the tab.
  ///   - isStreamed: Whether its rows come in order and leave the memory at once; it has no tables.
  /// - Returns: The sheet.
  /// - Throws: ``WorkbookError`` when the library refuses the name.
  func addSheet(_ name: String, isStreamed: Bool = false) throws(WorkbookError) -> XLSXSheet {
    let book = unsafe try open()
    guard
      let sheet = unsafe isStreamed
        ? awardsim_add_streamed_sheet(book, name) : workbook_add_worksheet(book, name)
    else {
      throw .library(code: 0, message: "the sheet \(name) cannot be added")
    }
    sheetCount += 1
    if isStreamed { unsafe streamedSheets[sheetCount] = unsafe sheet }
    return unsafe XLSXSheet(book: self, sheet: sheet)
  }

  /// Begins a chart.
  func addChart(_ kind: ReportChart.Kind) throws(WorkbookError) -> XLSXChart {
    guard let chart = unsafe workbook_add_chart(try open(), XLSXChart.type(kind)) else {
      throw .library(code: 0, message: "a chart cannot be added")
    }
    return unsafe XLSXChart(chart: chart, kind)
  }

  /// The library's format of a style, made at its first use.
  func format(_ style: CellStyle) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
    if let known = unsafe formats[style] { return unsafe known }
    guard let format = unsafe workbook_add_format(try open()) else {
      throw .library(code: 0, message: "out of memory")
    }
    unsafe FormatBuilder(format: format, context: context).apply(style)
    unsafe formats[style] = unsafe format
    return unsafe format
  }

  private func open() throws(WorkbookError) -> UnsafeMutablePointer<lxw_workbook> {
    guard let book = unsafe book else {
      throw .library(code: 0, message: "the workbook is closed")
    }
    return unsafe book
  }

  /// Throws what the library reports.
  static func check(_ error: lxw_error) throws(WorkbookError) {
    guard error != LXW_NO_ERROR else { return }
    throw .library(
      code: Int(error.rawValue), message: unsafe String(cString: lxw_strerror(error)))
  }
}
