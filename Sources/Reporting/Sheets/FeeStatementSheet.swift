import CallOff
import Pipeline
import Policy
import Quantities

/// The sheet of fee statements: what each vendor owes under each contract when it falls due.
enum FeeStatementSheet {
  static let key = "fee_statements"

  static func sheet(of stage: CallOffStage) throws(ArithmeticOverflow) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Fee statements", "服務費繳納單"),
      title: Phrase("Fee statement per vendor at the due date", "應繳日各廠商作業服務費"),
      summary: Phrase(
        "What each vendor owes under each contract on the day its fees fall due",
        "各廠商於各契約應繳日應繳之作業服務費"), tab: .result,
      blocks: stage.noteBlocks + [.table(try table(of: stage))])
  }

  private static func table(of stage: CallOffStage) throws(ArithmeticOverflow) -> ReportTable {
    var table = ReportTable(
      "fee_statement_lines",
      columns: [
        .identifier("case_no", Phrase("contract", "契約案號")),
        .identifier("vendor_id", Phrase("vendor", "廠商")),
        .date("due_on", Phrase("due on", "應繳日")),
        .integer("orders", Phrase("orders", "訂單數")),
        .money("value", Phrase("orders in force", "有效訂單金額")),
        .money("accrued", Phrase("accrued", "計列")),
        .money("reversed", Phrase("reversed", "沖回")),
        .money("collected", Phrase("collected by then", "屆時已收")),
        .money("due", Phrase("to collect", "應收")),
        .money("refund", Phrase("to refund", "應退")),
      ], frozenColumnCount: 2)
    var due = Money.zero
    var refund = Money.zero
    for statement in try stage.ledger.statements() {
      let totals = statement.totals
      due = try due + totals.balance.receivable
      refund = try refund + totals.balance.refundDue
      table.append([
        .text(statement.contract.caseNumber), .identifier(statement.vendorID),
        .day(statement.dueOn), .count(totals.orderCount), .money(totals.active.value),
        .money(totals.balance.accrued), .money(totals.balance.reversed),
        .money(totals.balance.collected), .money(totals.balance.receivable),
        .money(totals.balance.refundDue),
      ])
    }
    table.appendTotal(
      Phrase("total", "合計"), sums: ["due": .money(due), "refund": .money(refund)], key: "total")
    return table
  }
}
