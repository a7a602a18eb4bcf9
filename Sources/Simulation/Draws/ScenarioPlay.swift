import CallOff
import Pipeline
import Policy
import Pricing
import Quantities

/// The rules of a scenario, ready to be played.
struct ScenarioPlay: Sendable {
  let name: String
  let award: AwardPolicy
  let reserve: ReservePolicy
  /// `nil` where the case has no tiers.
  let fees: FeeFormula?

  /// Looks up the rules of a scenario.
  init(
    _ scenario: Scenario, policy: PolicyView, input: Case
  ) throws(SimulationProblem) {
    if let key = scenario.unplayedKeys.first { throw .notPlayed(key, scenario: scenario.name) }
    let view = scenario.applied(to: policy)
    name = scenario.name
    let fee: FeePolicy
    do throws(PolicyError) {
      (reserve, award, fee) = (
        try ReservePolicy(view), try AwardPolicy(view), try FeePolicy(view)
      )
    } catch {
      throw .policy(error, scenario: scenario.name)
    }
    guard let table = input.feeTiers else {
      fees = nil
      return
    }
    let rule: FeeRule
    do throws(FeeProblems) {
      rule = try FeeRule(table: table, policy: fee)
    } catch {
      throw .tiers(error, scenario: scenario.name)
    }
    do throws(ArithmeticOverflow) {
      fees = try FeeFormula(rule)
    } catch {
      throw .overflow(error)
    }
  }
}

extension Scenario {
  /// The parameters of the rules of orders that the scenario changes, in the order of their keys.
  fileprivate var unplayedKeys: [PolicyKey] {
    let changed = Set(overrides.keys).union(movedDates.map(\.key))
    return PolicyKey.allCases.filter { $0.isOfOrders && changed.contains($0) }
  }
}
