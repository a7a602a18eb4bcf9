import CXLSXWriter
import Policy
import Quantities
import Reporting

/// The one owner of a workbook under construction: closed once, and freed without a file otherwise.
@safe final class XLSXBook {
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  private let context: RenderContext

  /// Begins a workbook that ``close()`` writes to a path.
  init(path: String, context: RenderContext) throws(WorkbookError) {
    self.context = context
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
    // The library frees the workbook whether or not it could be written.
    unsafe self.book = nil
    try XLSXBook.check(unsafe workbook_close(book))
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
  func addSheet(_ name: String) throws(WorkbookError) -> XLSXSheet {
    guard let sheet = unsafe workbook_add_worksheet(try open(), name) else {
      throw .library(code: 0, message: "the sheet \(name) cannot be added")
    }
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
