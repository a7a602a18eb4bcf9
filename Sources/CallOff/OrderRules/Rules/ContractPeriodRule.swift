import Policy
import Quantities

/// Orders are placed within the contract's period.
///
/// Slide 3; Regulations for Inter-entity Supply Contracts, Art. 11.
struct ContractPeriodRule {
  let contracts: ContractCalendar
  /// Whether the case lists the other contracts: one that is not among them is then unknown.
  let listsOtherContracts: Bool

  /// The judgement; `nil` for a contract of which no table says anything.
  func judge(_ order: Order) -> OrderJudgement? {
    let contract = contracts.contract(of: order)
    if case .unknown = contract {
      guard listsOtherContracts else { return nil }
      return .missing(
        Phrase(
          "the contract\(contract.name) has no known period", "契約\(contract.name) 期間不明"))
    }
    guard !contract.excludes(order.orderedOn) else {
      return .flagged(
        Phrase(
          "ordered on \(order.orderedOn), outside the period of the contract\(contract.name),"
            + " \(contract.period.english)",
          "訂購日 \(order.orderedOn) 不在契約\(contract.name) 期間"
            + "（\(contract.period.traditionalChinese)）內"))
    }
    return .met(
      Phrase(
        "ordered on \(order.orderedOn), within \(contract.period.english)",
        "訂購日 \(order.orderedOn) 在契約期間（\(contract.period.traditionalChinese)）內"))
  }
}

extension OrderContract {
  /// The case number behind a space; nothing where there is none.
  fileprivate var name: String { caseNumber.map { " \($0)" } ?? "" }

  /// What is known of the period.
  fileprivate var period: Phrase {
    switch self {
    case .listed(let contract):
      Phrase("\(contract.start) to \(contract.end)", "\(contract.start) 至 \(contract.end)")
    case .endStated(_, let end): Phrase("up to \(end)", "至 \(end)")
    case .unknown: Phrase("not known", "不明")
    }
  }
}
