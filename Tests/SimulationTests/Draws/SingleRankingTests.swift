import Pipeline
import Policy
import Quantities
import Testing

@testable import Simulation

/// Lanes that are ranked and ordered many at a time come to what they come to one by one.
@Suite struct SingleRankingTests {
  private static let bids: [[Int64]] = [
    [700, 800, 800, 950, 990, 1_000], [900, 1_000, 1_000, 1_100], [650], [], [400, 1_200],
  ]

  private static func scenarios() throws -> [SimulationScenario] {
    let policies: [[PolicyKey: PolicyValue]] = [
      [:], [.awardTie: .choice("include-all"), .feeMode: .choice("marginal")],
      [.awardContractPrice: .choice("match-lowest"), .feeCap: .money(Money(minorUnits: 500))],
      [.reserveRoundingUnit: .integer(7), .feeRounding: .choice("ceiling")],
    ]
    var stated = BehaviourSettings()
    stated.all.bidRatio = .lognormal(logMean: -0.1, logDeviation: 0.15)
    stated.all.vendorCorrelation = try Share(text: "0.4")
    stated.all.disqualificationRate = try Share(text: "0.2")
    stated.all.orderQuantity = .pareto(lowest: 1, exponent: 1.1)
    stated.priceSensitivity = try Rate(text: "30")
    return policies.enumerated().map { index, overrides in
      SimulationScenario(
        Scenario(name: "\(index)", overrides: overrides),
        behaviour: index == 0 ? BehaviourSettings() : stated)
    }
  }

  /// The last reserve price has no lanes of small numbers: bids are ranked singly either way.
  @Test(
    "Sums, months, vendors and items",
    arguments: [1, 1_000, 999_999, 1_073_741_823, 2_000_000_000] as [Int64], Sampling.allCases)
  func tallies(reserve: Int64, sampling: Sampling) throws {
    let tender = SmallTender(
      bids: SingleRankingTests.bids.map { $0.map { max(1, $0 * reserve / 1_000) } },
      orders: [[3, 90, 400], [4], [1, 2, 500], [7], []], cancelled: 2, reserve: reserve)
    for dimensions in [[], Set(Dimension.allCases)] {
      let plan = try tender.plan(
        SingleRankingTests.scenarios(),
        settings: .init(seed: 3, sampling: sampling, dimensions: dimensions))
      var (fast, single) = (DrawBlock(plan), DrawBlock(plan, ranksSingly: true))
      for start in [UInt32(0), 40] {
        try fast.play(start..<start + 40)
        try single.play(start..<start + 40)
      }
      #expect(fast.result == single.result)
    }
  }
}
