import CallOff
public import Pipeline
public import Policy
import Pricing
import Quantities
import Statistics

/// Everything that a draw needs, worked out before the first one.
///
/// A draw plays the tender and the contract year once for every scenario, with the same luck in each.
/// Its result depends on the seed and its own number alone, so draws can be played in any order.
public struct SimulationPlan: Sendable {
  /// Draws times scenarios that a run may have, since every value is kept.
  public static let valueLimit = 4_000_000
  /// Draws that a run may have.
  public static let drawLimit = 1_000_000

  private let items: [Item]
  private let scenarios: [ScenarioPlay]
  private let behaviour: Behaviour
  private let bidding: CountedRandom
  private let ordering: CountedRandom
  private let day: Day

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - input: The case.
  ///   - policy: Its policy; each scenario is laid over it.
  ///   - scenarios: The scenarios.
  ///   - behaviour: What bidders and agencies do, in all of them.
  ///   - seed: The seed of all luck.
  /// - Throws: ``SimulationProblem`` when a scenario has no value for a parameter, or its tiers cannot
  ///   be used.
  /// - Complexity: One pricing of all items for each different reserve policy.
  public init(
    _ input: Case, policy: PolicyView, scenarios: [Scenario], behaviour: Behaviour, seed: UInt64
  ) throws(SimulationProblem) {
    items = input.items ?? []
    var reserves: [ReservePolicy: [Money?]] = [:]
    var plays: [ScenarioPlay] = []
    for scenario in scenarios {
      plays.append(
        try ScenarioPlay(scenario, policy: policy, input: input, reserves: &reserves))
    }
    self.scenarios = plays
    self.behaviour = behaviour
    bidding = CountedRandom(seed: seed, stream: BiddingLuck.stream)
    ordering = CountedRandom(seed: seed, stream: OrderPlay.stream)
    day = input.header.contract.start
  }

  /// Plays one draw.
  ///
  /// - Returns: For each scenario the value of each metric in its parts, in the order of
  ///   `Metric.allCases`; `nil` where it is undefined.
  /// - Throws: ``SimulationProblem`` when no tier covers an order, or a number does not fit.
  /// - Complexity: O(items · bids + orders) for each scenario.
  public func values(ofDraw draw: Int) throws(SimulationProblem) -> [[Int64?]] {
    let number = UInt32(truncatingIfNeeded: draw)
    let luck = items.indices.map { index in
      behaviour.bidders[items[index].category].map { model in
        BiddingLuck(
          model, random: bidding, item: UInt32(truncatingIfNeeded: index), draw: number)
      }
    }
    var values: [[Int64?]] = []
    for scenario in scenarios { values.append(try play(scenario, luck, number)) }
    return values
  }

  private func play(
    _ scenario: ScenarioPlay, _ luck: [BiddingLuck?], _ draw: UInt32
  ) throws(SimulationProblem) -> [Int64?] {
    do throws(OrderPlay.Problem) {
      var tally = DrawTally(vendorCount: behaviour.vendors.count)
      for index in items.indices { try play(item: index, scenario, luck[index], draw, &tally) }
      return try overflowing { () throws(ArithmeticOverflow) in
        try tally.values(hasOrders: behaviour.habits != nil)
      }
    } catch {
      switch error {
      case .fee(let problem): throw .fee(problem, scenario: scenario.name)
      case .overflow(let overflow): throw .overflow(overflow)
      }
    }
  }

  private func play(
    item index: Int, _ scenario: ScenarioPlay, _ luck: BiddingLuck?, _ draw: UInt32,
    _ tally: inout DrawTally
  ) throws(OrderPlay.Problem) {
    let item = items[index]
    guard let reservePrice = scenario.reservePrices[index], let luck, reservePrice > .zero else {
      try overflowing { () throws(ArithmeticOverflow) in try tally.add([], reservePrice: nil) }
      return
    }
    let play = try overflowing { () throws(ArithmeticOverflow) in
      let play = try ItemPlay(
        itemID: item.id, reservePrice: reservePrice, luck: luck, vendors: behaviour.vendors,
        policy: scenario.award)
      try tally.add(play.offers, reservePrice: reservePrice)
      return play
    }
    guard let habits = behaviour.habits, let rule = scenario.feeRule else { return }
    let orders = try OrderPlay(
      itemID: item.id, reservePrice: reservePrice, offers: play.offers,
      setting: .init(
        model: behaviour.orders[index], habits: habits, rule: rule, vendors: behaviour.vendors,
        day: day)
    ) { slot in
      ordering.block(unit: UInt32(truncatingIfNeeded: index), draw: draw, slot: slot)
    }
    try overflowing { () throws(ArithmeticOverflow) in try tally.add(orders) }
  }

  private func overflowing<Value>(
    _ compute: () throws(ArithmeticOverflow) -> Value
  ) throws(OrderPlay.Problem) -> Value {
    do throws(ArithmeticOverflow) {
      return try compute()
    } catch {
      throw .overflow(error)
    }
  }
}
