import CallOff
import Pipeline
import Policy
import Pricing
import Quantities

/// The sheet of the fee calendar: what accrues, reverses, is collected and stays outstanding, by
/// month, and the totals by contract, tier, category, vendor and fiscal year.
enum FeeCalendarSheet {
  static let key = "fee_calendar"
  private static let monthKey = "fee_months"

  static func sheet(
    of stage: CallOffStage, items: [Item]
  ) throws(ArithmeticOverflow) -> ReportSheet {
    var blocks = stage.noteBlocks
    blocks += [
      .heading(Phrase("By month: what moved", "逐月變動")), .table(try months(of: stage)),
      .chart(monthChart),
    ]
    let categories = Dictionary(
      items.map { ($0.id, $0.category.rawValue) }, uniquingKeysWith: { first, _ in first })
    let groupings: [(String, Phrase, FeeGrouping)] = [
      ("fee_years", Phrase("By fiscal year of the order", "依訂購會計年度"), .fiscalYear),
      ("fee_contracts", Phrase("By contract", "依契約"), .contract),
      ("fee_by_tier", Phrase("By tier", "依級距"), .tier),
      ("fee_categories", Phrase("By category", "依類別"), .named(by: categories)),
      ("fee_vendors", Phrase("By vendor", "依廠商"), .vendor),
    ]
    for (key, title, grouping) in groupings {
      blocks += [.heading(title), .table(try totals(key, of: stage, by: grouping))]
    }
    return ReportSheet(
      key, name: Phrase("Fee calendar", "服務費行事曆"),
      title: Phrase("Fee calendar and totals", "作業服務費行事曆及彙總"),
      summary: Phrase(
        "Fees by month, fiscal year, contract, tier, category and vendor",
        "作業服務費依月份、會計年度、契約、級距、類別及廠商彙總"), tab: .result, blocks: blocks)
  }

  private static func months(of stage: CallOffStage) throws(ArithmeticOverflow) -> ReportTable {
    var table = ReportTable(
      monthKey,
      columns: [
        .identifier("month", Phrase("month", "月份")),
        .money("opening", Phrase("outstanding before", "期初未收")),
        .money("accrued", Phrase("accrued", "計列")),
        .money("reversed", Phrase("reversed", "沖回")),
        .money("collected", Phrase("collected", "已收")),
        .money("closing", Phrase("outstanding after", "期末未收")),
      ])
    for movement in try stage.ledger.movements(by: .month) {
      table.append([
        .phrase(movement.period.phrase), .money(movement.opening), .money(movement.accrued),
        .money(movement.reversed), .money(movement.collected),
        Cell.money(movement.closing).computed(
          by: Formula("={opening}+{accrued}-{reversed}-{collected}")),
      ])
    }
    let balance = try stage.ledger.balance()
    table.appendTotal(
      Phrase("total", "合計"),
      sums: [
        "accrued": .money(balance.accrued), "reversed": .money(balance.reversed),
        "collected": .money(balance.collected),
      ], key: "total")
    return table
  }

  private static var monthChart: ReportChart {
    let month = CellRange(monthKey, "month")
    return ReportChart(
      title: Phrase("Service fees by month", "逐月作業服務費"), kind: .column,
      series: [
        .init(
          Phrase("accrued", "計列"), categories: month, values: CellRange(monthKey, "accrued")),
        .init(
          Phrase("reversed", "沖回"), categories: month, values: CellRange(monthKey, "reversed")),
        .init(
          Phrase("collected", "已收"), categories: month, values: CellRange(monthKey, "collected")),
      ],
      categoryAxis: .init(Phrase("month", "月份")), valueAxis: .init(Phrase("NT$", "新臺幣元")),
      placement: .beside)
  }

  private static func totals(
    _ key: String, of stage: CallOffStage, by grouping: FeeGrouping
  ) throws(ArithmeticOverflow) -> ReportTable {
    var table = ReportTable(
      key,
      columns: [
        .identifier("group", Phrase("group", "分組")),
        .integer("orders", Phrase("orders", "訂單數")),
        .money("value", Phrase("order value", "訂單金額")),
        .money("cancelled", Phrase("of it cancelled", "其中已取消")),
        .money("pending", Phrase("of it return pending", "其中退件待裁定")),
        .money("accrued", Phrase("accrued", "計列")),
        .money("reversed", Phrase("reversed", "沖回")),
        .money("net", Phrase("net", "淨額")),
        .money("collected", Phrase("collected", "已收")),
        .money("outstanding", Phrase("outstanding", "未收")),
      ])
    for row in try stage.ledger.totals(by: grouping) { table.append(try cells(of: row)) }
    let all = try stage.ledger.totals()
    table.appendTotal(
      Phrase("total", "合計"),
      sums: [
        "orders": .integer(Int64(all.orderCount)), "value": .money(try all.orderValue()),
        "cancelled": .money(all.cancelled.value), "pending": .money(all.returnPending.value),
        "accrued": .money(all.balance.accrued), "reversed": .money(all.balance.reversed),
        "net": .money(all.net), "collected": .money(all.balance.collected),
        "outstanding": .money(all.balance.outstanding),
      ], key: "total")
    return table
  }

  private static func cells(of row: FeeTotalRow) throws(ArithmeticOverflow) -> [Cell] {
    let totals = row.totals
    return [
      .phrase(row.group.heading), .count(totals.orderCount), .money(try totals.orderValue()),
      .money(totals.cancelled.value), .money(totals.returnPending.value),
      .money(totals.balance.accrued), .money(totals.balance.reversed),
      Cell.money(totals.net).computed(by: Formula("={accrued}-{reversed}")),
      .money(totals.balance.collected),
      Cell.money(totals.balance.outstanding).computed(by: Formula("={net}-{collected}")),
    ]
  }
}

extension FeeGroup {
  /// The group's name, a category in words.
  fileprivate var heading: Phrase {
    guard case .named(let name) = self else { return phrase }
    return Category(rawValue: name)?.phrase ?? phrase
  }
}
