public import Policy
import Quantities
public import Simulation

extension Tornado {
  /// The key of the table, which charts refer to.
  static let tableKey = "tornado"

  /// One row a parameter, the largest effect first.
  public var resultTable: ReportTable {
    var table = ReportTable(
      Tornado.tableKey,
      title: Phrase(
        "What moves \(metric.phrase.english)", "影響\(metric.phrase.traditionalChinese)之參數"),
      columns: [
        .identifier("parameter", Phrase("parameter", "參數")),
        .text("value", Phrase("in force", "採用值")),
        .text("low_value", Phrase("lowest at", "最低之值")),
        metric.column("low_effect", Phrase("lowest effect", "最低影響")),
        metric.errorColumn("low_standard_error", Phrase("its error", "最低影響標準誤")),
        .text("high_value", Phrase("highest at", "最高之值")),
        metric.column("high_effect", Phrase("highest effect", "最高影響")),
        metric.errorColumn("high_standard_error", Phrase("error of it", "最高影響標準誤")),
        metric.column("span", Phrase("span", "幅度")),
      ])
    for bar in bars {
      table.append(
        [.text(bar.key), Tornado.valueCell(bar.value)] + cells(of: bar.low) + cells(of: bar.high)
          + [metric.cell(bar.span)], key: bar.key)
    }
    return table
  }

  private func cells(of effect: Effect) -> [Cell] {
    [Tornado.valueCell(effect.value), metric.cell(effect.mean), metric.cell(effect.standardError)]
  }

  private static func valueCell(_ value: String) -> Cell {
    value == TornadoParameter.calibrated
      ? .choice(value, Phrase(value, "依資料")) : .text(value)
  }

  /// What a reader should know beside the rows.
  public var notes: [Phrase] {
    [
      Phrase(
        "tornado: one parameter moved at a time, \(draws) draws with the same luck; the ranges of"
          + " behaviour and of the cutoff share are assumed",
        "敏感度：一次僅變動一項參數，\(draws) 次模擬採相同隨機情境；行為及決標比率之變動範圍為假設")
    ]
  }

  /// The tornado as `awardsim simulate --format json` prints it.
  var json: JSONValue {
    .members([
      "metric": .string(metric.rawValue), "draws": .integer(draws),
      "baseline": baseline.map { .number($0.decimalText()) } ?? .null,
      "parameters": .array(
        bars.map { bar in
          .members([
            "parameter": .string(bar.key), "value": .string(bar.value),
            "low": Tornado.json(of: bar.low), "high": Tornado.json(of: bar.high),
          ])
        }),
    ])
  }

  private static func json(of effect: Effect) -> JSONValue {
    .members([
      "value": .string(effect.value),
      "mean": effect.mean.map { .number($0.decimalText()) } ?? .null,
      "standard_error": effect.standardError.map { .real($0) } ?? .null,
    ])
  }
}
