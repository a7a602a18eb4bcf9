import Policy
import Quantities
import Simulation

/// The sheet of the calibration: fitted distributions beside what was observed.
enum CalibrationSheet {
  static let key = "calibration"

  static func sheet(of calibration: Calibration) -> ReportSheet {
    let quantiles = calibration.quantileTable
    let counts = calibration.countTable
    return ReportSheet(
      key, name: Phrase("Calibration", "模型校準"),
      title: Phrase("Bidder models fitted to past bids", "既往投標之模型校準"),
      summary: Phrase(
        "How well distributions fit the past, and where they do not", "分布與既往投標之配適程度及不符之處"),
      tab: .policy,
      blocks: [
        .heading(Phrase("Fitted distributions", "配適之分布")), .table(calibration.fitTable.titled(nil)),
        .heading(Phrase("Ratios", "標價與底價之比")), .table(quantiles.titled(nil)),
        .chart(
          chart(
            Phrase("Bid to reserve, all lots", "標價與底價之比（全部品項）"), quantiles, "share",
            Phrase("share of bids", "投標比率"), Phrase("of the reserve", "占底價"), calibration,
            rowsOfFirstGroup: Calibration.probabilities.count)),
        .heading(Phrase("Number of bids", "投標家數")), .table(counts.titled(nil)),
        .heading(Phrase("What was found, and where nothing fits", "校準結果及不符之處")),
      ] + calibration.notes.map { .note(ReportNote($0)) })
  }

  /// Observed and fitted values of the first group.
  private static func chart(
    _ title: Phrase, _ table: ReportTable, _ category: String, _ categoryTitle: Phrase,
    _ valueTitle: Phrase, _ calibration: Calibration, rowsOfFirstGroup: Int
  ) -> ReportChart {
    let rows = CellRange.Rows.span("1", "\(rowsOfFirstGroup)")
    return ReportChart(
      title: title, kind: .line,
      series: [("observed", Phrase("observed", "觀測")), ("fitted", Phrase("fitted", "配適"))].map {
        .init(
          $0.1, categories: CellRange(table.key, category, rows: rows),
          values: CellRange(table.key, $0.0, rows: rows))
      },
      categoryAxis: .init(categoryTitle), valueAxis: .init(valueTitle), widthPixels: 600,
      heightPixels: 260)
  }
}
