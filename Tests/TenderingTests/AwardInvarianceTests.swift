import Policy
import Quantities
import Tendering
import Testing

/// What must hold for every lot, whatever its prices.
struct AwardInvarianceTests {
  /// A lot with many ties, re-bids, refused and high bids.
  private static func lot(seed: UInt64) -> SampleTender {
    var random = SmallGenerator(seed: seed)
    let count = Int.random(in: 1...40, using: &random)
    var sample = SampleTender(
      reserve: 100,
      prices: (0..<count).map { _ in
        Int.random(in: 0..<10, using: &random) == 0
          ? nil : Int64.random(in: 90...102, using: &random)
      })
    for index in sample.offers.indices where Bool.random(using: &random) {
      sample.offers[index].rebid =
        sample.offers[index].price - Int64.random(in: 0...2, using: &random)
    }
    return sample
  }

  private static func rules(seed: UInt64) -> [SampleRule] {
    SampleRule.readings(SampleRule(share: PlainShare(numerator: 7, denominator: 10)))
      + SampleRule.readings(
        SampleRule(share: PlainShare(numerator: 7, denominator: 10), lotSeed: seed))
  }

  private func winners(_ sample: SampleTender, _ rule: SampleRule) throws -> Set<VendorID> {
    Set(try rule.rule().award(sample.tender()).awarded.map(\.bid.vendorID))
  }

  @Test(
    "The order of the input rows changes no vendor's outcome", arguments: 0..<40 as Range<UInt64>)
  func permutation(seed: UInt64) throws {
    let sample = AwardInvarianceTests.lot(seed: seed)
    var shuffled = sample
    var random = SmallGenerator(seed: seed + 1_000)
    shuffled.offers.shuffle(using: &random)
    for rule in AwardInvarianceTests.rules(seed: seed) {
      let outcomes = try [sample, shuffled].map { sample in
        let award = try rule.rule().award(sample.tender())
        return Dictionary(
          uniqueKeysWithValues: award.bids.map { bid in
            (
              bid.bid.vendorID,
              [
                bid.outcomeText, "\(String(describing: bid.rank))", bid.lowPriceFlagText,
                "\(String(describing: bid.contractPrice))",
              ]
            )
          })
      }
      #expect(outcomes[0] == outcomes[1], "\(rule)")
    }
  }

  @Test("A lower bid of a winner still wins", arguments: 0..<20 as Range<UInt64>)
  func loweringAWinner(seed: UInt64) throws {
    var sample = AwardInvarianceTests.lot(seed: seed)
    // Re-bids are of the prices as they were; a changed price has none.
    for index in sample.offers.indices { sample.offers[index].rebid = nil }
    for rule in AwardInvarianceTests.rules(seed: seed) {
      let award = try rule.rule().award(sample.tender())
      for (index, bid) in award.bids.enumerated() where bid.contractPrice != nil {
        for lower in [sample.offers[index].price - 1, sample.offers[index].price - 5] {
          var changed = sample
          changed.offers[index].price = lower
          let outcome = try rule.rule().award(changed.tender()).bids[index]
          if outcome.contractPrice != Money(minorUnits: lower) {
            Issue.record("\(sample), \(rule): bid \(index) lowered to \(lower): \(outcome.outcome)")
          }
        }
      }
    }
  }

  @Test(
    "More of the share, or a rounding that gives more, only adds winners",
    arguments: 0..<20 as Range<UInt64>)
  func monotoneInCutoff(seed: UInt64) throws {
    let sample = AwardInvarianceTests.lot(seed: seed)
    for var rule in AwardInvarianceTests.rules(seed: seed) where rule.rounding == .halfUp {
      var last: Set<VendorID> = []
      for numerator in 0...20 {
        rule.share = PlainShare(numerator: numerator, denominator: 20)
        var byRounding: [Set<VendorID>] = []
        for rounding in [Rounding.floor, .halfUp, .ceiling] {
          rule.rounding = rounding
          byRounding.append(try winners(sample, rule))
        }
        #expect(byRounding[0].isSubset(of: byRounding[1]), "\(rule)")
        #expect(byRounding[1].isSubset(of: byRounding[2]), "\(rule)")
        #expect(last.isSubset(of: byRounding[1]), "\(rule)")
        last = byRounding[1]
      }
    }
  }

  @Test(
    "Excluding ties awards no more than deciding them, deciding no more than including",
    arguments: 0..<20 as Range<UInt64>)
  func monotoneInTies(seed: UInt64) throws {
    let sample = AwardInvarianceTests.lot(seed: seed)
    for rule in AwardInvarianceTests.rules(seed: seed) where rule.tie == .rebidThenLot {
      var (excluding, including) = (rule, rule)
      (excluding.tie, including.tie) = (.excludeAll, .includeAll)
      let decided = try winners(sample, rule)
      #expect(try winners(sample, excluding).isSubset(of: decided))
      #expect(decided.isSubset(of: try winners(sample, including)))
      let award = try rule.rule().award(sample.tender())
      if rule.lotSeed != nil {
        #expect(award.awardedCount == award.cutoffCount)
        #expect(award.pendingCount == 0)
      } else if case .pending(let awarded, _, let seats) = award.outcome {
        #expect(awarded + seats == award.cutoffCount)
      }
    }
  }

  @Test("No valid bid that loses is below one that wins", arguments: 0..<40 as Range<UInt64>)
  func lowestWin(seed: UInt64) throws {
    let sample = AwardInvarianceTests.lot(seed: seed)
    for rule in AwardInvarianceTests.rules(seed: seed) {
      let award = try rule.rule().award(sample.tender())
      let valid = award.bids.filter { $0.rank != nil }
      let highestWinning = valid.filter { $0.contractPrice != nil }.compactMap(\.rank).max() ?? 0
      let lowestLosing = valid.filter { $0.contractPrice == nil }.compactMap(\.rank).min() ?? .max
      #expect(highestWinning <= lowestLosing)
      #expect(valid.count + award.bids.count { $0.rank == nil } == award.submittedCount)
      #expect(award.bids.allSatisfy { ($0.contractPrice != nil) == ($0.outcomeText == "awarded") })
    }
  }
}
