import Pipeline
import Policy
import Pricing
import Quantities
import Statistics
import Testing

@testable import Simulation

/// Draws in which vendors bid an equilibrium, against the equilibrium itself.
@Suite struct EquilibriumBiddersTests {
  private static func behaviour(
    _ vendors: Int?, _ costs: String? = nil
  ) throws -> BehaviourSettings {
    var stated = BehaviourSettings()
    stated.all.model = .equilibrium
    stated.all.potentialVendors = vendors
    stated.all.costs = try costs.map { try CostDistribution(text: $0) }
    return stated
  }

  private static func scenario(
    _ behaviour: BehaviourSettings, _ overrides: [PolicyKey: PolicyValue] = [:]
  ) -> SimulationScenario {
    SimulationScenario(Scenario(name: "baseline", overrides: overrides), behaviour: behaviour)
  }

  private static let tender = SmallTender(
    bids: [[640_000, 800_000, 800_000, 990_000]], hasOrders: false, reserve: 100_000_000)

  @Test(
    "A vendor's word stands for its cost, and its bid is the equilibrium's",
    arguments: [
      (8, "uniform(0.6,1.2)", "0.9", "half-up", 1_000),
      (12, "lognormal(-0.2,0.3)", "0.9", "floor", 1_000),
      (10, "beta(2,3,0.5,1.5)", "0.7", "half-up", 900),
      (9, "triangular(0.6,0.8,1.2)", "0.8", "floor", 1_100),
    ])
  func bids(
    vendors: Int, text: String, share: String, rounding: String, reserve: Int
  ) throws {
    let costs = try CostDistribution(text: text)
    var policy = try AwardPolicy(PolicyView.defaults())
    policy.cutoffShare = try Share(text: share)
    policy.rounding = try #require(Rounding(rawValue: rounding))
    let candidates = (0..<vendors).map { BidderModel.Candidate(vendorIndex: $0, weight: 1) }
    let model = try EquilibriumBidders(
      costs: costs, expectedPriceSensitivity: nil, candidates: candidates, disqualifiedBelow: 0
    ).model(policy: policy, reserve: reserve)
    let price = Double(reserve) / 1_000
    let exact = try Equilibrium(
      entry: .potentialVendors(vendors), costs: costs, reserve: price, policy: policy)
    guard case .byWord(let limit) = model.entry else {
      Issue.record("the vendors do not decide by their costs")
      return
    }
    #expect(abs(Double(limit) * 0x1p-32 - exact.entryProbability) < 0x1p-32)
    for bid in exact.bids.dropFirst().dropLast() {
      let word = try costs.cumulative(bid.cost) * 0x1p32
      guard word < Double(limit) - 1 else { continue }
      let ratio = model.ratios.ratio(for: model.ratioWord(of: UInt32(word)))
      #expect(abs(Double(ratio) * 1e-9 * price - bid.bid) < 2e-6, "cost \(bid.cost)")
    }
  }

  @Test(
    "Means of an item come to those of the equilibrium, exactly and by draws",
    arguments: [(8, "0.9", "half-up"), (12, "0.9", "floor"), (10, "0.7", "half-up")])
  func means(vendors: Int, share: String, rounding: String) throws {
    let scenario = EquilibriumBiddersTests.scenario(
      try EquilibriumBiddersTests.behaviour(vendors),
      [.awardCutoffShare: .share(try Share(text: share)), .awardRounding: .choice(rounding)])
    var policy = try AwardPolicy(PolicyView.defaults())
    policy.cutoffShare = try Share(text: share)
    policy.rounding = try #require(Rounding(rawValue: rounding))
    let expected = try Equilibrium(
      entry: .potentialVendors(vendors), costs: .assumed, reserve: 1, policy: policy)
    let tender = EquilibriumBiddersTests.tender
    let settings = SimulationSettings(seed: 3)
    let exact = try #require(
      try ExactAnswer(try tender.plan([scenario], settings: settings)).totals[0])
    let awarded = try #require(exact[.awardedBids]).value
    let sum = try #require(exact[.awardedSum]).value
    #expect(abs(awarded - expected.awardedCountMean) < 1e-5)
    #expect(abs(sum / awarded / 100_000_000 - expected.meanPrice.value) < 1e-5)
    let answer = try SimulationAnswer(
      try tender.record([scenario], draws: 0..<2_000, of: 2_000, settings: settings))
    for (metric, mean) in [(Metric.awardedBids, awarded), (.awardedSum, sum)] {
      let summary = try #require(answer.summary(metric))
      #expect(abs(summary.value - mean) <= 4 * (try #require(summary.standardError)))
    }
  }

  @Test("Costs keep their amounts where a scenario changes the reserve price")
  func reserveOfAScenario() throws {
    let item = try #require(EquilibriumBiddersTests.items.first)
    var assignment = BidderAssignment()
    let bidders = EquilibriumBidders(
      costs: .assumed, expectedPriceSensitivity: nil,
      candidates: (0..<6).map { .init(vendorIndex: $0, weight: 1) }, disqualifiedBelow: 0)
    let policy = try AwardPolicy(PolicyView.defaults())
    for price in [100_000, 80_000, 50_000, 0] as [Int64] {
      assignment.add(
        [item.category: .equilibrium(bidders)], to: [item], policy: policy, prices: [price],
        baseline: [100_000])
    }
    try assignment.solve()
    // Costs are uniform from 0.6 to 1.2: (r − 0.6) / 0.6 of the vendors enter.
    let entering = try (0..<4).map { scenario in
      let model = assignment.models[
        try #require(assignment.bidder(ofItem: 0, scenario: scenario))]
      guard case .byWord(let limit) = model.entry else { return -1.0 }
      return Double(limit) * 0x1p-32
    }
    #expect(zip(entering, [2.0 / 3, 1.0 / 3, 0, 2.0 / 3]).allSatisfy { abs($0 - $1) < 1e-9 })
    // The item without a price is as in the baseline: one model for both.
    #expect(assignment.models.count == 3)
  }

  private static let items = [
    Item(
      id: ItemID("I"), category: .iaas, name: "item",
      position: SourcePosition(file: "test", line: 1))
  ]

  @Test("Nobody bids where no vendor could, and what has no equilibrium says so")
  func problems() throws {
    let none = EquilibriumBiddersTests.scenario(try EquilibriumBiddersTests.behaviour(0))
    let tender = EquilibriumBiddersTests.tender
    let exact = try #require(
      try ExactAnswer(try tender.plan([none], settings: .init(seed: 1))).totals[0])
    #expect(try #require(exact[.failedItems]).value == 1)

    let matched = EquilibriumBiddersTests.scenario(
      try EquilibriumBiddersTests.behaviour(8), [.awardContractPrice: .choice("match-lowest")])
    #expect {
      try tender.plan([matched], settings: .init(seed: 1))
    } throws: {
      guard
        case .behaviour(.noEquilibrium(_, .notPayAsBid), "baseline") =
          $0 as? SimulationProblem
      else { return false }
      return true
    }

    let lonely = SmallTender(bids: [[]], hasOrders: false, reserve: 1_000_000)
    let unstated = EquilibriumBiddersTests.scenario(try EquilibriumBiddersTests.behaviour(nil))
    #expect {
      try lonely.plan([unstated], settings: .init(seed: 1))
    } throws: {
      guard case .behaviour(.noVendors, "baseline") = $0 as? SimulationProblem
      else { return false }
      return true
    }
  }
}
