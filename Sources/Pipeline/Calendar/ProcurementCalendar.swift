public import CallOff
public import Policy
public import Quantities

/// The dates of one or more cases, and their contracts side by side.
public struct ProcurementCalendar: Sendable {
  /// A case whose calendar is asked for.
  public enum Member: Sendable {
    /// A case folder with its policy, and the fees of its orders where it has any.
    case folder(Case, policy: PolicyView, fees: CallOffStage?)
    /// A bare case number with the policy of its day.
    case number(CaseNumber, policy: PolicyView)

    /// The case number.
    public var caseNumber: String {
      switch self {
      case .folder(let input, _, _): input.header.caseNumber
      case .number(let number, _): number.description
      }
    }

    /// The fees of its orders; `nil` where it has none.
    var fees: CallOffStage? {
      switch self {
      case .folder(_, _, let fees): fees
      case .number: nil
      }
    }

    /// The contracts that the member states: its own, then the others that it lists.
    public var contracts: [Contract] {
      switch self {
      case .folder(let input, _, _): [input.header.contract] + input.otherContracts
      case .number: []
      }
    }
  }

  /// The calendars: those asked for, in their order, then those of other contracts that a case lists.
  public let calendars: [CaseCalendar]
  /// Every contract whose period is known, by first day; at most ``contractLimit``.
  public let contracts: [Contract]
  /// Every two contracts that run on the same days.
  public let overlaps: [ContractOverlap]
  /// Month by month what runs and accrues.
  public let months: [ContractMonth]
  /// Whether fees are known for any contract.
  public let hasFees: Bool
  /// The fees that stand in the months, of each case that has some.
  public let feeStages: [CallOffStage]
  /// What was left out, if anything.
  public let omissions: [Phrase]

  /// The most contracts that stand side by side.
  public static let contractLimit = 60

  /// Works the calendar of some cases out.
  ///
  /// A contract's period is that of its own case, where that is among the members, else that of the
  /// first member that lists it; its fees are those of the same case.
  ///
  /// - Parameter members: Cases of different numbers.
  /// - Throws: `ArithmeticOverflow` when fees do not fit.
  public init(of members: [Member]) throws(ArithmeticOverflow) {
    let known = KnownContracts(members)
    calendars = ProcurementCalendar.calendars(of: members, known)
    contracts = Array(known.contracts.inOrderOfStart.prefix(ProcurementCalendar.contractLimit))
    overlaps = ContractOverlap.overlaps(of: contracts)
    var fees: [[Month: Money]?] = []
    for contract in contracts { fees.append(try known.accruedByMonth(under: contract)) }
    hasFees = fees.contains { $0 != nil }
    feeStages = members.compactMap(\.fees)
    let months = ContractMonth.months(of: contracts, fees: fees)
    self.months = months.rows
    omissions = ProcurementCalendar.omissions(
      contractCount: known.contracts.count, isMonthsCut: months.isCut)
  }

  private static func calendars(
    of members: [Member], _ known: KnownContracts
  ) -> [CaseCalendar] {
    let asked = members.map { member in
      switch member {
      case .folder(let input, let policy, _):
        CaseCalendar(of: CalendarSubject(input, policy: policy))
      case .number(let number, let policy):
        CaseCalendar(
          of: CalendarSubject(
            number, contract: known.contract(of: member.caseNumber), policy: policy))
      }
    }
    let askedNumbers = Set(members.map(\.caseNumber))
    let others = known.listings.filter { !askedNumbers.contains($0.contract.caseNumber) }
    return asked
      + others.map { listing in
        CaseCalendar(
          of: CalendarSubject(
            listing.contract, listedBy: listing.input, policy: listing.policy),
          extent: .contract)
      }
  }

  private static func omissions(contractCount: Int, isMonthsCut: Bool) -> [Phrase] {
    var omissions: [Phrase] = []
    if contractCount > contractLimit {
      omissions.append(
        Phrase(
          "\(contractCount) contracts are known; only the \(contractLimit) that start first stand side"
            + " by side",
          "共有 \(contractCount) 件契約；僅並列起日最早之 \(contractLimit) 件"))
    }
    if isMonthsCut {
      omissions.append(
        Phrase(
          "only the first \(ContractMonth.limit) months are listed",
          "僅列出前 \(ContractMonth.limit) 個月"))
    }
    return omissions
  }
}
