import CallOff
import Pipeline
import Policy
import Quantities

/// The sheet of call-off orders: every order with its fee and what became of it.
enum OrderSheet {
  static let key = "orders"
  /// The key of the table of orders; its rows lie beside those of the calculation.
  static let tableKey = "call_off_orders"

  static func sheet(
    of fees: FeeWorking, _ review: OrderReview?
  ) throws(ArithmeticOverflow) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Orders and fees", "訂單及服務費"),
      title: Phrase("Call-off orders and service fees", "訂單及作業服務費"),
      summary: Phrase(
        "Every order with its tier, rate, fee, status and dates",
        "各訂單之級距、費率、作業服務費、狀態與日期"), tab: .result, isProtected: true,
      blocks: fees.liveness.notes + fees.stage.noteBlocks + [
        .table(try table(of: fees, review))
      ])
  }

  private static func table(
    of fees: FeeWorking, _ review: OrderReview?
  ) throws(ArithmeticOverflow) -> ReportTable {
    var table = ReportTable(
      tableKey, live: nameColumns + amountColumns + balanceColumns + lastColumns(review),
      rows: fees.orders, isLive: fees.isLive, rowKey: { $0.order.id.text },
      style: { review?.flags(of: $0.order.id).isEmpty == false ? .attention : .normal })
    table.emptyNotice = Phrase("no orders", "無訂單")
    if fees.isLive {
      table.conditionalFormats = [
        .when(Formula("={status}={order_cancelled}"), style: .muted),
        .when(Formula("={status}={order_return_pending}"), style: .attention),
      ]
    }
    let totals = try fees.stage.ledger.totals()
    table.appendTotal(
      Phrase("total", "合計"),
      sums: [
        "amount": .money(try totals.orderValue()), "accrued": .money(totals.balance.accrued),
        "reversed": .money(totals.balance.reversed),
        "collected": .money(totals.balance.collected),
        "outstanding": .money(totals.balance.outstanding),
      ], key: "total")
    return table
  }

  /// The order's own cell of the input.
  private static func input(_ column: String) -> String {
    "=" + CellRange.beside(OrderInputSheet.tableKey, column)
  }

  /// The order's own cell of the calculation.
  private static func step(_ column: String) -> String {
    "=" + CellRange.beside(OrderCalculationSheet.tableKey, column)
  }

  private static var nameColumns: [LiveColumn<OrderWorking>] {
    [
      .init(.identifier("order_id", Phrase("order", "訂單編號"))) { .identifier($0.order.id) },
      .init(.identifier("case_no", Phrase("case", "案號"))) { .text($0.row.contract.caseNumber) },
      .init(.identifier("item_id", Phrase("item", "品項編號"))) { .identifier($0.order.itemID) },
      .init(.identifier("vendor_id", Phrase("vendor", "廠商"))) { .identifier($0.order.vendorID) },
      .init(.identifier("agency_id", Phrase("agency", "訂購機關"))) {
        .identifier($0.order.agencyID)
      },
      .init(.date("ordered_on", Phrase("ordered on", "訂購日"))) { .day($0.order.orderedOn) },
    ]
  }

  private static var amountColumns: [LiveColumn<OrderWorking>] {
    let status = CellRange.beside(OrderInputSheet.tableKey, "status")
    return [
      .init(.integer("quantity", Phrase("quantity", "數量")), input("quantity")) {
        .integer($0.order.quantity)
      },
      .init(.money("unit_price", Phrase("unit price", "單價")), input("unit_price")) {
        .money($0.order.unitPrice)
      },
      .init(.money("amount", Phrase("amount", "訂單金額")), step("amount")) {
        .money($0.order.amount)
      },
      .init(.integer("tier", Phrase("tier", "級")), step("tier")) {
        .count($0.row.fee.tierIndex + 1)
      },
      .init(
        .percentage("rate", Phrase("rate", "費率"), fractionDigitLimit: 4), step("rate")
      ) { .rate($0.row.effectiveRate) },
      .init(.money("charged", Phrase("fee of the order", "訂單服務費")), step("charged")) {
        .money($0.row.fee.charged)
      },
      .init(
        .choice("status", Phrase("status", "狀態")), "=\(FeeWords.standings.words(of: status))"
      ) { .choice($0.statusToken, $0.row.standing.name) },
    ]
  }

  private static var balanceColumns: [LiveColumn<OrderWorking>] {
    [
      .init(.money("accrued", Phrase("accrued", "計列")), step("accrued")) {
        .money($0.balance.accrued)
      },
      .init(.money("reversed", Phrase("reversed", "沖回")), step("reversed")) {
        .money($0.balance.reversed)
      },
      .init(.money("collected", Phrase("collected", "已收")), step("collected")) {
        .money($0.balance.collected)
      },
      .init(.money("outstanding", Phrase("outstanding", "未收")), step("outstanding")) {
        .money($0.balance.outstanding)
      },
      .init(.date("reversed_on", Phrase("reversed on", "沖回日")), step("reversed_on")) {
        .day($0.row.reversedOn)
      },
    ]
  }

  private static func lastColumns(_ review: OrderReview?) -> [LiveColumn<OrderWorking>] {
    [
      .init(.date("due_on", Phrase("due on", "應繳日"))) { .day($0.row.dueOn) },
      .init(
        .text(
          "flags", Phrase("to know, as written by awardsim", "註記（產製時）"), width: .characters(30))
      ) { order in
        let flags = review?.flags(of: order.order.id) ?? []
        let remarks = order.row.flags.map(\.phrase) + flags.map(\.reason)
        return .phrase(remarks.isEmpty ? nil : Phrase(joining: remarks))
      },
      .init(.identifier("source", Phrase("source row", "來源列"))) { .source($0.order.position) },
    ]
  }
}
