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
        .decimal("mean", Phrase("mean", "平均")),
        .real("standard_error", Phrase("standard error", "標準誤"), fractionDigitCount: 4),
        .decimal("p05", Phrase("P5", "P5")), .decimal("p25", Phrase("P25", "P25")),
        .decimal("p50", Phrase("P50", "P50")), .decimal("p75", Phrase("P75", "P75")),
        .decimal("p95", Phrase("P95", "P95")),
        .decimal("difference", Phrase("difference to baseline", "與基準情境之差")),
        .real(
          "difference_standard_error", Phrase("its standard error", "差之標準誤"),
          fractionDigitCount: 4),
      ], frozenColumnCount: 2)
    for (index, name) in header.scenarios.enumerated() {
      for (place, metric) in Metric.totals.enumerated() {
        let summary = summaries[index][place]
        let difference = index == 0 ? nil : differences[index - 1][place]
        let percentiles = SimulationAnswer.percentages.indices.map { percentile in
          Cell.decimal(summary?.percentiles[percentile])
        }
        table.append(
          [
            .text(name), .choice(metric.rawValue, metric.phrase), .decimal(summary?.mean),
            .real(summary?.standardError),
          ] + percentiles + [.decimal(difference?.mean), .real(difference?.standardError)])
      }
    }
    return table
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
