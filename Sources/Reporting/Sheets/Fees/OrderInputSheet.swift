import CallOff
import Pipeline
import Policy
import Quantities

/// The sheet of the orders as they came in: what people change to see what follows.
enum OrderInputSheet {
  static let key = "order_input"
  /// The key of the table; rows are named by order.
  static let tableKey = "orders"

  static func sheet(of fees: FeeWorking) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Orders", "訂單資料"), title: Phrase("Call-off orders as placed", "訂單資料"),
      summary: Phrase(
        "Every order with its quantity, price and status; blue cells may be changed",
        "各訂單之數量、單價與狀態；藍底儲存格可變更"), tab: .input, isProtected: true,
      blocks: fees.liveness.notes + [.note(note), .table(table(of: fees))])
  }

  private static let note = ReportNote(
    Phrase(
      "Blue cells may be changed: fees, totals, calendar and statements follow. A cancelled order"
        + " needs the day of the ruling, on which its fee is reversed. The contract's end is that"
        + " of the contract the order names, or the case's own.",
      "藍底儲存格可變更，作業服務費、彙總、行事曆及繳納單隨之重算。取消之訂單須填裁定日，服務費於該日沖回。"
        + "契約迄日為訂單所列契約（未列者為本案契約）之迄日。"))

  private static func table(of fees: FeeWorking) -> ReportTable {
    var table = ReportTable(
      tableKey, live: nameColumns + inputColumns, rows: fees.orders, isLive: fees.isLive,
      rowKey: { $0.order.id.text })
    table.emptyNotice = Phrase("no orders", "無訂單")
    return table
  }

  private static var nameColumns: [LiveColumn<OrderWorking>] {
    [
      .init(.identifier("order_id", Phrase("order", "訂單編號"))) { .identifier($0.order.id) },
      .init(.identifier("case_no", Phrase("case", "案號"))) {
        $0.row.contract.caseNumber.map { .text($0) } ?? .phrase(FeeGroup.unknown.phrase)
      },
      .init(.identifier("item_id", Phrase("item", "品項編號"))) { .identifier($0.order.itemID) },
      .init(.text("category", Phrase("category", "類別"), width: .characters(13))) {
        .phrase($0.category.heading)
      },
      .init(.identifier("vendor_id", Phrase("vendor", "廠商"))) { .identifier($0.order.vendorID) },
      .init(.identifier("agency_id", Phrase("agency", "訂購機關"))) {
        .identifier($0.order.agencyID)
      },
      .init(.date("ordered_on", Phrase("ordered on", "訂購日"))) { .day($0.order.orderedOn) },
    ]
  }

  private static var inputColumns: [LiveColumn<OrderWorking>] {
    [
      .init(.integer("quantity", Phrase("quantity", "數量")).input()) {
        .integer($0.order.quantity)
      },
      .init(.money("unit_price", Phrase("unit price", "單價")).input()) {
        .money($0.order.unitPrice)
      },
      .init(
        .choice("status", Phrase("status", "狀態")).input().choosing(
          among: FeeWords.standings.entries.map { Phrase(verbatim: $0.token) })
      ) { .text($0.statusToken) },
      .init(.date("returned_on", Phrase("returned on", "退件日"))) { .day($0.returnedOn) },
      .init(.date("ruled_on", Phrase("ruled on", "裁定日")).input()) { .day($0.row.reversedOn) },
      .init(.date("contract_end", Phrase("contract's end", "契約迄日"))) {
        .day($0.row.contract.end)
      },
      .init(.identifier("source", Phrase("source row", "來源列"))) { .source($0.order.position) },
    ]
  }
}
