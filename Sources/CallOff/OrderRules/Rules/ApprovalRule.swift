import Policy
import Quantities

/// An order at or above the inspection threshold (查核金額) needs the superior's approval beforehand.
///
/// Regulations for Inter-entity Supply Contracts, Art. 6 IV.
struct ApprovalRule {
  /// Whether the table of orders says when orders were approved.
  let hasApprovals: Bool

  func judge(_ order: Order, _ policy: OrderPolicy) -> OrderJudgement {
    guard let threshold = policy.inspectionThreshold, order.amount >= threshold else {
      return .met(
        Phrase(
          "NT$\(order.amount.decimalText) is below the inspection threshold",
          "NT$\(order.amount.decimalText) 未達查核金額"))
    }
    let reached = Phrase(
      "at or above the inspection threshold of NT$\(threshold.decimalText)",
      "達查核金額 NT$\(threshold.decimalText)")
    guard let approvedOn = order.records.superiorApprovedOn else {
      return .missing(
        hasApprovals
          ? Phrase(
            "\(reached.english): no approval of the superior is on record",
            "\(reached.traditionalChinese)，查無上級機關核准紀錄")
          : Phrase(
            "\(reached.english): needs the superior's approval (Art. 6 IV)",
            "\(reached.traditionalChinese)，應報經上級機關核准（第6條第4項）"))
    }
    guard approvedOn <= order.orderedOn else {
      return .flagged(
        Phrase(
          "\(reached.english): the superior approved on \(approvedOn), after the order of"
            + " \(order.orderedOn)",
          "\(reached.traditionalChinese)：上級機關於 \(approvedOn) 核准，晚於訂購日 \(order.orderedOn)"))
    }
    return .met(
      Phrase(
        "\(reached.english): the superior approved on \(approvedOn)",
        "\(reached.traditionalChinese)：上級機關於 \(approvedOn) 核准"))
  }
}
