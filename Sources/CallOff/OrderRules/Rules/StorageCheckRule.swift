import Policy
import Quantities

/// The agency checks where data is stored before it orders; storage abroad needs its consent
/// (slide 13).
struct StorageCheckRule {
  let facts: OrderFacts

  /// The judgement.
  ///
  /// - Parameters:
  ///   - order: The order.
  ///   - policy: The parameters.
  ///   - isOwn: Whether it is an order of the case's own contract, whose products are known.
  /// - Returns: What the rule says.
  func judge(_ order: Order, _ policy: OrderPolicy, isOwn: Bool) -> OrderJudgement {
    guard let checkedOn = order.records.dataLocationCheckedOn else {
      return .missing(
        Phrase(
          "no record that the agency checked where data is stored", "查無機關確認資料儲存所在地之紀錄"))
    }
    guard checkedOn <= order.orderedOn else {
      return .flagged(
        Phrase(
          "checked where data is stored on \(checkedOn), after the order of \(order.orderedOn)",
          "於 \(checkedOn) 確認資料儲存所在地，晚於訂購日 \(order.orderedOn)"))
    }
    let abroad =
      isOwn ? facts.sites(of: order).filter { !policy.domesticTerritories.contains($0) } : []
    guard !abroad.isEmpty else {
      return .met(
        Phrase(
          "checked where data is stored on \(checkedOn)", "於 \(checkedOn) 確認資料儲存所在地"))
    }
    return judge(order.records.isStorageAbroadApproved, abroad: abroad, checkedOn: checkedOn)
  }

  private func judge(_ consent: Bool?, abroad: [String], checkedOn: Day) -> OrderJudgement {
    let english = "data is stored abroad (\(abroad.joined(separator: ", ")))"
    let chinese = "資料儲存於我國境外（\(abroad.joined(separator: "、"))）"
    switch consent {
    case true?:
      return .met(
        Phrase(
          "checked on \(checkedOn): \(english), with the agency's consent",
          "於 \(checkedOn) 確認：\(chinese)，業經機關同意"))
    case false?:
      return .flagged(
        Phrase("\(english) without the agency's consent", "\(chinese)，未經機關同意"))
    case nil:
      return .missing(
        Phrase(
          "\(english), and no consent of the agency is on record", "\(chinese)，查無機關同意紀錄"))
    }
  }
}
