import CallOff
import Pipeline
import Policy
import Quantities
import Simulation

/// The sheet of the fee fan: simulated fees by month and fiscal year with their spread, and beside them
/// those recorded under other, overlapping contracts.
enum FeeFanSheet {
  static let key = "fee_fan"
  private static let monthKey = "fee_fan_months"

  /// Makes the sheet.
  ///
  /// - Parameters:
  ///   - report: The simulation, divided by month and fiscal year.
  ///   - run: The case, whose recorded orders of other contracts are known.
  /// - Returns: `nil` where no fees are simulated.
  /// - Throws: `ArithmeticOverflow` when a sum does not fit.
  static func sheet(
    of report: SimulationReport, _ run: CaseRun
  ) throws(ArithmeticOverflow) -> ReportSheet? {
    let answer = report.answer
    guard let months = answer.breakdown(.month), let years = answer.breakdown(.fiscalYear),
      months.summaries[0].contains(where: { $0.contains { $0 != nil } })
    else { return nil }
    let recorded = try RecordedFees(of: run)
    return ReportSheet(
      key, name: Phrase("Fee fan", "服務費預測"),
      title: Phrase("Simulated service fees by month and fiscal year", "模擬作業服務費：逐月及會計年度"),
      summary: Phrase(
        "Fees accrued, reversed and due, with their spread; known fees of overlapping contracts",
        "計列、沖回及應繳之作業服務費及其分布；並列重疊契約之已知費用"), tab: .result,
      blocks: report.noteBlocks + [
        .note(
          ReportNote(
            Phrase(
              "Simulated is the contract of this case alone. Fees of orders recorded under other"
                + " contracts are known and stand beside it; they have no spread. A fee accrues in the"
                + " month of its order, is reversed in that of the ruling, and falls due on the day after"
                + " the contract's end. Collected is 0: nothing simulated has been paid.",
              "僅模擬本案契約；其他契約已登錄訂單之費用為已知，並列而無分布。"
                + "費用於訂購月份計列、於裁定月份沖回，於契約迄日之次日應繳；模擬無收款。"))),
        .heading(Phrase("By month, baseline", "逐月（基準情境）")),
        .table(monthTable(of: months, recorded)), .chart(chart),
        .heading(Phrase("By fiscal year, every scenario", "依會計年度（各情境）")),
        .table(yearTable(of: years, answer.header.scenarios, recorded)),
      ])
  }

  private static func monthTable(
    of months: SimulationAnswer.Breakdown, _ recorded: RecordedFees
  ) -> ReportTable {
    var table = ReportTable(
      monthKey,
      columns: [.identifier("month", Phrase("month", "月份"))] + columns
        + [
          .decimal("reversed", Phrase("reversed, mean", "沖回平均"), fractionDigitLimit: 0),
          .decimal("due", Phrase("due, mean", "應繳平均"), fractionDigitLimit: 0),
        ] + recordedColumns)
    let last = months.labels.indices.last { cell in
      months.summaries[0][cell].contains { $0.map { $0.mean != .zero } ?? false }
    }
    for (cell, label) in months.labels.enumerated().prefix((last ?? 0) + 1) {
      let values = Values(months, scenario: 0, cell: cell)
      table.append(
        [.text(label)] + values.accrued
          + [.decimal(values.reversed?.mean), .decimal(values.due?.mean)]
          + cells(of: recorded.byMonth[label]), key: label)
    }
    return table
  }

  private static func yearTable(
    of years: SimulationAnswer.Breakdown, _ scenarios: [String], _ recorded: RecordedFees
  ) -> ReportTable {
    var table = ReportTable(
      "fee_fan_years",
      columns: [
        .identifier("fiscal_year", Phrase("fiscal year", "會計年度")),
        .text("scenario", Phrase("scenario", "情境"), width: .characters(30)),
      ] + columns
        + [
          .decimal("reversed", Phrase("reversed, mean", "沖回平均"), fractionDigitLimit: 0),
          .decimal("due", Phrase("due, mean", "應繳平均"), fractionDigitLimit: 0),
        ] + recordedColumns, frozenColumnCount: 2)
    for (cell, label) in years.labels.enumerated()
    where years.summaries.contains(where: { $0[cell].contains { $0?.mean ?? .zero != .zero } }) {
      for (scenario, name) in scenarios.enumerated() {
        let values = Values(years, scenario: scenario, cell: cell)
        table.append(
          [.text(label), .text(name)] + values.accrued
            + [.decimal(values.reversed?.mean), .decimal(values.due?.mean)]
            + cells(of: recorded.byYear[label]))
      }
    }
    return table
  }

  private static var columns: [ReportTable.Column] {
    [
      .decimal("accrued", Phrase("accrued, mean", "計列平均"), fractionDigitLimit: 0),
      .real("accrued_error", Phrase("standard error", "標準誤"), fractionDigitCount: 0),
    ]
      + Metric.percentileHeadings.map {
        .decimal($0.lowercased(), Phrase(verbatim: $0), fractionDigitLimit: 0)
      }
  }

  private static var recordedColumns: [ReportTable.Column] {
    [
      .money("recorded_accrued", Phrase("other contracts, accrued", "其他契約計列")),
      .money("recorded_reversed", Phrase("other contracts, reversed", "其他契約沖回")),
    ]
  }

  private static func cells(of recorded: RecordedFees.Sum?) -> [Cell] {
    [.money(recorded?.accrued ?? .zero), .money(recorded?.reversed ?? .zero)]
  }

  private static var chart: ReportChart {
    ReportChart(
      title: Phrase("Service fees accrued by month, NT$", "逐月計列作業服務費（元）"), kind: .line,
      series: Metric.percentileHeadings.map { heading in
        .init(
          Phrase(verbatim: heading), categories: CellRange(monthKey, "month"),
          values: CellRange(monthKey, heading.lowercased()))
      },
      categoryAxis: .init(Phrase("month", "月份")), valueAxis: .init(Phrase("NT$", "新臺幣元")),
      widthPixels: 900)
  }

  /// The metrics of one cell.
  private struct Values {
    let accrued: [Cell]
    let reversed: SimulationAnswer.Summary?
    let due: SimulationAnswer.Summary?

    init(_ breakdown: SimulationAnswer.Breakdown, scenario: Int, cell: Int) {
      let summaries = breakdown.summaries[scenario][cell]
      let summary = { (metric: Metric) in
        breakdown.dimension.metrics.firstIndex(of: metric).flatMap { summaries[$0] }
      }
      let fees = summary(.feeAccrued)
      accrued =
        [.decimal(fees?.mean), .real(fees?.standardError)]
        + SimulationAnswer.percentages.indices.map { .decimal(fees?.percentiles[safe: $0]) }
      reversed = summary(.feeReversed)
      due = summary(.feesDue)
    }
  }
}
