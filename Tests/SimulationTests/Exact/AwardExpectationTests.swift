import Policy
import Quantities
import Simulation
import Statistics
import Testing

@Suite struct AwardExpectationTests {
  /// Expectations by counting every outcome of n bids on a few ratios of equal weight.
  private struct Enumeration {
    var (count, sum, ratio, failed, won) = (0.0, 0.0, 0.0, 0.0, 0.0)

    init(bidCount: Int, ratios: [Double], winners: (Int) -> Int) {
      var outcomes: [[Double]] = [[]]
      for _ in 0..<bidCount { outcomes = outcomes.flatMap { left in ratios.map { left + [$0] } } }
      let weight = 1 / Double(outcomes.count)
      for outcome in outcomes {
        let valid = outcome.filter { $0 > 0 && $0 <= 1 }.sorted()
        let awarded = valid.prefix(winners(valid.count))
        guard !awarded.isEmpty else {
          failed += weight
          continue
        }
        won += weight
        count += weight * Double(awarded.count)
        sum += weight * awarded.reduce(0, +)
        ratio += weight * awarded.reduce(0, +) / Double(awarded.count)
      }
    }
  }

  @Test(
    "On a few ratios, ties and invalid ones among them, it is what counting gives",
    arguments: 0...6,
    [("0.9", Rounding.halfUp), ("0.9", .floor), ("0.5", .ceiling), ("0.7", .halfUp)])
  func discrete(bidCount: Int, rule: (String, Rounding)) throws {
    let ratios = [0.7, 0.85, 1, 1.2]
    let tenths = ["0.9": 9, "0.5": 5, "0.7": 7][rule.0] ?? 0
    let counted = Enumeration(bidCount: bidCount, ratios: ratios) { valid in
      let share =
        switch rule.1 {
        case .halfUp: (tenths * valid + 5) / 10
        case .floor: tenths * valid / 10
        case .ceiling: (tenths * valid + 9) / 10
        }
      return min(max(share, 1), valid)
    }
    let exact = try AwardExpectation(
      bidCount: bidCount, ratios: .discrete(ratios.map { .init(ratio: $0, weight: 2) }),
      policy: EquilibriumTests.policy(rule.0, rule.1))
    #expect(abs(exact.awardedCount - counted.count) < 1e-12)
    #expect(abs(exact.awardedSum.value - counted.sum) < 1e-12)
    #expect(abs(exact.failureProbability - counted.failed) < 1e-12)
    if counted.won > 0 {
      let ratio = try #require(exact.awardedMean)
      #expect(abs(ratio.value - counted.ratio / counted.won) < 1e-12)
    } else {
      #expect(exact.awardedMean == nil)
    }
  }

  @Test("The share may be of all bids submitted")
  func submittedBase() throws {
    var policy = try EquilibriumTests.policy("0.5", .floor)
    policy.base = .submitted
    let counted = Enumeration(bidCount: 5, ratios: [0.8, 0.9, 1.1]) { valid in min(2, valid) }
    let exact = try AwardExpectation(
      bidCount: 5,
      ratios: .discrete([0.8, 0.9, 1.1].map { .init(ratio: $0, weight: 1) }), policy: policy)
    #expect(abs(exact.awardedSum.value - counted.sum) < 1e-12)
    #expect(abs(exact.awardedCount - counted.count) < 1e-12)
  }

  @Test(
    "Uniform ratios from 0 to 1: the j-th lowest of n is j / (n + 1) on average", arguments: 1...12)
  func uniform(bidCount: Int) throws {
    let exact = try AwardExpectation(
      bidCount: bidCount, ratios: .continuous(.uniform(low: 0, high: 1)),
      policy: EquilibriumTests.policy("0.9"))
    let winners = (9 * bidCount + 5) / 10
    let sum = Double(winners * (winners + 1)) / 2 / Double(bidCount + 1)
    #expect(exact.awardedCount == Double(winners))
    #expect(abs(exact.awardedSum.value - sum) < 1e-12)
    #expect(abs(try #require(exact.awardedMean).value - sum / Double(winners)) < 1e-12)
    #expect(exact.awardedSum.error < 1e-11)
  }

  @Test("A fine grid of atoms comes near its continuous distribution")
  func refinement() throws {
    let continuous = ContinuousDistribution.lognormal(
      logMean: -0.1, logStandardDeviation: 0.15)
    let count = 4_000
    let atoms = try (0..<count).map { index in
      RatioDistribution.Atom(
        ratio: try continuous.quantile((Double(index) + 0.5) / Double(count)), weight: 1)
    }
    let policy = try EquilibriumTests.policy("0.9")
    let left = try AwardExpectation(bidCount: 9, ratios: .continuous(continuous), policy: policy)
    let right = try AwardExpectation(bidCount: 9, ratios: .discrete(atoms), policy: policy)
    #expect(abs(left.awardedSum.value - right.awardedSum.value) < 2e-3)
    #expect(abs(left.awardedCount - right.awardedCount) < 2e-3)
  }

  @Test("What is out of bounds is refused")
  func refusals() throws {
    var policy = try EquilibriumTests.policy("0.9")
    let ratios = RatioDistribution.continuous(.uniform(low: 0, high: 1))
    for count in [-1, 1001] {
      #expect(throws: AwardExpectation.Problem.bidCount(count)) {
        try AwardExpectation(bidCount: count, ratios: ratios, policy: policy)
      }
    }
    for atoms: [RatioDistribution.Atom] in [
      [], [.init(ratio: 1, weight: 0)], [.init(ratio: 1, weight: -1), .init(ratio: 1, weight: 3)],
      [.init(ratio: .nan, weight: 1)],
    ] {
      #expect(throws: AwardExpectation.Problem.numerical(.domain)) {
        try AwardExpectation(bidCount: 3, ratios: .discrete(atoms), policy: policy)
      }
    }
    policy.contractPrice = .matchLowest
    #expect(throws: AwardExpectation.Problem.notPayAsBid) {
      try AwardExpectation(bidCount: 3, ratios: ratios, policy: policy)
    }
  }
}
