import Policy
import Quantities
import Tendering
import Testing

/// The kernel of large tables against the award rule, bid by bid.
struct LotKernelTests {
  /// Prices around the limits of a reserve of 100, and a disqualified bid.
  static let levels: [Int64?] = [69, 70, 79, 80, 100, 101, nil]
  static let shares = [
    PlainShare(numerator: 9, denominator: 10), PlainShare(numerator: 1, denominator: 2),
  ]

  @Test("every sequence of up to three bids, under every reading", arguments: 0...3)
  func everySequence(bidCount: Int) throws {
    let lots = sequences(of: LotKernelTests.levels, count: bidCount)
    let nine = PlainShare(numerator: 9, denominator: 10)
    let half = PlainShare(numerator: 1, denominator: 2)
    let none = PlainShare(numerator: 0, denominator: 1)
    for (share, minimum) in [(nine, 1), (half, 2), (none, 0)] {
      for rule in SampleRule.readings(SampleRule(share: share, minimumWinners: minimum)) {
        var comparison = try Comparison(rule)
        for prices in lots { comparison.check(SampleTender(reserve: 100, prices: prices)) }
      }
    }
  }

  @Test("every lot of four to six bids on a smaller grid", arguments: 4...6)
  func everyLot(bidCount: Int) throws {
    let lots = multisets(of: [79, 99, 100, 101, nil] as [Int64?], count: bidCount)
    for share in LotKernelTests.shares {
      for rule in SampleRule.readings(SampleRule(share: share)) {
        var comparison = try Comparison(rule)
        for prices in lots { comparison.check(SampleTender(reserve: 100, prices: prices)) }
      }
    }
  }

  @Test("without a reserve price no bid has a rank")
  func noReserve() throws {
    var comparison = try Comparison(SampleRule())
    for prices in sequences(of: [1, 50, nil] as [Int64?], count: 3) {
      comparison.check(SampleTender(reserve: nil, prices: prices))
    }
  }

  @Test(
    "lots around the size from which they are sorted, and prices far below the reserve",
    arguments: [47, 48, 49, 63, 64, 65, 200], [3, 60, 5_000, 3_000_000_000] as [Int64])
  func largeLots(bidCount: Int, spread: Int64) throws {
    var random = SmallGenerator(seed: UInt64(bidCount) * 31 + UInt64(spread))
    let reserve: Int64 = 3_000_000_100
    for rule in SampleRule.readings() {
      var comparison = try Comparison(rule)
      let prices: [Int64?] = (0..<bidCount).map { _ in
        Int.random(in: 0..<20, using: &random) == 0
          ? nil : max(1, reserve + 1 - Int64.random(in: 0...spread, using: &random))
      }
      comparison.check(SampleTender(reserve: reserve, prices: prices))
    }
  }

  @Test("the largest amounts that a table may state")
  func largestAmounts() throws {
    let largest: Int64 = 999_999_999_999_999
    for rule in SampleRule.readings() {
      var comparison = try Comparison(rule)
      for reserve in [1, 2, largest - 1, largest] {
        let prices: [Int64?] = [1, 2, largest / 10 * 7, largest - 1, largest]
        comparison.check(SampleTender(reserve: reserve, prices: prices))
      }
    }
  }

  @Test("what the kernel does not know it leaves to the rule, and nothing else")
  func leavesToTheRule() throws {
    let tied = SampleTender(reserve: 100, prices: [90, 90])
    let clear = SampleTender(reserve: 100, prices: [80, 90])
    let above = SampleTender(reserve: 100, prices: [101])
    let half = PlainShare(numerator: 1, denominator: 2)
    let lot = try Comparison(SampleRule(share: half, lotSeed: 3))
    #expect(lot.decision(on: tied) == .needsRule)
    #expect(lot.decision(on: clear) == .decided(pendingCount: 0))
    let lowest = try Comparison(SampleRule(share: half, matchesLowest: true))
    #expect(lowest.decision(on: clear) == .needsRule)
    #expect(lowest.decision(on: above) == .decided(pendingCount: 0))
    let reduced = try Comparison(SampleRule(share: half, allowsReduction: true))
    #expect(reduced.decision(on: above) == .needsRule)
    #expect(reduced.decision(on: clear) == .decided(pendingCount: 0))
    let plain = try Comparison(SampleRule(share: half))
    #expect(plain.decision(on: tied) == .decided(pendingCount: 2))
  }

  @Test(
    "outcome, rank and flags come back out of the bits", arguments: PackedVerdict.Outcome.allCases)
  func packing(outcome: PackedVerdict.Outcome) {
    let verdict = PackedVerdict(outcome)
    #expect(verdict.outcome == outcome)
    #expect(verdict.kind < PackedVerdict.kindCount)
    #expect(verdict.lowPriceFlags.isEmpty && verdict.rank == 0)
  }
}

/// One kernel beside one rule.
private struct Comparison {
  private let sampleRule: SampleRule
  private let rule: AwardRule
  private var kernel: LotKernel

  init(_ rule: SampleRule) throws {
    sampleRule = rule
    self.rule = try rule.rule()
    kernel = LotKernel(policy: try rule.policy())
  }

  func decision(on sample: SampleTender) -> LotKernel.Decision {
    var own = kernel
    return Comparison.award(sample, by: &own).decision
  }

  /// Expects the same of every bid.
  mutating func check(_ sample: SampleTender) {
    let (verdicts, decision) = Comparison.award(sample, by: &kernel)
    let award = rule.award(sample.tender())
    let agrees =
      decision == .decided(pendingCount: award.pendingCount)
      && zip(verdicts, award.bids).allSatisfy { verdict, bid in
        verdict.bidOutcome(reservePrice: award.reservePrice) == bid.outcome
          && (verdict.rank == 0 ? nil : verdict.rank) == bid.rank
          && verdict.lowPriceFlags.map(\.rawValue).joined(separator: ";") == bid.lowPriceFlagText
          && (verdict.outcome.isAwarded ? bid.bid.unitPrice : nil) == bid.contractPrice
      }
    // One expectation a case: the macro costs more than the rule.
    if !agrees { Issue.record("\(sample), \(sampleRule): \(decision), \(verdicts)") }
  }

  private static func award(
    _ sample: SampleTender, by kernel: inout LotKernel
  ) -> (verdicts: [PackedVerdict], decision: LotKernel.Decision) {
    let prices = sample.offers.map { $0.isDisqualified ? -$0.price : $0.price }
    var verdicts = [UInt32](repeating: .max, count: prices.count)
    var span = verdicts.mutableSpan
    let decision = kernel.award(
      prices: prices.span, reservePrice: sample.reserve ?? 0, into: &span)
    return (verdicts.map { PackedVerdict(rawValue: $0) }, decision)
  }
}
