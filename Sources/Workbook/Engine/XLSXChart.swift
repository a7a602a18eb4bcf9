import CXLSXWriter
import Reporting

/// A chart of a workbook under construction.
@safe struct XLSXChart {
  private let chart: UnsafeMutablePointer<lxw_chart>
  /// Whether bars lie.
  private let isLying: Bool

  init(chart: UnsafeMutablePointer<lxw_chart>, _ kind: ReportChart.Kind) {
    unsafe self.chart = unsafe chart
    isLying = kind == .bar || kind == .stackedBar
  }

  static func type(_ kind: ReportChart.Kind) -> UInt8 {
    let type =
      switch kind {
      case .column: LXW_CHART_COLUMN
      case .stackedColumn: LXW_CHART_COLUMN_STACKED
      case .bar: LXW_CHART_BAR
      case .stackedBar: LXW_CHART_BAR_STACKED
      case .line: LXW_CHART_LINE
      case .scatter: LXW_CHART_SCATTER
      case .scatterWithLines: LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS
      }
    return UInt8(type.rawValue)
  }

  /// Sets the line above the chart and the legend below it.
  func setTitle(_ title: String, hasLegend: Bool) {
    var font = unsafe lxw_chart_font()
    unsafe font.size = 13
    unsafe font.bold = UInt8(LXW_TRUE.rawValue)
    unsafe chart_title_set_name(chart, XLSXChart.text(title))
    unsafe chart_title_set_name_font(chart, &font)
    let position = hasLegend ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE
    unsafe chart_legend_set_position(chart, UInt8(position.rawValue))
  }

  /// One of the two axes.
  enum Axis {
    case category
    case value
  }

  /// Sets the title, the number format and the bounds of an axis.
  func setAxis(
    _ axis: Axis, title: String, numberFormat: String?, minimum: Double?, maximum: Double?
  ) {
    guard let target = unsafe target(of: axis) else { return }
    var font = unsafe lxw_chart_font()
    unsafe font.size = 10
    unsafe font.bold = UInt8(LXW_EXPLICIT_FALSE.rawValue)
    unsafe chart_axis_set_name(target, XLSXChart.text(title))
    unsafe chart_axis_set_name_font(target, &font)
    if let numberFormat { unsafe chart_axis_set_num_format(target, numberFormat) }
    if let minimum { unsafe chart_axis_set_min(target, minimum) }
    if let maximum { unsafe chart_axis_set_max(target, maximum) }
  }

  /// Lists the categories of lying bars from the top down, as the rows of their table are, with their
  /// names beside negative bars and not under them.
  func listFromTop() {
    guard let categories = unsafe target(of: .category) else { return }
    unsafe chart_axis_set_reverse(categories)
    unsafe chart_axis_set_label_position(
      categories, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    guard let values = unsafe target(of: .value) else { return }
    unsafe chart_axis_set_crossing_max(values)
  }

  /// The library's axis: where bars lie, the categories stand on its y axis.
  private func target(of axis: Axis) -> UnsafeMutablePointer<lxw_chart_axis>? {
    unsafe (axis == .category) != isLying ? chart.pointee.x_axis : chart.pointee.y_axis
  }

  /// The cells of a row of numbers or names, with what they hold.
  struct Range {
    let sheetName: String
    let block: CellBlock
    let points: [SheetNumber]
  }

  /// Adds a row of numbers.
  func addSeries(
    name: String, categories: Range?, values: Range, color: Int, isLine: Bool, isScatter: Bool
  ) throws(WorkbookError) {
    guard let series = unsafe chart_add_series(chart, nil, nil) else {
      throw .library(code: 0, message: "a series cannot be added")
    }
    unsafe chart_series_set_name(series, XLSXChart.text(name))
    if let categories {
      let (first, last) = (categories.block.first, categories.block.last)
      unsafe chart_series_set_categories(
        series, categories.sheetName, UInt32(first.row), UInt16(first.column), UInt32(last.row),
        UInt16(last.column))
      unsafe try XLSXChart.fillCache(series.pointee.categories, categories.points)
    }
    let (first, last) = (values.block.first, values.block.last)
    unsafe chart_series_set_values(
      series, values.sheetName, UInt32(first.row), UInt16(first.column), UInt32(last.row),
      UInt16(last.column))
    unsafe try XLSXChart.fillCache(series.pointee.values, values.points)
    unsafe XLSXChart.paint(series, color: color, isLine: isLine, isScatter: isScatter)
  }

  /// Puts the chart on a sheet.
  func insert(
    into sheet: UnsafeMutablePointer<lxw_worksheet>, at cell: CellAddress, widthPixels: Int,
    heightPixels: Int
  ) -> lxw_error {
    var options = unsafe lxw_chart_options()
    // The library sizes charts by a scale of its default, 480 by 288 pixels.
    unsafe options.x_scale = Double(widthPixels) / 480
    unsafe options.y_scale = Double(heightPixels) / 288
    unsafe options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
    return unsafe worksheet_insert_chart_opt(
      sheet, UInt32(cell.row), UInt16(cell.column), chart, &options)
  }

  private static func fillCache(
    _ range: UnsafeMutablePointer<lxw_series_range>, _ points: [SheetNumber]
  ) throws(WorkbookError) {
    for point in points {
      let isStored: Int32 =
        switch point {
        case .nothing: unsafe awardsim_cache_point(range, nil, 0, 0)
        case .number(let number): unsafe awardsim_cache_point(range, nil, number, 1)
        case .text(let text):
          unsafe awardsim_cache_point(range, SheetText.onOneLine(text, units: 255), 0, 1)
        }
      guard isStored != 0 else { throw .library(code: 0, message: "out of memory") }
    }
  }

  private static func paint(
    _ series: UnsafeMutablePointer<lxw_chart_series>, color: Int, isLine: Bool, isScatter: Bool
  ) {
    var line = lxw_chart_line()
    line.color = UInt32(color)
    line.width = 2
    var fill = lxw_chart_fill()
    fill.color = UInt32(color)
    if isLine { unsafe chart_series_set_line(series, &line) }
    guard isLine || isScatter else {
      unsafe chart_series_set_fill(series, &fill)
      return
    }
    var edge = lxw_chart_line()
    edge.color = UInt32(color)
    unsafe chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
    unsafe chart_series_set_marker_size(series, 6)
    unsafe chart_series_set_marker_fill(series, &fill)
    unsafe chart_series_set_marker_line(series, &edge)
  }

  /// A text of a chart; one that begins with `=` would be read as a reference.
  private static func text(_ text: String) -> String {
    let line = SheetText.onOneLine(text, units: 255)
    return line.hasPrefix("=") ? " " + line : line
  }
}
