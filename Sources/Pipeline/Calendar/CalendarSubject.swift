public import CallOff
public import Policy
public import Quantities
public import Tendering

/// What is known of a case before its calendar is worked out; what is not known is `nil`.
public struct CalendarSubject: Sendable {
  /// The case number, as the case writes it.
  public let caseNumber: String
  /// The half-year cycle; `nil` where the number is none of the framework's.
  public let cycle: ProcurementCycle?
  /// The day that prices are set for.
  public let pricingDate: Day?
  /// The published award date.
  public let awardDate: Day?
  /// The contract's period.
  public let contract: Contract?
  /// The file that states the contract's period.
  public let contractRecord: String?
  /// The certificates of manufacturers and bidders.
  public let certificates: [Certificate]?
  /// The policy on the first day of the solicitation, unless another day was asked for.
  public let policy: PolicyView
  /// What about the case is synthetic; `nil` for a real one.
  public let synthetic: String?
  /// The day that the calendar is made from, such as the pricing date; never the clock's.
  public let stampDay: Day?

  /// The subject of a case folder.
  ///
  /// - Parameters:
  ///   - input: The case.
  ///   - policy: The policy, on the case's pricing date unless another day was asked for.
  public init(_ input: Case, policy: PolicyView) {
    let header = input.header
    let dates = ScreeningDates(
      caseNumber: header.caseNumber, pricingDate: header.pricingDate,
      listingEnd: header.contract.end)
    caseNumber = header.caseNumber
    cycle = dates.cycle
    pricingDate = header.pricingDate
    awardDate = header.awardDate
    contract = header.contract
    contractRecord = "case.yaml"
    certificates = input.screening.certificates
    self.policy = policy.moved(from: header.pricingDate, to: dates.solicitationStart)
    synthetic = header.synthetic
    stampDay = header.pricingDate
  }

  /// The subject of a bare case number, of which only the cycle is known.
  ///
  /// - Parameters:
  ///   - number: The case number.
  ///   - contract: The contract's period, where another case lists it.
  ///   - policy: The policy; without a day it is looked at on the first day of the solicitation.
  public init(_ number: CaseNumber, contract: Contract? = nil, policy: PolicyView) {
    let start = number.cycle?.month(of: .solicitation).firstDay
    caseNumber = number.description
    cycle = number.cycle
    pricingDate = nil
    awardDate = nil
    self.contract = contract
    contractRecord = contract.map { _ in "contracts.csv" }
    certificates = nil
    self.policy = PolicyView(
      policy.book, on: policy.day ?? start ?? contract?.start, overrides: policy.overrides)
    synthetic = nil
    stampDay = start ?? contract?.start
  }

  /// The subject of another contract that a case lists, of which the period alone is known.
  ///
  /// - Parameters:
  ///   - contract: The contract's period.
  ///   - input: The case that lists it.
  ///   - policy: The policy, on that case's pricing date unless another day was asked for.
  public init(_ contract: Contract, listedBy input: Case, policy: PolicyView) {
    let cycle = (try? CaseNumber(text: contract.caseNumber))?.cycle
    caseNumber = contract.caseNumber
    self.cycle = cycle
    pricingDate = nil
    awardDate = nil
    self.contract = contract
    contractRecord = "contracts.csv"
    certificates = nil
    // A number without a cycle has no solicitation: its terms are looked up on its first day.
    self.policy = policy.moved(
      from: input.header.pricingDate,
      to: cycle?.month(of: .solicitation).firstDay ?? contract.start)
    synthetic = input.header.synthetic
    stampDay = input.header.pricingDate
  }
}
