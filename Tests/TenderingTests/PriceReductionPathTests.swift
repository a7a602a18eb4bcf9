import Policy
import Quantities
import Tendering
import Testing

struct PriceReductionPathTests {
  /// A price that a vendor gives in a round; vendors by their index.
  struct Step: Hashable {
    var vendor: Int
    var round: Int
    var price: Int64

    init(_ vendor: Int, _ round: Int, _ price: Int64) {
      (self.vendor, self.round, self.price) = (vendor, round, price)
    }
  }

  private func tender(_ prices: [Int64?], _ steps: [Step]) -> Tender {
    let sample = SampleTender(reserve: 100, prices: prices)
    return sample.tender(
      reductions: steps.enumerated().map { index, step in
        Reduction(
          itemID: ItemID("I"), vendorID: SampleTender.Offer(price: 1, number: step.vendor).vendorID,
          round: step.round, unitPrice: Money(minorUnits: step.price),
          position: SourcePosition(file: "reductions.csv", line: index + 2))
      })
  }

  private func award(_ prices: [Int64?], _ steps: [Step]) throws -> ItemAward {
    try SampleRule(allowsReduction: true).rule().award(tender(prices, steps))
  }

  @Test("The lowest bidder's priority reduction within the reserve ends the path")
  func priorityReduction() throws {
    let award = try award([105, 110], [Step(0, 0, 100), Step(1, 1, 90)])
    #expect(award.priceReduction?.decidingRound == 0)
    #expect(award.bids.map(\.outcomeText) == ["awarded", "above-reserve"])
    #expect(award.bids[0].contractPrice == Money(minorUnits: 100))
    #expect(award.validCount == 1)
    #expect(award.priceReduction?.unused.map(\.reason) == [.decidedEarlier])
  }

  @Test("Rounds among all: reductions accumulate, and those within the reserve are the valid bids")
  func roundsAmongAll() throws {
    let award = try award(
      [105, 110, 108, nil],
      [Step(0, 0, 103), Step(0, 1, 102), Step(1, 1, 101), Step(0, 2, 99), Step(1, 2, 100)])
    #expect(award.priceReduction?.decidingRound == 2)
    #expect(
      award.bids.map(\.outcomeText) == ["awarded", "awarded", "above-reserve", "disqualified"])
    #expect(award.bids.map(\.rank) == [1, 2, nil, nil])
    #expect(award.bids.map(\.contractPrice?.minorUnits) == [99, 100, nil, nil])
    #expect(award.priceReduction?.used.map(\.unitPrice.minorUnits) == [103, 102, 101, 99, 100])
  }

  @Test("Three rounds in vain: the item fails")
  func allRoundsInVain() throws {
    let award = try award(
      [105, 110], [Step(0, 0, 104), Step(1, 1, 103), Step(1, 2, 102), Step(1, 3, 101)])
    #expect(award.priceReduction?.decidingRound == .some(nil))
    #expect(award.outcome == .failed(.noValidBid(disqualified: 0, aboveReserve: 2)))
    #expect(award.bids[1].standingPrice == Money(minorUnits: 101))
  }

  @Test("The path needs the policy, and no valid bid")
  func notEntered() throws {
    let steps = [Step(0, 0, 90)]
    let off = try SampleRule().rule().award(tender([105], steps))
    #expect(off.priceReduction == nil)
    #expect(off.awardedCount == 0)
    let unneeded = try award([105, 99], steps)
    #expect(unneeded.priceReduction == nil)
    #expect(unneeded.bids.map(\.outcomeText) == ["above-reserve", "awarded"])
  }

  @Test("Equal lowest bidders may all use the priority reduction")
  func equalLowest() throws {
    let award = try award([105, 105, 106], [Step(0, 0, 99), Step(1, 0, 98)])
    #expect(award.priceReduction?.lowestBidders.count == 2)
    #expect(award.bids.map(\.contractPrice?.minorUnits) == [99, 98, nil])
  }

  @Test(
    "A refused reduction has its reason, and is an input error",
    arguments: [
      ([Step(1, 0, 90)], .notLowestBidder),
      ([Step(0, 1, 106)], .abovePrice(Money(minorUnits: 105))),
      ([Step(0, 0, 103), Step(0, 1, 104)], .abovePrice(Money(minorUnits: 103))),
      ([Step(0, 1, 0)], .notAboveZero), ([Step(0, 1, 103), Step(0, 1, 90)], .repeated),
      ([Step(0, 4, 90)], .noSuchRound), ([Step(0, -1, 90)], .noSuchRound),
      ([Step(2, 1, 90)], .noBid), ([Step(9, 1, 90)], .noBid),
    ] as [([Step], UnusedReduction.Reason)])
  func refused(steps: [Step], reason: UnusedReduction.Reason) throws {
    // The third bid is disqualified; vendor 9 did not bid.
    let prices: [Int64?] = [105, 110, nil]
    let award = try award(prices, steps)
    #expect(award.priceReduction?.unused.map(\.reason) == [reason])
    #expect(award.awardedCount == 0)
    let problems = tender(prices, steps).problems()
    #expect(problems.map(\.kind) == [.reduction(reason)])
    #expect(problems.first?.position.line == steps.count + 1)
  }

  /// Prices that two vendors give in rounds 0, 1 and 2, or none, over every small case.
  @Test("Every small path against a replay by hand", arguments: [101, 102] as [Int64])
  func everySmallPath(secondPrice: Int64) throws {
    let rule = try SampleRule(
      share: PlainShare(numerator: 1, denominator: 1), allowsReduction: true
    ).rule()
    for plan in sequences(of: [nil, 101, 100, 99] as [Int64?], count: 6) {
      let steps = plan.enumerated().compactMap { index, price in
        price.map { Step(index % 2, index / 2, $0) }
      }
      var prices: [Int64] = [101, secondPrice]
      for round in 0...2 where prices.allSatisfy({ $0 > 100 }) {
        for vendor in 0...1 {
          let mayReduce = round > 0 || vendor == 0 || secondPrice == 101
          if let price = plan[2 * round + vendor], mayReduce {
            prices[vendor] = min(prices[vendor], price)
          }
        }
      }
      let expected = prices.map { $0 <= 100 ? $0 : nil }
      let award = rule.award(tender([101, secondPrice], steps))
      if award.bids.map(\.contractPrice?.minorUnits) != expected {
        Issue.record("\(plan): \(award.bids.map(\.contractPrice)), expected \(expected)")
      }
    }
  }
}
