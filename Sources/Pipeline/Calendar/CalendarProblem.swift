public import CallOff

/// Why some cases have no calendar together.
public enum CalendarProblem: Hashable, Sendable {
  /// Two cases have the same number.
  case repeated(caseNumber: String, first: Int, second: Int)
  /// Two cases give different periods for one contract.
  case contradictory(ContractProblem, first: Int, second: Int)

  /// What is wrong with some cases; their indices say where.
  ///
  /// - Complexity: O(contracts of all members).
  public static func problems(of members: [ProcurementCalendar.Member]) -> [CalendarProblem] {
    var problems: [CalendarProblem] = []
    var firstIndices: [String: Int] = [:]
    var stated: [String: (contract: Contract, index: Int)] = [:]
    for (index, member) in members.enumerated() {
      if let first = firstIndices[member.caseNumber] {
        problems.append(.repeated(caseNumber: member.caseNumber, first: first, second: index))
        continue
      }
      firstIndices[member.caseNumber] = index
      for contract in member.contracts {
        guard let first = stated[contract.caseNumber] else {
          stated[contract.caseNumber] = (contract, index)
          continue
        }
        if first.contract != contract {
          problems.append(
            .contradictory(
              .contradictory(first.contract, contract), first: first.index, second: index))
        }
      }
    }
    return problems
  }
}
