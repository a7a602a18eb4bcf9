import Pipeline
import Policy
import Quantities
import Simulation
import Testing

/// Exact means of independent bids against draws, and against closed forms.
@Suite struct ExactAnswerTests {
  private static func settings(
    _ bidders: Int, _ ratio: StatedRatio?, atReserve: String? = nil, above: String? = nil,
    disqualified: String? = nil
  ) throws -> BehaviourSettings {
    var stated = BehaviourSettings()
    stated.all.entry = .binomial(vendors: bidders, probability: try Share(text: "1"))
    stated.all.potentialVendors = bidders
    stated.all.hasVendorLevels = false
    stated.all.bidRatio = ratio
    stated.all.atReserve = try atReserve.map { try Share(text: $0) }
    stated.all.aboveReserve = try above.map { try Share(text: $0) }
    stated.all.disqualificationRate = try disqualified.map { try Share(text: $0) }
    return stated
  }

  private static let tender = SmallTender(
    bids: [[640_000, 800_000, 800_000, 990_000, 1_100_000]], hasOrders: false, reserve: 1_000_000)

  /// Numbers of bids, rules and distributions, atoms and invalid bids among them.
  static let table: [(bidders: Int, share: String, rounding: String, ratio: StatedRatio?)] = {
    let ratios: [StatedRatio?] = [
      nil, .lognormal(logMean: -0.08, logDeviation: 0.1), .beta(alpha: 8, beta: 1.5),
      .discountLognormal(logMean: -3, logDeviation: 0.8),
    ]
    let rules = [("1", "half-up"), ("0.9", "floor"), ("0.9", "half-up"), ("0.7", "ceiling")]
    return [1, 6, 10].flatMap { bidders in
      zip(rules, ratios).map { (bidders, $0.0, $0.1, $1) }
        + zip(rules, ratios.reversed()).map { (bidders, $0.0, $0.1, $1) }
    }
  }()

  @Test("Simulated means lie within four standard errors of the exact ones", arguments: table)
  func agreement(
    bidders: Int, share: String, rounding: String, ratio: StatedRatio?
  ) throws {
    let stated = try ExactAnswerTests.settings(
      bidders, ratio, atReserve: bidders == 6 ? "0.2" : nil, above: bidders == 6 ? "0.1" : nil,
      disqualified: "0.15")
    let scenario = SimulationScenario(
      Scenario(
        name: "baseline",
        overrides: [
          .awardCutoffShare: .share(try Share(text: share)), .awardRounding: .choice(rounding),
        ]), behaviour: stated)
    let settings = SimulationSettings(seed: 11, dimensions: [.item])
    let plan = try ExactAnswerTests.tender.plan([scenario], settings: settings)
    let record = try ExactAnswerTests.tender.record(
      [scenario], draws: 0..<800, of: 800, settings: settings)
    let answer = try SimulationAnswer(record, exact: ExactAnswer(plan))
    #expect(answer.exact?.obstacles.isEmpty == true)
    #expect(try #require(answer.largestDeviation) < 4)
    let exact = try #require(answer.exactMean(of: .awardToReserve, .item, cell: 0, scenario: 0))
    let place = try #require(Dimension.item.metrics.firstIndex(of: .awardToReserve))
    let ratio = try #require(answer.breakdowns[0].summaries[0][0][place])
    #expect(abs(ratio.value - exact.value) <= 4 * (ratio.standardError ?? 0) + exact.error)
  }

  @Test(
    "Uniform ratios: the j-th lowest of n is j / (n + 1) of the way on average", arguments: 1...9)
  func uniform(bidders: Int) throws {
    let points = StatedRatio.quantiles([
      .init(share: try Share(text: "0"), ratio: try Rate(text: "0.5")),
      .init(share: try Share(text: "1"), ratio: try Rate(text: "1")),
    ])
    let scenario = SimulationScenario(
      .baseline, behaviour: try ExactAnswerTests.settings(bidders, points))
    let plan = try ExactAnswerTests.tender.plan([scenario], settings: .init(seed: 1))
    let exact = try #require(try ExactAnswer(plan).totals[0])
    let winners = (9 * bidders + 5) / 10
    var sum = 0.0
    for rank in 1...winners { sum += 500_000 * (1 + Double(rank) / Double(bidders + 1)) }
    #expect(abs(try #require(exact[.awardedSum]).value - sum) < 0.01)
    #expect(abs(try #require(exact[.awardedBids]).value - Double(winners)) < 1e-9)
    #expect(try #require(exact[.failedItems]).value == 0)
  }

  @Test("What is not independent, or not decided by lot, is said")
  func obstacles() throws {
    let behaviours: [(BehaviourSettings, [PolicyKey: PolicyValue], String)] = [
      (BehaviourSettings(), [.awardTie: .choice("include-all")], "not decided by lot"),
      (BehaviourSettings(), [.awardContractPrice: .choice("match-lowest")], "lowest price"),
    ]
    for (behaviour, overrides, reason) in behaviours {
      let scenario = SimulationScenario(
        Scenario(name: "other", overrides: overrides), behaviour: behaviour)
      let plan = try ExactAnswerTests.tender.plan(
        [.baseline, scenario], settings: .init(seed: 1))
      let exact = try ExactAnswer(plan)
      #expect(exact.totals[0] != nil && exact.totals[1] == nil)
      #expect(exact.obstacles.count == 1)
      #expect(exact.obstacles[0].english.contains("other: no exact means"))
      #expect(exact.obstacles[0].english.contains(reason))
    }
    var alike = BehaviourSettings()
    alike.all.itemCorrelation = try Share(text: "0.2")
    let plan = try ExactAnswerTests.tender.plan(
      [SimulationScenario(.baseline, behaviour: alike)],
      settings: .init(seed: 1, resamplesEvidence: false))
    #expect(try ExactAnswer(plan).obstacles[0].english.contains("not independent"))
    let resampled = try ExactAnswerTests.tender.plan(
      [.baseline], settings: .init(seed: 1, resamplesEvidence: true))
    #expect(try ExactAnswer(resampled).obstacles[0].english.contains("drawn too"))
  }

  @Test("Nobody bids: every item fails, exactly")
  func nobody() throws {
    let scenario = SimulationScenario(
      .baseline, behaviour: try ExactAnswerTests.settings(0, .beta(alpha: 2, beta: 2)))
    let plan = try ExactAnswerTests.tender.plan([scenario], settings: .init(seed: 1))
    let exact = try ExactAnswer(plan)
    #expect(exact.totals[0]?[.failedItems]?.value == 1)
    #expect(exact.totals[0]?[.awardedSum]?.value == 0)
    #expect(exact.items[0]?[0][.awardToReserve] == nil)
  }
}
