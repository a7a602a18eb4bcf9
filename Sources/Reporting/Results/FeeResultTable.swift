public import CallOff
public import Pipeline
public import Policy
import Quantities

extension CallOffStage {
  /// The table of `awardsim fees`: one row an order, in the order of the input.
  ///
  /// The fee is the one that stands: 0 for a cancelled order, whose fee was reversed, and for one whose
  /// return is pending, which did not accrue. A last column names the rules that flag an order; a table
  /// without a flag has none.
  ///
  /// - Parameter review: The orders under the rules of orders.
  /// - Returns: The rows.
  public func resultTable(_ review: OrderReview?) -> ReportTable {
    let review = review?.flaggedOrderCount == 0 ? nil : review
    var table = ReportTable(
      "fees", title: Phrase("Service fees", "作業服務費"),
      columns: [
        .identifier("order_id", Phrase("order", "訂單編號")),
        .money("amount", Phrase("amount", "訂單金額")),
        .percentage("rate", Phrase("rate", "費率"), fractionDigitLimit: 4),
        .money("fee", Phrase("fee", "作業服務費")),
        .choice("status", Phrase("status", "狀態")),
        .date("accrued_on", Phrase("accrued on", "計列日")),
        .date("due_on", Phrase("due on", "應繳日")),
      ] + (review == nil ? [] : [.choice("flags", Phrase("flags", "註記"))]))
    for row in ledger.assessments {
      var cells: [Cell] = [
        .identifier(row.order.id), .money(row.order.amount), .rate(row.effectiveRate),
        .money(row.netFee), .choice(row.statusText, row.standing.name), .day(row.accruedOn),
        .day(row.dueOn),
      ]
      if let review { cells.append(review.flagCell(of: row.order.id)) }
      table.append(cells)
    }
    return table
  }

  /// What a reader should know beside the rows: demonstration tiers, the 1 % principle, notches,
  /// missing collection records.
  public var notes: [Phrase] { ledger.notes.map(\.phrase) }
}

extension FeeStanding {
  /// The standing in a word or two.
  var name: Phrase {
    switch self {
    case .accrued: Phrase("active", "有效")
    case .pending: Phrase("return pending", "退件待裁定")
    case .reversed: Phrase("cancelled", "已取消")
    }
  }
}
