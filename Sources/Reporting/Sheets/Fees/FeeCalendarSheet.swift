import CallOff
import Pipeline
import Policy
import Quantities

/// The sheet of the fee calendar: what accrues, reverses, is collected and stays outstanding, by
/// month, and the totals by contract, tier, category, vendor and fiscal year.
enum FeeCalendarSheet {
  static let key = "fee_calendar"
  /// The keys of the tables.
  static let monthKey = "fee_months"
  static let yearKey = "fee_years"
  static let contractKey = "fee_contracts"
  static let tierKey = "fee_by_tier"
  static let categoryKey = "fee_categories"
  static let vendorKey = "fee_vendors"

  static func sheet(of fees: FeeWorking) throws(ArithmeticOverflow) -> ReportSheet {
    var blocks = fees.liveness.notes + fees.stage.noteBlocks
    blocks += [
      .heading(Phrase("By month: what moved", "逐月變動")), .table(try months(of: fees)),
      .chart(monthChart),
    ]
    let groups = fees.groups
    let groupings: [(String, Phrase, [FeeTotalRow], String)] = [
      (
        yearKey, Phrase("By fiscal year of the order", "依訂購會計年度"), groups.years, "year_row"
      ),
      (contractKey, Phrase("By contract", "依契約"), groups.contracts, "contract_row"),
      (tierKey, Phrase("By tier", "依級距"), groups.tiers, "tier"),
      (categoryKey, Phrase("By category", "依類別"), groups.categories, "category_row"),
      (vendorKey, Phrase("By vendor", "依廠商"), groups.vendors, "vendor_row"),
    ]
    for (key, title, rows, column) in groupings {
      blocks += [
        .heading(title), .table(try FeeTotalTable.table(key, of: fees, rows, matching: column)),
      ]
    }
    return ReportSheet(
      key, name: Phrase("Fee calendar", "服務費行事曆"),
      title: Phrase("Fee calendar and totals", "作業服務費行事曆及彙總"),
      summary: Phrase(
        "Fees by month, fiscal year, contract, tier, category and vendor",
        "作業服務費依月份、會計年度、契約、級距、類別及廠商彙總"), tab: .result, isProtected: true, blocks: blocks)
  }

  private static func months(of fees: FeeWorking) throws(ArithmeticOverflow) -> ReportTable {
    let movements = fees.groups.movements
    let rows = movements.enumerated().map { MonthRow(number: $0.offset + 1, movement: $0.element) }
    var table = ReportTable(
      monthKey, live: monthColumns(firstKey: rows.first?.key ?? ""), rows: rows,
      isLive: fees.isLive, rowKey: \.key)
    let balance = try fees.stage.ledger.balance()
    table.appendTotal(
      Phrase("total", "合計"),
      sums: [
        "accrued": .money(balance.accrued), "reversed": .money(balance.reversed),
        "collected": .money(balance.collected),
      ], key: "total")
    return table
  }

  private struct MonthRow {
    let number: Int
    let movement: FeeMovement
    var key: String { "\(number)" }
  }

  private static func monthColumns(firstKey: String) -> [LiveColumn<MonthRow>] {
    let order = { (column: String) in
      CellRange.column(OrderCalculationSheet.tableKey, column)
    }
    // The sum from the first month to this one.
    let sum = { (column: String) in
      let first = Formula.reference(CellRange(monthKey, column, rows: .one(firstKey)))
      return "SUM(\(first):{\(column)})"
    }
    let payments = CellRange.column(FeeInputSheet.paymentKey, "amount")
    let paymentMonths = CellRange.column(FeeCalculationSheet.paymentKey, "month")
    return [
      .init(.identifier("month", Phrase("month", "月份"))) { .phrase($0.movement.period.phrase) },
      .init(
        .money("opening", Phrase("outstanding before", "期初未收")),
        "={closing}-{accrued}+{reversed}+{collected}"
      ) { .money($0.movement.opening) },
      .init(
        .money("accrued", Phrase("accrued", "計列")),
        "=SUMIFS(\(order("accrued")),\(order("ordered_month")),{number})"
      ) { .money($0.movement.accrued) },
      .init(
        .money("reversed", Phrase("reversed", "沖回")),
        "=SUMIFS(\(order("reversed")),\(order("reversed_month")),{number})"
      ) { .money($0.movement.reversed) },
      .init(
        .money("collected", Phrase("collected", "已收")),
        "=SUMIFS(\(payments),\(paymentMonths),{number})"
      ) { .money($0.movement.collected) },
      .init(
        .money("closing", Phrase("outstanding after", "期末未收")),
        "=\(sum("accrued"))-\(sum("reversed"))-\(sum("collected"))"
      ) { .money($0.movement.closing) },
      .init(.integer("number", Phrase("row", "列"))) { .count($0.number) },
      .init(.date("starts_on", Phrase("first day", "首日"))) {
        .day($0.movement.month?.firstDay)
      },
    ]
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
}
