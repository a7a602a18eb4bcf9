import Policy
import Quantities
import Simulation

/// The sheet of differences: each scenario against the baseline, draw by draw.
enum DifferenceSheet {
  static let key = "differences"
  private static let tableKey = "scenario_differences"

  static func sheet(of report: SimulationReport) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Differences", "情境差異"),
      title: Phrase("Differences to the baseline", "與基準情境之差異"),
      summary: Phrase(
        "What a change of rule alone does, draw by draw, with an error of its own",
        "僅因規則改變所致之差異，逐次比較，並列其誤差"), tab: .result,
      blocks: [
        .note(
          ReportNote(
            Phrase(
              "A difference is taken draw by draw, with the same luck on both sides. The last column"
                + " says how many times larger its standard error would be between independent runs. Green"
                + " rows: beyond two standard errors.",
              "差異以相同隨機情境逐次計算；末欄為改採獨立模擬時標準誤之倍數。綠底列為超過兩倍標準誤者。"))),
        .table(table(of: report.answer)),
      ])
  }

  private static func table(of answer: SimulationAnswer) -> ReportTable {
    var table = ReportTable(
      tableKey,
      columns: [
        .text("scenario", Phrase("scenario", "情境"), width: .characters(30)),
        .text("metric", Phrase("metric", "指標"), width: .characters(24)),
        .real("difference", Phrase("difference", "差異"), fractionDigitCount: 4),
        .real("standard_error", Phrase("standard error", "標準誤"), fractionDigitCount: 4),
        .real("low", Phrase("− 2 errors", "減兩倍標準誤"), fractionDigitCount: 4),
        .real("high", Phrase("+ 2 errors", "加兩倍標準誤"), fractionDigitCount: 4),
        .real("pairing", Phrase("independent ÷ paired error", "獨立誤差÷配對誤差"), fractionDigitCount: 1),
      ], frozenColumnCount: 2)
    for scenario in answer.differences.indices {
      for (place, metric) in Metric.totals.enumerated() {
        guard let difference = answer.differences[scenario][place] else { continue }
        let exact = answer.exactDifference(of: metric, scenario: scenario + 1)
        let mean =
          exact?.value
          ?? Double(difference.mean.numerator) / Double(difference.mean.denominator)
        // One draw has no error.
        let error = exact == nil ? difference.standardError : 0
        let shown = { (cell: Cell) in cell.showing(fractionDigitCount: metric.decimals) }
        let isClear = error.map { abs(mean) > 2 * $0 } ?? false
        table.append(
          [
            .text(answer.header.scenarios[scenario + 1]), .phrase(metric.phrase),
            shown(.real(mean)),
            shown(.real(error)), shown(bound(mean, error, "-")), shown(bound(mean, error, "+")),
            .real(answer.pairingFactor(of: metric, scenario: scenario + 1)),
          ], style: isClear ? .good : .normal)
      }
    }
    return table
  }

  /// A difference two errors lower or higher; empty where there is no error.
  private static func bound(_ mean: Double, _ error: Double?, _ sign: String) -> Cell {
    guard let error else { return .empty }
    return Cell.real(sign == "-" ? mean - 2 * error : mean + 2 * error)
      .computed(by: Formula("={difference}\(sign)2*{standard_error}"))
  }
}
