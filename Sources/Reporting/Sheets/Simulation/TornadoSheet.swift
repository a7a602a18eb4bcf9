import Policy
import Quantities
import Simulation

/// The sheet of the tornado: which parameters move a metric, the largest effect first.
enum TornadoSheet {
  static let key = "tornado"
  /// Bars of the chart.
  private static let barLimit = 16

  static func sheet(of tornado: Tornado) -> ReportSheet {
    let table = tornado.resultTable
    var blocks: [ReportSheet.Block] = tornado.notes.map {
      .note(ReportNote($0, kind: .assumption))
    }
    if let first = tornado.bars.first, let last = tornado.bars.prefix(barLimit).last {
      blocks.append(.chart(chart(of: tornado, from: first.key, to: last.key)))
    }
    return ReportSheet(
      key, name: Phrase("Tornado", "敏感度分析"),
      title: Phrase(
        "What moves \(tornado.metric.phrase.english)",
        "影響\(tornado.metric.phrase.traditionalChinese)之參數"),
      summary: Phrase(
        "Each parameter of policy and behaviour moved alone, ranked by its effect",
        "逐一變動各政策及行為參數，依影響幅度排序"), tab: .result, blocks: blocks + [.table(table.titled(nil))])
  }

  private static func chart(
    of tornado: Tornado, from first: String, to last: String
  ) -> ReportChart {
    let range = { (column: String) in
      CellRange(Tornado.tableKey, column, rows: .span(first, last))
    }
    let parameters = range("parameter")
    return ReportChart(
      title: Phrase(
        "Effect on \(tornado.metric.phrase.english)",
        "對\(tornado.metric.phrase.traditionalChinese)之影響"), kind: .stackedBar,
      series: [
        .init(Phrase("lowest", "最低"), categories: parameters, values: range("low_effect")),
        .init(Phrase("highest", "最高"), categories: parameters, values: range("high_effect")),
      ],
      categoryAxis: .init(Phrase("parameter", "參數")), valueAxis: .init(tornado.metric.phrase),
      widthPixels: 900, heightPixels: 460)
  }
}
