import CallOff
import Pipeline
import Policy
import Quantities

/// What the orders of each group come to, as sums over the calculation of all orders.
enum FeeTotalTable {
  /// One group with its row.
  private struct Group {
    let number: Int
    let row: FeeTotalRow
    let value: Money
  }

  /// The table of one grouping.
  ///
  /// - Parameters:
  ///   - key: The key of the table.
  ///   - fees: The fees.
  ///   - rows: The groups.
  ///   - column: The column of the calculation that holds the number of an order's group.
  /// - Returns: One row a group, and the totals of all orders.
  /// - Throws: `ArithmeticOverflow` when a sum does not fit.
  static func table(
    _ key: String, of fees: FeeWorking, _ rows: [FeeTotalRow], matching column: String
  ) throws(ArithmeticOverflow) -> ReportTable {
    var groups: [Group] = []
    for (index, row) in rows.enumerated() {
      groups.append(Group(number: index + 1, row: row, value: try row.totals.orderValue()))
    }
    var table = ReportTable(
      key, live: orderColumns(column) + feeColumns(column), rows: groups, isLive: fees.isLive)
    let all = try fees.stage.ledger.totals()
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

  private static func order(_ column: String) -> String {
    CellRange.column(OrderCalculationSheet.tableKey, column)
  }

  /// The sum of a column over the orders of the row's group.
  private static func sum(_ column: String, _ group: String) -> String {
    "=SUMIFS(\(order(column)),\(order(group)),{number})"
  }

  /// The amount of the orders of the row's group that have a status.
  private static func amount(of status: String, _ group: String) -> String {
    "=SUMIFS(\(order("amount")),\(order(group)),{number},"
      + "\(CellRange.column(OrderInputSheet.tableKey, "status")),\(Formula.quoted(status)))"
  }

  private static func orderColumns(_ group: String) -> [LiveColumn<Group>] {
    [
      .init(.identifier("group", Phrase("group", "分組"))) { .phrase($0.row.group.heading) },
      .init(
        .integer("orders", Phrase("orders", "訂單數")), "=COUNTIF(\(order(group)),{number})"
      ) { .count($0.row.totals.orderCount) },
      .init(.money("value", Phrase("order value", "訂單金額")), sum("amount", group)) {
        .money($0.value)
      },
      .init(
        .money("cancelled", Phrase("of it cancelled", "其中已取消")), amount(of: "cancelled", group)
      ) { .money($0.row.totals.cancelled.value) },
      .init(
        .money("pending", Phrase("of it return pending", "其中退件待裁定")),
        amount(of: "return-pending", group)
      ) { .money($0.row.totals.returnPending.value) },
    ]
  }

  private static func feeColumns(_ group: String) -> [LiveColumn<Group>] {
    [
      .init(.money("accrued", Phrase("accrued", "計列")), sum("accrued", group)) {
        .money($0.row.totals.balance.accrued)
      },
      .init(.money("reversed", Phrase("reversed", "沖回")), sum("reversed", group)) {
        .money($0.row.totals.balance.reversed)
      },
      .init(.money("net", Phrase("net", "淨額")), "={accrued}-{reversed}") {
        .money($0.row.totals.net)
      },
      .init(.money("collected", Phrase("collected", "已收")), sum("collected", group)) {
        .money($0.row.totals.balance.collected)
      },
      .init(.money("outstanding", Phrase("outstanding", "未收")), sum("outstanding", group)) {
        .money($0.row.totals.balance.outstanding)
      },
      .init(.integer("number", Phrase("row", "列"))) { .count($0.number) },
    ]
  }
}
