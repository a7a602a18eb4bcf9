import Policy
import Quantities

/// Orders are placed within the contract's period (slide 3; Regulations for Inter-entity Supply
/// Contracts, Art. 11).
struct ContractPeriodRule {
  let contracts: ContractCalendar
  /// Whether the case lists the other contracts: one that is not among them is then unknown.
  let listsOtherContracts: Bool

  /// The judgement; `nil` for a contract of which no table says anything.
  func judge(_ order: Order) -> OrderJudgement? {
    let contract = contracts.contract(of: order)
    let name = contract.caseNumber.map { " \($0)" } ?? ""
    let period: Phrase
    switch contract {
    case .unknown:
      guard listsOtherContracts else { return nil }
      return .missing(
        Phrase("the contract\(name) has no known period", "契約\(name) 期間不明"))
    case .listed(let listed):
      period = Phrase("\(listed.start) to \(listed.end)", "\(listed.start) 至 \(listed.end)")
    case .endStated(_, let end):
      period = Phrase("up to \(end)", "至 \(end)")
    }
    let (english, chinese) = (period.english, period.traditionalChinese)
    guard !contract.excludes(order.orderedOn) else {
      return .flagged(
        Phrase(
          "ordered on \(order.orderedOn), outside the period of the contract\(name), \(english)",
          "訂購日 \(order.orderedOn) 不在契約\(name) 期間（\(chinese)）內"))
    }
    return .met(
      Phrase(
        "ordered on \(order.orderedOn), within \(english)",
        "訂購日 \(order.orderedOn) 在契約期間（\(chinese)）內"))
  }
}
