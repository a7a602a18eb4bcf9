import CallOff
import Pipeline
import Policy
import Quantities

/// The sheet of what the fees of all orders share: the cap, and where each payment belongs.
enum FeeCalculationSheet {
  static let key = "fee_calc"
  /// The key of the table of payments; its rows lie beside those of the input.
  static let paymentKey = "payment_calculation"
  /// The cap as formulas refer to it: a number, or a word that `MIN` leaves out.
  static let cap = Formula.reference(CellRange(limitKey, "cap"))
  private static let limitKey = "fee_limits"

  static func sheet(of fees: FeeWorking) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Payments working", "收款計算"),
      title: Phrase("The cap, and the order and month of each payment", "費用上限及各筆收款之歸屬"),
      summary: Phrase(
        "The cap in force, and the order and month that each payment belongs to, as formulas",
        "適用之上限，與各筆收款所屬訂單及月份之公式"), tab: .calculation, isProtected: true,
      blocks: fees.liveness.notes + [
        .note(note), .facts(limits(of: fees)), .table(table(of: fees)),
      ])
  }

  private static let note = ReportNote(
    Phrase(
      "Each row is the payment of the same row of the sheet of payments. All is formulas but the"
        + " names of the orders. The statements count what came in by their day.",
      "每列對應收款資料之同列。除訂單編號外均為公式。繳納單採計至其日期為止之收款。"))

  private static func limits(of fees: FeeWorking) -> FactList {
    let none = PolicyValue.absentText
    let cap = PolicyKey.feeCap.reference
    let cell = fees.stage.policy.cap.map { Cell.money($0) } ?? .text(none)
    let formula = "=IFERROR(VALUE(\(cap)&\"\"),\(Formula.quoted(none)))"
    return FactList(
      limitKey,
      facts: [
        .init(
          "cap", Phrase("cap in force", "適用之上限"),
          fees.isLive ? cell.computed(by: Formula(formula)) : cell,
          remark: Phrase(
            "fee.cap as a number, however it was typed; a word for no cap",
            "以數值表示之 fee.cap（不論輸入方式）；文字表示無上限"))
      ])
  }

  private static func table(of fees: FeeWorking) -> ReportTable {
    let payment = { (column: String) in CellRange.beside(FeeInputSheet.paymentKey, column) }
    let statementDay =
      "INDEX(\(CellRange.column(OrderCalculationSheet.tableKey, "statement_on")),{order_row})"
    let columns: [LiveColumn<PaymentWorking>] = [
      .init(.identifier("order_id", Phrase("order", "訂單編號"))) {
        .identifier($0.payment.orderID)
      },
      .init(
        .integer("order_row", Phrase("row of the order", "訂單列"), width: .characters(9)),
        "=MATCH(\(payment("order_id")),\(CellRange.column(OrderInputSheet.tableKey, "order_id")),0)"
      ) { .count($0.orderNumber) },
      .init(
        .integer("month", Phrase("row of the month", "月份列"), width: .characters(9)),
        "=MATCH(\(payment("collected_on")),"
          + "\(CellRange.column(FeeCalendarSheet.monthKey, "starts_on")),1)"
      ) { .count($0.month) },
      .init(
        .money("amount_then", Phrase("by the day of the statement", "繳納單日前已收")),
        "=IF(ISNUMBER(\(statementDay)),IF(\(payment("collected_on"))<=\(statementDay),"
          + "\(payment("amount")),0),\(payment("amount")))"
      ) { .money($0.amountThen) },
    ]
    var table = ReportTable(
      paymentKey, live: columns, rows: fees.payments, isLive: fees.isLive)
    table.emptyNotice = Phrase("no records of payments", "無收款紀錄")
    return table
  }
}
