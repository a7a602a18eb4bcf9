import CallOff
import Pipeline
import Policy
import Quantities
import Simulation
import Tendering
import Testing

/// Where order counts and quantities come from.
@Suite struct OrderEvidenceTests {
  /// Two items, every vendor bids NT$1,000; the second item was ordered three times, two units each.
  private let tender = SmallTender(bids: [[1_000], [1_000]], orders: [[], [2, 2, 2]])

  private func answer(
    _ requests: [(item: Int, quantity: Int64?)], stated: BehaviourSettings = .init(),
    hasOrders: Bool = true
  ) throws -> SimulationAnswer {
    var input = try tender.input()
    let position = SourcePosition(file: "demand.csv", line: 2)
    input.demand = requests.enumerated().map { index, request in
      DemandRequest(
        itemID: ItemID("I\(request.item)"), agencyID: AgencyID("A\(index)"),
        quantity: request.quantity, position: position)
    }
    if !hasOrders { input.orders = nil }
    // The survey serves for counts here, whether or not it is enough to put an item up.
    let unscreened = Scenario(
      name: "baseline", overrides: [.screeningDemand: .choice("not-asked")])
    let scenarios = [SimulationScenario(unscreened, behaviour: stated)]
    let plan = try SimulationPlan(
      input, policy: .defaults(), scenarios: scenarios,
      settings: SimulationSettings(seed: 3, dimensions: [.item]))
    let header = SimulationRecord.Header(
      input, plan, draws: 4_000, scenarios: scenarios, policy: try .defaults())
    return try SimulationAnswer(
      SimulationRecord(header: header, firstDraw: 0, tally: try plan.play(0..<4_000)))
  }

  private func demanded() -> BehaviourSettings {
    var stated = BehaviourSettings()
    stated.all.orderCounts = .demand
    return stated
  }

  @Test func pastOrdersCountWhereThereAreAny() throws {
    // 3 orders of 2 units at NT$1,000; what agencies ask for does not matter.
    let answer = try answer([(0, 50), (0, 50)])
    #expect(try #require(answer.summary(.orderValue)).agrees(with: 3 * 2 * 1_000))
  }

  @Test func statedDemandGivesOneOrderForEachRequestInTheQuantitiesAskedFor() throws {
    // Requests of 10 and 30 units for the first item, none for the second: 2 orders of 20 on average.
    let answer = try answer([(0, 10), (0, 30)], stated: demanded())
    #expect(try #require(answer.summary(.orderValue)).agrees(with: 2 * 20 * 1_000))
  }

  @Test func demandServesWithoutBeingStatedWhereThereAreNoOrders() throws {
    let answer = try answer([(0, 10), (0, 30), (1, nil)], hasOrders: false)
    // The second item's agency says no quantity: those of its category serve.
    #expect(try #require(answer.summary(.orderValue)).agrees(with: 3 * 20 * 1_000))
  }

  @Test func pastQuantitiesServeWhereNoAgencySaysHowMuch() throws {
    let answer = try answer([(0, nil), (0, nil), (1, nil)], stated: demanded())
    #expect(try #require(answer.summary(.orderValue)).agrees(with: 3 * 2 * 1_000))
  }

  @Test func demandWithoutATableIsAnError() throws {
    let scenario = SimulationScenario(
      Scenario(name: "survey", overrides: [:]), behaviour: demanded())
    let error = #expect(throws: SimulationProblem.self) {
      try tender.plan([.baseline, scenario], settings: SimulationSettings(seed: 1))
    }
    #expect(
      error?.message
        == "scenario survey: order_counts is demand, and the case has no demand.csv;"
        + " expected the table, or order_counts: orders")
  }
}
