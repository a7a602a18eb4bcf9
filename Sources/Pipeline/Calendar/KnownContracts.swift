import CallOff
import Policy
import Quantities

/// The contracts that some cases state, each once: as its own case states it, else as the first that
/// lists it does.
struct KnownContracts {
  /// A contract, and the case that states it.
  struct Listing {
    let contract: Contract
    let input: Case
    let policy: PolicyView
    let fees: CallOffStage?
  }

  /// The listings in the order of their first appearance.
  private(set) var listings: [Listing] = []
  private var indices: [String: Int] = [:]

  /// Gathers the contracts of some members.
  init(_ members: [ProcurementCalendar.Member]) {
    for member in members {
      guard case .folder(let input, let policy, let fees) = member else { continue }
      for (position, contract) in member.contracts.enumerated() {
        let listing = Listing(contract: contract, input: input, policy: policy, fees: fees)
        if let index = indices[contract.caseNumber] {
          // The first is the case's own.
          if position == 0 { listings[index] = listing }
        } else {
          indices[contract.caseNumber] = listings.count
          listings.append(listing)
        }
      }
    }
  }

  /// Every contract once.
  var contracts: [Contract] { listings.map(\.contract) }

  /// The contract of a case number; `nil` where no case states it.
  func contract(of caseNumber: String) -> Contract? {
    indices[caseNumber].map { listings[$0].contract }
  }

  /// The fees that accrued under a contract by month; `nil` where no fees are known.
  ///
  /// - Throws: ``ArithmeticOverflow`` when a sum does not fit.
  /// - Complexity: O(entries of the ledger).
  func accruedByMonth(
    under contract: Contract
  ) throws(ArithmeticOverflow) -> [Month: Money]? {
    guard let index = indices[contract.caseNumber], let stage = listings[index].fees else {
      return nil
    }
    let movements = try stage.ledger.movements(by: .month) { assessment in
      assessment.contract.caseNumber == contract.caseNumber
    }
    var accrued: [Month: Money] = [:]
    for movement in movements where movement.accrued > .zero {
      guard case .month(let month) = movement.period else { continue }
      accrued[month] = movement.accrued
    }
    return accrued
  }
}
