import Policy
import Quantities

/// The vendor agrees, the agency returns the order with a reason, the contracting administration rules
/// (slide 13): each step with its date.
struct CancellationPathRule {
  let columns: OrderRecordColumns

  /// The judgement; `nil` for an order that nobody wants to cancel.
  func judge(_ order: Order) -> OrderJudgement? {
    let records = order.records
    switch order.status {
    case .active:
      if let refused = records.refusedReturn {
        return fault(of: order, returnedOn: refused.returnedOn)
          ?? .met(
            Phrase(
              "returned on \(refused.returnedOn), ruled against on \(refused.ruledOn): the order"
                + " stands",
              "於 \(refused.returnedOn) 退件，\(refused.ruledOn) 裁定不予取消，訂單有效"))
      }
      return records.vendorAgreedOn.map { agreedOn in
        .pending(
          Phrase(
            "the vendor agreed on \(agreedOn); not returned yet, so the order stands",
            "廠商於 \(agreedOn) 同意；尚未退件，訂單有效"))
      }
    case .returnPending(let returnedOn):
      return fault(of: order, returnedOn: returnedOn)
        ?? .pending(
          Phrase(
            "returned\(returnedOn.map { " on \($0)" } ?? ""), no ruling yet",
            "已\(returnedOn.map { "於 \($0) " } ?? "")退件，尚待裁定"))
    case .cancelled(let returnedOn, let ruledOn):
      guard hasSteps else { return nil }
      return fault(of: order, returnedOn: returnedOn)
        ?? .met(
          Phrase(
            "the vendor agreed, returned\(returnedOn.map { " on \($0)" } ?? ""), ruled on"
              + " \(ruledOn)",
            "廠商同意，\(returnedOn.map { "於 \($0) " } ?? "")退件，\(ruledOn) 裁定取消"))
    }
  }

  /// Whether the table of orders says anything of the steps before the ruling.
  private var hasSteps: Bool {
    !columns.isDisjoint(with: [.vendorAgreements, .returnReasons])
  }

  /// The first step that is out of order, or has nothing behind it.
  private func fault(of order: Order, returnedOn: Day?) -> OrderJudgement? {
    guard hasSteps else { return nil }
    let records = order.records
    if columns.contains(.vendorAgreements) {
      guard let agreedOn = records.vendorAgreedOn else {
        return .missing(
          Phrase("no record that the vendor agreed to the cancellation", "查無廠商同意取消之紀錄"))
      }
      if let returnedOn, agreedOn > returnedOn {
        return .flagged(
          Phrase(
            "the vendor agreed on \(agreedOn), after the return of \(returnedOn)",
            "廠商於 \(agreedOn) 同意，晚於退件日 \(returnedOn)"))
      }
    }
    guard returnedOn != nil else {
      return .missing(Phrase("no date of the return is on record", "查無退件日期"))
    }
    if columns.contains(.returnReasons), records.returnReason == nil {
      return .missing(Phrase("no reason of the return is on record", "查無退件原因"))
    }
    return nil
  }
}
