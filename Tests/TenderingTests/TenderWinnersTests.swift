import Policy
import Quantities
import Tendering
import Testing

/// One ranking asked by many rules has the winners that each rule's own award has.
struct TenderWinnersTests {
  private static func sample(_ random: inout SmallGenerator) -> SampleTender {
    let count = Int.random(in: 0...9, using: &random)
    return SampleTender(
      reserve: Int.random(in: 0..<10, using: &random) == 0 ? nil : 100,
      prices: (0..<count).map { _ in
        Int.random(in: 0..<10, using: &random) == 0
          ? nil : Int64.random(in: 94...101, using: &random)
      },
      rebids: (0..<count).map { _ in
        Int.random(in: 0..<3, using: &random) == 0
          ? Int64.random(in: 90...94, using: &random) : nil
      })
  }

  @Test("Winners, prices, ties and outcomes", arguments: [nil, 5] as [UInt64?])
  func againstTheAward(lotSeed: UInt64?) throws {
    var random = SmallGenerator(seed: 31)
    let rules = try SampleRule.readings(
      SampleRule(
        share: PlainShare(numerator: 3, denominator: 5), lotSeed: lotSeed,
        matchesLowest: lotSeed != nil)
    ).map { try $0.rule() }
    for _ in 0..<150 {
      let tender = Self.sample(&random).tender()
      let ranked = RankedTender(tender, reductionRule: .none)
      for rule in rules {
        let award = rule.award(tender)
        let decided = ranked.winners(by: rule)
        #expect(ranked.validCount == award.validCount)
        #expect(decided.outcome == award.outcome)
        let awarded = award.bids.enumerated().filter { $0.element.contractPrice != nil }
        #expect(decided.winners.map(\.bidIndex) == awarded.map(\.offset))
        #expect(decided.winners.map(\.contractPrice) == awarded.map(\.element.contractPrice))
        #expect(decided.winners.map(\.standingPrice) == awarded.map(\.element.standingPrice))
        #expect(
          decided.pending == award.bids.indices.filter { award.bids[$0].outcome == .pendingTie })
        #expect(
          try decided.awardedSum.get().minorUnits
            == awarded.reduce(0) { $0 + ($1.element.contractPrice?.minorUnits ?? 0) })
      }
    }
  }

  @Test("A share without an exact product is a failed sum, not an empty one")
  func overflow() throws {
    var policy = try SampleRule().policy()
    policy.cutoffShare = try #require(Share(try Rational(.max - 2, over: .max - 1)))
    let tender = SampleTender(reserve: 100, prices: [90, 91, 92, 93, 94]).tender()
    let decided = RankedTender(tender, reductionRule: .none)
      .winners(by: AwardRule(policy: policy))
    guard case .failed(.arithmetic) = decided.outcome, case .failure = decided.awardedSum else {
      Issue.record("outcome \(decided.outcome)")
      return
    }
  }
}
