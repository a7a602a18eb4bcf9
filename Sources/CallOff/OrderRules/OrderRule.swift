import Policy
import Quantities

/// One rule of orders with what it looks at.
struct OrderRule: Sendable {
  /// The rule's own part of the parameters.
  let requirement: @Sendable (OrderPolicy) -> RuleRequirement
  /// The input that the rule needs and that is not there; `nil` where it is.
  let missingInput: String?
  /// The judgement of an order; `nil` where the rule has nothing to say about it.
  let judge: @Sendable (Order, OrderPolicy) -> OrderJudgement?

  /// Every rule, in the order of the policy's keys.
  static func all(_ facts: OrderFacts, contracts: ContractCalendar) -> [OrderRule] {
    let isOwn: @Sendable (Order) -> Bool = { order in
      guard let own = contracts.own else { return false }
      return order.caseNumber == nil || order.caseNumber == own.caseNumber
    }
    let agency = OrderingAgencyRule(facts.agencies ?? [])
    let approval = ApprovalRule(hasApprovals: facts.columns.contains(.approvals))
    let period = ContractPeriodRule(
      contracts: contracts, listsOtherContracts: facts.listsOtherContracts)
    let reserve = OrderReserveRule(reservePrices: facts.reservePrices ?? [:])
    let award = AwardedVendorRule(awards: facts.awards ?? [:])
    let storage = StorageCheckRule(facts: facts)
    let cancellation = CancellationPathRule(columns: facts.columns)
    let hasPeriods =
      contracts.own != nil || contracts.statedEnd != nil || facts.listsOtherContracts
    return [
      OrderRule(
        requirement: { $0.agency }, missingInput: facts.agencies == nil ? "agencies.csv" : nil,
        judge: { agency.judge($0, $1) }),
      OrderRule(
        requirement: { $0.approval }, missingInput: nil, judge: { approval.judge($0, $1) }),
      OrderRule(
        requirement: { $0.contractPeriod }, missingInput: hasPeriods ? nil : "contracts.csv",
        judge: { order, _ in period.judge(order) }),
      OrderRule(
        requirement: { $0.reserve },
        missingInput: facts.reservePrices == nil ? "items.csv with price evidence" : nil,
        judge: { order, _ in isOwn(order) ? reserve.judge(order) : nil }),
      OrderRule(
        requirement: { $0.award },
        missingInput: facts.awards == nil ? "bids.csv with reserve prices" : nil,
        judge: { order, _ in isOwn(order) ? award.judge(order) : nil }),
      OrderRule(
        requirement: { $0.dataLocation },
        missingInput: facts.columns.contains(.dataLocationChecks)
          ? nil : "data_location_checked_on in orders.csv",
        judge: { storage.judge($0, $1, isOwn: isOwn($0)) }),
      OrderRule(
        requirement: { $0.cancellation }, missingInput: nil,
        judge: { order, _ in cancellation.judge(order) }),
    ]
  }
}
