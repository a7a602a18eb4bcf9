import CallOff
import Pipeline
import Policy
import Pricing
import Quantities

/// A scenario, ready to be played: its rules and the reserve prices that they give.
struct ScenarioPlay: Sendable {
  let name: String
  let award: AwardPolicy
  /// `nil` when no orders are simulated.
  let feeRule: FeeRule?
  /// One for each item; `nil` where it has none.
  let reservePrices: [Money?]

  /// Looks up the rules of a scenario and prices the items by them.
  init(
    _ scenario: Scenario, policy: PolicyView, input: Case, reserves: inout [ReservePolicy: [Money?]]
  ) throws(SimulationProblem) {
    let view = scenario.applied(to: policy)
    name = scenario.name
    let (reserve, award, fee): (ReservePolicy, AwardPolicy, FeePolicy)
    do throws(PolicyError) {
      (reserve, award, fee) = (
        try ReservePolicy(view), try AwardPolicy(view), try FeePolicy(view)
      )
    } catch {
      throw .policy(error, scenario: scenario.name)
    }
    // The rule draws a lot only where there is a seed to name; the lot itself is the draw's luck.
    var drawing = award
    drawing.lotSeed = award.lotSeed ?? 0
    self.award = drawing
    do throws(FeeProblems) {
      feeRule =
        if let table = input.feeTiers, input.orders != nil {
          try FeeRule(table: table, policy: fee)
        } else { nil }
    } catch {
      throw .tiers(error, scenario: scenario.name)
    }
    let prices =
      reserves[reserve]
      ?? ReserveStage(input, policy: reserve, bootstrap: nil, tracesInfluence: false).items.map {
        $0.reservePrice
      }
    reserves[reserve] = prices
    reservePrices = prices
  }
}
