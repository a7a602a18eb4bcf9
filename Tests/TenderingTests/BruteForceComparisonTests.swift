import Policy
import Quantities
import Tendering
import Testing

/// The award rule against an oracle that shares no code with it.
struct BruteForceComparisonTests {
  /// Prices around the limits of a reserve of 100: low as a part, low as a total, low as neither,
  /// equal to the reserve, above it, and a disqualified bid.
  static let levels: [Int64?] = [69, 79, 99, 100, 101, nil]
  static let shares = [
    PlainShare(numerator: 9, denominator: 10), PlainShare(numerator: 1, denominator: 2),
    PlainShare(numerator: 1, denominator: 3),
  ]

  @Test("Every lot of up to six bids on a small price grid", arguments: 0...6)
  func everySmallLot(bidCount: Int) throws {
    for prices in multisets(of: BruteForceComparisonTests.levels, count: bidCount) {
      let sample = SampleTender(reserve: 100, prices: prices)
      for share in BruteForceComparisonTests.shares {
        for rule in SampleRule.readings(SampleRule(share: share)) {
          try expectAgreement(sample, rule)
          if rule.tie == .rebidThenLot {
            var drawn = rule
            drawn.lotSeed = 7
            try expectAgreement(sample, drawn)
          }
        }
      }
    }
  }

  @Test("Minimum winners in every lot of up to four bids", arguments: [0, 2, 3, 9])
  func minimumWinners(minimum: Int) throws {
    for bidCount in 0...4 {
      for prices in multisets(of: BruteForceComparisonTests.levels, count: bidCount) {
        let sample = SampleTender(reserve: 100, prices: prices)
        for share in [
          PlainShare(numerator: 0, denominator: 1), PlainShare(numerator: 1, denominator: 2),
        ] {
          for rule in SampleRule.readings(SampleRule(share: share, minimumWinners: minimum)) {
            try expectAgreement(sample, rule)
          }
        }
      }
    }
  }

  @Test("Every pattern of re-bids among up to four bids", arguments: [nil, 3] as [UInt64?])
  func everyRebid(lotSeed: UInt64?) throws {
    for bidCount in 2...4 {
      for prices in multisets(of: [90, 95] as [Int64?], count: bidCount) {
        // None, equal to one of the prices, lower, and above every bid (no reduction: no effect).
        for rebids in sequences(of: [nil, 89, 90, 96] as [Int64?], count: bidCount) {
          let sample = SampleTender(reserve: 100, prices: prices, rebids: rebids)
          for numerator in 1...3 {
            let share = PlainShare(numerator: numerator, denominator: 4)
            var rule = SampleRule(share: share, lotSeed: lotSeed)
            try expectAgreement(sample, rule)
            rule.matchesLowest = true
            try expectAgreement(sample, rule)
          }
        }
      }
    }
  }

  @Test("Seeded samples of up to 200 bids", arguments: 0..<30 as Range<UInt64>)
  func sampledLot(seed: UInt64) throws {
    var random = SmallGenerator(seed: seed)
    let bidCount = Int.random(in: 1...200, using: &random)
    // Few distinct prices make ties across the cutoff likely; many make them rare.
    let spread = [3, 12, 60, 5_000].randomElement(using: &random) ?? 3
    let reserve: Int64? = seed % 20 == 19 ? nil : 100_000
    var sample = SampleTender(
      reserve: reserve,
      prices: (0..<bidCount).map { _ in
        Int.random(in: 0..<12, using: &random) == 0
          ? nil : 100_040 - 10 * Int64.random(in: 0...Int64(spread), using: &random)
      })
    for index in sample.offers.indices where Int.random(in: 0..<3, using: &random) == 0 {
      sample.offers[index].rebid =
        sample.offers[index].price - Int64.random(in: -1...3, using: &random)
    }
    let shares =
      BruteForceComparisonTests.shares + [
        PlainShare(numerator: 0, denominator: 1), PlainShare(numerator: 7, denominator: 10),
        PlainShare(numerator: 1, denominator: 1),
      ]
    for share in shares {
      let rest = SampleRule(
        share: share, minimumWinners: Int.random(in: 0...5, using: &random),
        lotSeed: Bool.random(using: &random) ? seed : nil,
        matchesLowest: Bool.random(using: &random))
      for rule in SampleRule.readings(rest) { try expectAgreement(sample, rule) }
    }
  }

  /// Compares outcome, rank, contract price and flags of every bid, and n, k and all counts.
  private func expectAgreement(_ sample: SampleTender, _ rule: SampleRule) throws {
    let award = try rule.rule().award(sample.tender())
    let oracle = BruteForceAward(of: sample, by: rule)
    let results = award.bids.map { bid in
      BruteForceAward.Result(
        outcome: bid.outcomeText, rank: bid.rank, contractPrice: bid.contractPrice?.minorUnits,
        lowPriceFlags: bid.lowPriceFlagText)
    }
    let awarded = oracle.results.count { $0.outcome == "awarded" }
    let pending = oracle.results.count { $0.outcome == "pending-tie" }
    let valid = oracle.results.count { $0.rank != nil }
    // One expectation a case: the macro costs more than the rule.
    let agrees =
      results == oracle.results && award.awardedCount == awarded && award.pendingCount == pending
      && award.validCount == valid && award.submittedCount == sample.offers.count
      && (valid == 0
        || (award.baseCount, award.cutoffCount) == (oracle.baseCount, oracle.cutoffCount))
      && award.outcome.text == (pending > 0 ? "pending" : awarded > 0 ? "awarded" : "failed")
    if !agrees {
      Issue.record("\(sample), \(rule): \(results), expected \(oracle.results)")
    }
  }
}
