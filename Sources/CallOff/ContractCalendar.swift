public import Policy
public import Quantities

/// Why the contracts cannot be used.
public enum ContractProblem: Hashable, Sendable {
  /// A contract's last day lies before its first.
  case endsBeforeStart(Contract)
  /// Two rows give different periods for one contract.
  case contradictory(Contract, Contract)

  /// The problem in words: what is wrong, and what was expected.
  public var phrase: Phrase {
    switch self {
    case .endsBeforeStart(let contract):
      Phrase(
        "contract \(contract.caseNumber) ends on \(contract.end), before it starts on"
          + " \(contract.start); expected that day or a later one",
        "契約 \(contract.caseNumber) 之迄日 \(contract.end) 早於起日 \(contract.start)；應不早於起日")
    case .contradictory(let first, let second):
      Phrase(
        "contract \(first.caseNumber) has two periods, \(first.start) to \(first.end) and"
          + " \(second.start) to \(second.end); expected one",
        "契約 \(first.caseNumber) 有兩個期間（\(first.start) 至 \(first.end)、"
          + "\(second.start) 至 \(second.end)）；應僅有一個")
    }
  }
}

/// The periods of all contracts that orders belong to.
///
/// Two contracts start each year and each runs one, so they overlap (slide 3).
public struct ContractCalendar: Hashable, Sendable {
  /// The contract of the case at hand; `nil` where orders are read without a case.
  public let own: Contract?
  /// The contract's end as stated for the run, for every order whose contract is not listed.
  public let statedEnd: Day?
  private let byCaseNumber: [String: Contract]

  /// Creates a calendar.
  ///
  /// - Parameters:
  ///   - own: The contract of the case at hand.
  ///   - others: The other contracts; a repeated identical row counts once.
  ///   - statedEnd: The last day of any contract that is not listed.
  /// - Throws: ``FeeProblems`` when a contract ends before it starts or has two periods.
  public init(
    own: Contract?, others: [Contract] = [], statedEnd: Day? = nil
  ) throws(FeeProblems) {
    var problems: [FeeProblem] = []
    var byCaseNumber: [String: Contract] = [:]
    for contract in (own.map { [$0] } ?? []) + others {
      if contract.end < contract.start {
        problems.append(ContractCalendar.problem(.endsBeforeStart(contract)))
      }
      if let first = byCaseNumber[contract.caseNumber], first != contract {
        problems.append(ContractCalendar.problem(.contradictory(first, contract)))
      }
      byCaseNumber[contract.caseNumber] = contract
    }
    guard problems.isEmpty else { throw FeeProblems(problems) }
    self.own = own
    self.statedEnd = statedEnd
    self.byCaseNumber = byCaseNumber
  }

  private static func problem(_ problem: ContractProblem) -> FeeProblem {
    FeeProblem(.contract(problem), at: nil, column: "contract_end")
  }

  /// The contract that an order belongs to: the one it names, otherwise the case's own.
  public func contract(of order: Order) -> OrderContract {
    let listed = order.caseNumber.map { byCaseNumber[$0] } ?? own
    if let listed { return .listed(listed) }
    if let statedEnd { return .endStated(caseNumber: order.caseNumber, end: statedEnd) }
    return .unknown(caseNumber: order.caseNumber)
  }
}

/// The contract that an order belongs to, as far as it is known.
public enum OrderContract: Hashable, Sendable {
  /// A contract whose period is known.
  case listed(Contract)
  /// A contract of which only the end was stated, for the whole run.
  case endStated(caseNumber: String?, end: Day)
  /// A contract whose period is not known.
  case unknown(caseNumber: String?)

  /// The case number; `nil` where the order names none and there is no case at hand.
  public var caseNumber: String? {
    switch self {
    case .listed(let contract): contract.caseNumber
    case .endStated(let caseNumber, _), .unknown(let caseNumber): caseNumber
    }
  }

  /// The contract's last day; `nil` where that is not known.
  public var end: Day? {
    switch self {
    case .listed(let contract): contract.end
    case .endStated(_, let end): end
    case .unknown: nil
    }
  }
}

extension OrderContract {
  /// The order of contracts in reports: by case number, those without one last.
  ///
  /// Two with the same case number are the same contract within one calendar.
  func precedes(_ other: OrderContract) -> Bool {
    switch (caseNumber, other.caseNumber) {
    case (let left?, let right?): left < right
    case (nil, _): false
    case (_, nil): true
    }
  }
}
