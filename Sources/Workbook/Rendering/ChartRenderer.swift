import Policy
import Quantities
import Reporting

/// Writes one chart, with the values of its cells cached in it.
struct ChartRenderer {
  let sheet: SheetRenderer
  let chart: ReportChart

  private var document: DocumentRenderer { sheet.document }

  func render(at address: CellAddress) throws(WorkbookError) {
    guard let first = chart.series.first else { throw fault("has no series") }
    let target = try sheet.book.addChart(chart.kind)
    target.setTitle(chart.title[sheet.language], hasLegend: chart.series.count > 1)
    let isScatter = chart.kind == .scatter || chart.kind == .scatterWithLines
    setAxis(
      target, .category, chart.categoryAxis, cells: isScatter ? first.categories : nil)
    setAxis(target, .value, chart.valueAxis, cells: first.values)
    if chart.kind == .bar || chart.kind == .stackedBar { target.listFromTop() }
    for (number, series) in chart.series.enumerated() {
      var categories: XLSXChart.Range?
      if let cells = series.categories { categories = try range(cells) }
      try target.addSeries(
        name: series.name[sheet.language], categories: categories,
        values: try range(series.values), color: Palette.series[number % Palette.series.count],
        isLine: chart.kind == .line || chart.kind == .scatterWithLines, isScatter: isScatter)
    }
    try sheet.sheet.insert(
      target, at: address, widthPixels: max(chart.widthPixels, 1),
      heightPixels: max(chart.heightPixels, 1))
  }

  private func setAxis(
    _ target: XLSXChart, _ axis: XLSXChart.Axis, _ settings: ReportChart.Axis, cells: CellRange?
  ) {
    let format = cells.flatMap { numberFormat(of: $0) }
    let numbers = cells.map { self.cells(of: $0).compactMap(binary) } ?? []
    let low = settings.minimum.flatMap(binary) ?? numbers.min() ?? 0
    let high = settings.maximum.flatMap(binary) ?? numbers.max() ?? 0
    target.setAxis(
      axis, title: settings.title[sheet.language],
      numberFormat: format?.axisCode(document.context.currency, span: high - low),
      minimum: settings.minimum.flatMap(binary), maximum: settings.maximum.flatMap(binary))
  }

  private func binary(_ number: Rational) -> Double? { binary(CellValue.decimal(number)) }

  private func binary(_ value: CellValue) -> Double? {
    let stored = SheetNumber(value, context: document.context)
    return if case .number(let number) = stored { number } else { nil }
  }

  private func numberFormat(of range: CellRange) -> NumberFormat? {
    guard let table = document.tables[range.table],
      let index = table.columns.firstIndex(where: { $0.key == range.column }),
      let value = cells(of: range).first(where: { $0.isNumeric })
    else { return nil }
    return NumberFormat(value, precision: ColumnPrecision(table: table, columnIndex: index))
  }

  private func range(_ range: CellRange) throws(WorkbookError) -> XLSXChart.Range {
    guard let block = document.index.block(range) else {
      throw .unresolved(reference: range.templateText, in: chart.title[sheet.language])
    }
    let values = cells(of: range)
    guard values.count <= SheetLimits.chartPointCount else {
      throw fault("has more than \(SheetLimits.chartPointCount) points")
    }
    return XLSXChart.Range(
      sheetName: document.index.sheetNames[block.sheetIndex], block: block,
      points: values.map { SheetNumber($0, context: document.context) })
  }

  /// The values of the cells that a range names.
  private func cells(of range: CellRange) -> [CellValue] {
    if let list = document.lists[range.table] {
      return list.facts.filter { $0.key == range.column }.map(\.cell.value)
    }
    guard let table = document.tables[range.table],
      let column = table.columns.firstIndex(where: { $0.key == range.column })
    else { return [] }
    let rows: ArraySlice<ReportTable.Row>
    switch range.rows {
    case .all: rows = table.rows[...]
    case .one(let key): rows = ArraySlice(table.rows.filter { $0.key == key })
    case .span(let first, let last):
      guard let start = table.rows.firstIndex(where: { $0.key == first }),
        let end = table.rows.firstIndex(where: { $0.key == last }), start <= end
      else { return [] }
      rows = table.rows[start...end]
    case .same: rows = []
    }
    return rows.map { $0.cells.indices.contains(column) ? $0.cells[column].value : .empty }
  }

  private func fault(_ problem: String) -> WorkbookError {
    .chart(title: chart.title[sheet.language], problem: problem)
  }
}
