import Policy
import Quantities
import Tendering
import Testing

struct CutoffTests {
  static let counts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 14, 15, 16]
  /// The published table of winners at 90 %, by rounding.
  static let table: [(Rounding, [Int])] = [
    (.floor, [1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 12, 13, 14]),
    (.ceiling, [1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 10, 13, 14, 15]),
    (.halfUp, [1, 2, 3, 4, 5, 5, 6, 7, 8, 9, 10, 13, 14, 14]),
  ]

  @Test("The table of winners", arguments: CutoffTests.table)
  func winnersTable(rounding: Rounding, winners: [Int]) throws {
    let rule = try SampleRule(rounding: rounding).rule()
    for (count, expected) in zip(CutoffTests.counts, winners) {
      let sample = SampleTender(reserve: 1_000, prices: (0..<count).map { 900 - Int64($0) })
      let award = rule.award(sample.tender())
      #expect(award.cutoffCount == expected, "n = \(count)")
      #expect(award.outcome == .awarded(count: expected), "n = \(count)")
    }
  }

  @Test("90 % of 1 to 200 by whole numbers alone", arguments: Rounding.allCases)
  func everyCount(rounding: Rounding) throws {
    let policy = try SampleRule(rounding: rounding).policy()
    for n in 1...200 {
      let expected =
        switch rounding {
        case .floor: max(1, 9 * n / 10)
        case .ceiling: (9 * n + 9) / 10
        case .halfUp: (9 * n + 5) / 10
        }
      let cutoff = try Cutoff(validCount: n, submittedCount: n, policy: policy)
      #expect(cutoff.count == expected, "n = \(n)")
    }
  }

  @Test("The share may be of all bids, the winners are always valid ones")
  func submittedBase() throws {
    // 10 submitted, 3 valid: 9 of the lowest would be awarded, so all 3.
    let prices: [Int64?] = [90, 91, 92] + Array(repeating: 101, count: 5) + [nil, nil]
    let sample = SampleTender(reserve: 100, prices: prices)
    let bySubmitted = try SampleRule(rounding: .floor, base: .submitted).rule()
      .award(sample.tender())
    #expect(bySubmitted.baseCount == 10)
    #expect(bySubmitted.cutoffCount == 3)
    #expect(bySubmitted.awardedCount == 3)
    let byValid = try SampleRule(rounding: .floor, base: .valid).rule().award(sample.tender())
    #expect(byValid.baseCount == 3)
    #expect(byValid.awardedCount == 2)
  }

  @Test("A cutoff of nobody fails the item and says so")
  func zeroCutoff() throws {
    let rule = try SampleRule(
      share: PlainShare(numerator: 0, denominator: 1), minimumWinners: 0
    ).rule()
    let award = rule.award(SampleTender(reserve: 100, prices: [90, 91]).tender())
    #expect(award.outcome == .failed(.cutoffIsZero))
    #expect(award.bids.map(\.outcomeText) == ["not-awarded", "not-awarded"])
    #expect(award.bids.map(\.rank) == [1, 2])
    #expect(award.cutoffPrice == nil)
  }

  @Test("A share without an exact product fails the item, not the run")
  func overflow() throws {
    var policy = try SampleRule().policy()
    // numerator × 5 exceeds 128 bits, and 5 does not divide the denominator, 2^127 − 2.
    let wide = try Rational(.max - 2, over: .max - 1)
    policy.cutoffShare = try #require(Share(wide))
    let award = AwardRule(policy: policy).award(
      SampleTender(reserve: 100, prices: [90, 91, 92, 93, 94]).tender())
    guard case .failed(.arithmetic) = award.outcome else {
      Issue.record("outcome \(award.outcome)")
      return
    }
    #expect(award.bids.allSatisfy { $0.outcomeText == "not-awarded" })
    #expect(award.awardedCount == 0)
  }
}
