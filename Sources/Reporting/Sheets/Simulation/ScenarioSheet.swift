import Policy
import Quantities
import Simulation

/// The sheet of scenarios: each metric with its error and its spread, one table a metric.
enum ScenarioSheet {
  static let key = "scenarios"

  static func sheet(of report: SimulationReport) -> ReportSheet {
    let answer = report.answer
    var blocks = report.noteBlocks
    if !answer.header.parameters.isEmpty {
      blocks += [
        .heading(Phrase("What differs between the scenarios", "情境間之差異")),
        .table(parameterTable(of: answer)),
      ]
    }
    for (place, metric) in Metric.totals.enumerated()
    where answer.summaries.contains(where: { $0[place] != nil }) {
      blocks += [.heading(metric.phrase), .table(table(of: answer, metric, place))]
      if answer.header.scenarios.count > 1 {
        blocks.append(.chart(chart(of: metric, answer, place)))
      }
    }
    return ReportSheet(
      key, name: Phrase("Scenarios", "情境模擬"), title: Phrase("Scenarios compared", "情境模擬比較"),
      summary: Phrase(
        "What other rules would come to: vendors, prices, failed items, fees, each with its error",
        "不同規則下之得標廠商、價格、未決標品項及作業服務費，並列誤差"), tab: .result,
      blocks: blocks + report.assumptionBlocks)
  }

  /// One row a parameter, one column a scenario.
  private static func parameterTable(of answer: SimulationAnswer) -> ReportTable {
    var table = ReportTable(
      "scenario_parameters",
      columns: [.identifier("parameter", Phrase("parameter", "參數"))]
        + answer.header.scenarios.enumerated().map { index, name in
          .text("scenario_\(index)", Phrase(verbatim: name), width: .characters(30))
        })
    for parameter in answer.header.parameters {
      table.append([.text(parameter.key)] + parameter.values.map { .text($0) })
    }
    return table
  }

  private static func tableKey(_ metric: Metric) -> String { "scenario_\(metric.rawValue)" }

  private static func table(
    of answer: SimulationAnswer, _ metric: Metric, _ place: Int
  ) -> ReportTable {
    var table = ReportTable(
      tableKey(metric),
      columns: [
        .text("scenario", Phrase("scenario", "情境"), width: .characters(30)),
        metric.column("mean", Phrase("mean", "平均")),
        metric.errorColumn("standard_error", Phrase("standard error", "標準誤")),
      ]
        + Metric.percentileHeadings.map { heading in
          metric.column(heading.lowercased(), Phrase(verbatim: heading))
        })
    for (scenario, name) in answer.header.scenarios.enumerated() {
      let summary = answer.summaries[scenario][place]
      let exact = answer.exactMean(of: metric, scenario: scenario)
      table.append(
        [.text(name), metric.meanCell(summary, exact), metric.errorCell(summary, exact)]
          + SimulationAnswer.percentages.indices.map {
            metric.cell(summary?.percentiles[safe: $0])
          }, key: "\(scenario)")
    }
    return table
  }

  private static func chart(
    of metric: Metric, _ answer: SimulationAnswer, _ place: Int
  ) -> ReportChart {
    let table = tableKey(metric)
    let scenarios = CellRange(table, "scenario")
    let lowest = answer.summaries.compactMap { $0[place]?.percentiles.first }.min()
    return ReportChart(
      title: metric.phrase, kind: .column,
      series: ["p5", "mean", "p95"].map { key in
        .init(
          key == "mean" ? Phrase("mean", "平均") : Phrase(verbatim: key.uppercased()),
          categories: scenarios, values: CellRange(table, key))
      },
      categoryAxis: .init(Phrase("scenario", "情境")),
      valueAxis: .init(
        metric.phrase,
        // Ratios lie near one; an axis from zero would show them all alike.
        minimum: metric == .awardToReserve ? lowest?.floorOfTwentieths : .zero),
      widthPixels: 700, heightPixels: 240)
  }
}

extension Array {
  /// The element of an index; `nil` beyond the array.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
