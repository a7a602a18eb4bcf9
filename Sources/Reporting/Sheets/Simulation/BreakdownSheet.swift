import Pipeline
import Policy
import Pricing
import Quantities
import Simulation

/// Sheets that divide the answer: by item, and by category and vendor.
enum BreakdownSheet {
  static let itemKey = "simulated_items"
  static let groupKey = "simulated_groups"

  /// One row an item and scenario.
  static func items(of report: SimulationReport, _ items: [Item]) -> ReportSheet? {
    guard let breakdown = report.answer.breakdown(.item) else { return nil }
    let names = Dictionary(
      items.map { ($0.id.text, $0.name) }, uniquingKeysWith: { first, _ in first })
    return ReportSheet(
      itemKey, name: Phrase("Simulated items", "模擬：品項"),
      title: Phrase("Simulated awards and orders by item", "模擬決標及訂單：依品項"),
      summary: Phrase(
        "Which items fail how often, how many vendors are awarded, at which prices",
        "各品項未決標機率、決標家數及價格"), tab: .result,
      blocks: report.noteBlocks + [
        .table(
          table(of: report.answer, breakdown, key: itemKey) { label in
            [.text(label), .text(names[label])]
          })
      ])
  }

  /// Categories, then vendors.
  static func groups(of report: SimulationReport) -> ReportSheet? {
    let answer = report.answer
    var blocks = report.noteBlocks
    if let categories = answer.breakdown(.category) {
      blocks += [
        .heading(Phrase("By category", "依類別")),
        .table(
          table(of: answer, categories, key: "simulated_categories") { label in
            [.phrase(Category(rawValue: label)?.phrase ?? Phrase(verbatim: label))]
          }),
      ]
    }
    if let vendors = answer.breakdown(.vendor), !vendors.labels.isEmpty {
      blocks += [
        .heading(Phrase("By vendor", "依廠商")),
        .table(
          table(of: answer, vendors, key: "simulated_vendors") { label in [.text(label)] }),
      ]
    }
    guard blocks.count > report.noteBlocks.count else { return nil }
    return ReportSheet(
      groupKey, name: Phrase("Simulated groups", "模擬：類別及廠商"),
      title: Phrase("Simulated awards and orders by category and vendor", "模擬決標及訂單：依類別及廠商"),
      summary: Phrase(
        "Awards, orders and fees of each category and vendor", "各類別及廠商之決標、訂單及作業服務費"),
      tab: .result, blocks: blocks)
  }

  /// One row a cell and scenario.
  private static func table(
    of answer: SimulationAnswer, _ breakdown: SimulationAnswer.Breakdown, key: String,
    _ name: (String) -> [Cell]
  ) -> ReportTable {
    let dimension = breakdown.dimension
    var columns: [ReportTable.Column] = [
      .identifier(dimension.columnName, dimension.phrase)
    ]
    if dimension == .item { columns.append(.text("name", Phrase("name", "品名"))) }
    columns.append(.text("scenario", Phrase("scenario", "情境"), width: .characters(32)))
    let shown = dimension.metrics.enumerated().filter { $0.element != .awardedSum }
    columns += shown.flatMap { $0.element.breakdownColumns(dimension) }
    var table = ReportTable(key, columns: columns, frozenColumnCount: dimension == .item ? 3 : 2)
    for (cell, label) in breakdown.labels.enumerated() {
      for (scenario, scenarioName) in answer.header.scenarios.enumerated() {
        var cells = name(label) + [.text(scenarioName)]
        for (place, metric) in shown {
          let exact = answer.exactMean(of: metric, dimension, cell: cell, scenario: scenario)
          cells += metric.breakdownCells(breakdown.summaries[scenario][cell][place], exact)
        }
        table.append(cells)
      }
    }
    return table
  }
}

extension Metric {
  /// Whether the spread of the metric is shown beside its mean.
  private var showsSpread: Bool { self == .awardToReserve || self == .feeRevenue }

  /// The mean; with its error and 90 % range for prices and fees.
  fileprivate func breakdownColumns(_ dimension: Dimension) -> [ReportTable.Column] {
    let name = rawValue
    let heading =
      self == .failedItems && dimension == .item
      ? Phrase("fails, probability", "未決標機率") : phrase
    guard showsSpread else { return [column(name, heading)] }
    let short = self == .feeRevenue ? Phrase("fee", "費用") : Phrase("ratio", "比率")
    let part = { (text: String) in
      Phrase("\(short.english) \(text)", "\(short.traditionalChinese) \(text)")
    }
    return [
      column(name, heading), errorColumn("\(name)_error", part("±")),
      column("\(name)_p5", part("P5")), column("\(name)_p95", part("P95")),
    ]
  }

  fileprivate func breakdownCells(
    _ summary: SimulationAnswer.Summary?, _ exact: ExactAnswer.Mean?
  ) -> [Cell] {
    guard showsSpread else { return [meanCell(summary, exact)] }
    return [
      meanCell(summary, exact), errorCell(summary, exact), cell(summary?.percentiles.first),
      cell(summary?.percentiles.last),
    ]
  }
}
