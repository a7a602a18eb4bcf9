import CallOff
import Pipeline
import Policy
import Quantities

/// The sheet of fee statements: what each vendor owes under each contract when it falls due.
enum FeeStatementSheet {
  static let key = "fee_statements"
  /// The key of the table.
  static let tableKey = "fee_statement_lines"

  static func sheet(of fees: FeeWorking) throws(ArithmeticOverflow) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Fee statements", "服務費繳納單"),
      title: Phrase("Fee statement per vendor at the due date", "應繳日各廠商作業服務費"),
      summary: Phrase(
        "What each vendor owes under each contract on the day its fees fall due",
        "各廠商於各契約應繳日應繳之作業服務費"), tab: .result, isProtected: true,
      blocks: fees.liveness.notes + fees.stage.noteBlocks + [.table(try table(of: fees))])
  }

  /// One statement with the rows of its contract and vendor among the groups.
  private struct Line {
    let statement: FeeStatement
    let rows: (contract: Int, vendor: Int)
    var totals: FeeTotals { statement.totals }
  }

  private static func table(of fees: FeeWorking) throws(ArithmeticOverflow) -> ReportTable {
    let lines = fees.statements.map { Line(statement: $0, rows: fees.groups.rows(of: $0)) }
    var table = ReportTable(
      tableKey, live: nameColumns + sumColumns + groupColumns, rows: lines, isLive: fees.isLive)
    table.frozenColumnCount = 2
    table.appendTotal(
      Phrase("total", "合計"),
      sums: [
        "due": .money(try lines.map(\.totals.balance.receivable).total()),
        "refund": .money(try lines.map(\.totals.balance.refundDue).total()),
      ], key: "total")
    return table
  }

  private static var nameColumns: [LiveColumn<Line>] {
    [
      .init(.identifier("case_no", Phrase("contract", "契約案號"))) {
        $0.statement.contract.caseNumber.map { .text($0) } ?? .phrase(FeeGroup.unknown.phrase)
      },
      .init(.identifier("vendor_id", Phrase("vendor", "廠商"))) {
        .identifier($0.statement.vendorID)
      },
      .init(.date("due_on", Phrase("due on", "應繳日"))) { .day($0.statement.dueOn) },
    ]
  }

  /// Sums over the orders of the statement, as they stand on its day.
  private static var sumColumns: [LiveColumn<Line>] {
    let order = { (column: String) in
      CellRange.column(OrderCalculationSheet.tableKey, column)
    }
    let isOfLine =
      "\(order("contract_row")),{contract_row},\(order("vendor_row")),{vendor_row}"
    let sum = { (column: String) in "SUMIFS(\(order(column)),\(isOfLine)" }
    let status = CellRange.column(OrderInputSheet.tableKey, "status")
    return [
      .init(.integer("orders", Phrase("orders", "訂單數")), "=COUNTIFS(\(isOfLine))") {
        .count($0.totals.orderCount)
      },
      .init(
        .money("value", Phrase("orders in force", "有效訂單金額")),
        "=\(sum("amount")),\(status),\"active\")"
      ) { .money($0.totals.active.value) },
      .init(.money("accrued", Phrase("accrued", "計列")), "=\(sum("accrued")))") {
        .money($0.totals.balance.accrued)
      },
      .init(.money("reversed", Phrase("reversed", "沖回")), "=\(sum("reversed_then")))") {
        .money($0.totals.balance.reversed)
      },
      .init(
        .money("collected", Phrase("collected by then", "屆時已收")), "=\(sum("collected_then")))"
      ) { .money($0.totals.balance.collected) },
      .init(
        .money("due", Phrase("to collect", "應收")),
        "=\(sum("outstanding_then")),\(order("outstanding_then")),\">0\")"
      ) { .money($0.totals.balance.receivable) },
      .init(
        .money("refund", Phrase("to refund", "應退")),
        "=-\(sum("outstanding_then")),\(order("outstanding_then")),\"<0\")"
      ) { .money($0.totals.balance.refundDue) },
    ]
  }

  /// Where the contract and the vendor stand among the groups of the fee calendar.
  private static var groupColumns: [LiveColumn<Line>] {
    let row = { (name: String, table: String) in
      "=MATCH({\(name)},\(CellRange.column(table, "group")),0)"
    }
    return [
      .init(
        .integer("contract_row", Phrase("row of the contract", "契約列")),
        row("case_no", FeeCalendarSheet.contractKey)
      ) { .count($0.rows.contract) },
      .init(
        .integer("vendor_row", Phrase("row of the vendor", "廠商列")),
        row("vendor_id", FeeCalendarSheet.vendorKey)
      ) { .count($0.rows.vendor) },
    ]
  }
}
