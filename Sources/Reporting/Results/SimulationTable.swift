import Policy
import Quantities
public import Simulation

extension SimulationAnswer {
  /// The table of `awardsim simulate`: one row a scenario and metric.
  ///
  /// The difference is the paired one to the baseline, empty for the baseline itself.
  public var resultTable: ReportTable {
    var table = ReportTable(
      "simulate", title: Phrase("Simulation", "模擬結果"),
      columns: [
        .identifier("scenario", Phrase("scenario", "情境")),
        .choice("metric", Phrase("metric", "指標")),
      ] + SimulationAnswer.summaryColumns + [
        .decimal("difference", Phrase("difference to baseline", "與基準情境之差")),
        .real(
          "difference_standard_error", Phrase("its standard error", "差之標準誤"),
          fractionDigitCount: 4),
        SimulationAnswer.methodColumn,
      ], frozenColumnCount: 2)
    for (index, name) in header.scenarios.enumerated() {
      for (place, metric) in Metric.totals.enumerated() {
        let summary = summaries[index][place]
        let difference = index == 0 ? nil : differences[index - 1][place]
        let exact = exactMean(of: metric, scenario: index)
        let exactDifference =
          index == 0 ? nil : exactDifference(of: metric, scenario: index)
        table.append(
          [.text(name), .choice(metric.rawValue, metric.phrase)]
            + (SimulationAnswer.cells(of: summary, exact)
            + SimulationAnswer.meanCells(difference, exactDifference)).map {
              $0.showing(fractionDigitCount: metric.decimals)
            }
            + [SimulationAnswer.methodCell(summary, exact)])
      }
    }
    return table
  }

  /// The table of `awardsim simulate --by`: one row a scenario, cell and metric.
  ///
  /// - Returns: `nil` where the answer is not divided by the dimension.
  public func table(by dimension: Dimension) -> ReportTable? {
    guard let breakdown = breakdowns.first(where: { $0.dimension == dimension }) else { return nil }
    var table = ReportTable(
      "simulate_by_\(dimension.columnName)",
      title: Phrase(
        "Simulation by \(dimension.phrase.english)", "模擬結果：依\(dimension.phrase.traditionalChinese)"),
      columns: [
        .identifier("scenario", Phrase("scenario", "情境")),
        .identifier(dimension.columnName, dimension.phrase),
        .choice("metric", Phrase("metric", "指標")),
      ] + SimulationAnswer.summaryColumns + [SimulationAnswer.methodColumn],
      frozenColumnCount: 3)
    for (scenario, cells) in breakdown.summaries.enumerated() {
      for (cell, summaries) in cells.enumerated() {
        for (metric, summary) in zip(dimension.metrics, summaries) {
          let exact = exactMean(of: metric, dimension, cell: cell, scenario: scenario)
          table.append(
            [
              .text(header.scenarios[scenario]), .text(breakdown.labels[cell]),
              .choice(metric.rawValue, metric.phrase),
            ]
              + SimulationAnswer.cells(of: summary, exact).map {
                $0.showing(fractionDigitCount: metric.decimals)
              } + [
                SimulationAnswer.methodCell(summary, exact)
              ])
        }
      }
    }
    return table
  }

  /// Mean, error and quantiles.
  private static var summaryColumns: [ReportTable.Column] {
    [
      .decimal("mean", Phrase("mean", "平均")),
      .real("standard_error", Phrase("standard error", "標準誤"), fractionDigitCount: 4),
      .decimal("p05", Phrase("P5", "P5")), .decimal("p25", Phrase("P25", "P25")),
      .decimal("p50", Phrase("P50", "P50")), .decimal("p75", Phrase("P75", "P75")),
      .decimal("p95", Phrase("P95", "P95")),
    ]
  }

  /// Whether a mean is simulated or exact.
  private static var methodColumn: ReportTable.Column {
    .choice("method", Phrase("mean is", "平均值為"))
  }

  private static func methodCell(_ summary: Summary?, _ exact: ExactAnswer.Mean?) -> Cell {
    if exact != nil { return .choice("exact", Phrase("exact", "精確")) }
    return summary == nil ? .empty : .choice("simulated", Phrase("simulated", "模擬"))
  }

  private static func cells(of summary: Summary?, _ exact: ExactAnswer.Mean?) -> [Cell] {
    meanCells(summary, exact)
      + percentages.indices.map { .decimal(summary?.percentiles[$0]) }
  }

  /// The mean and its standard error; an exact mean has no simulation error.
  private static func meanCells(_ summary: Summary?, _ exact: ExactAnswer.Mean?) -> [Cell] {
    guard let exact else { return [.decimal(summary?.mean), .real(summary?.standardError)] }
    return [.real(exact.value), .real(0)]
  }

  /// Which parameters differ between the scenarios: one row a parameter, one column a scenario.
  public var parameterTable: ReportTable {
    var table = ReportTable(
      "parameters", title: Phrase("Parameters that differ", "情境間不同之參數"),
      columns: [.identifier("parameter", Phrase("parameter", "參數"))]
        + header.scenarios.map { .text($0, Phrase(verbatim: $0)) })
    for parameter in header.parameters {
      table.append([.text(parameter.key)] + parameter.values.map { .text($0) })
    }
    return table
  }
}
