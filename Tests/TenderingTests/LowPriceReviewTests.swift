import Policy
import Quantities
import Tendering
import Testing

struct LowPriceReviewTests {
  private func review(
    _ price: Int64, reserve: Int64, agencyAward: Int64? = nil, reference: Int64? = nil
  ) throws -> BidAward {
    let prices = Tender.ComparisonPrices(
      agencyAward: agencyAward.map { Money(minorUnits: $0) },
      reference: reference.map { Money(minorUnits: $0) })
    let award = try SampleRule().rule().award(
      SampleTender(reserve: reserve, prices: [price]).tender(comparisonPrices: prices))
    return award.bids[0]
  }

  @Test(
    "Strictly below: one minor unit either side of 80 % and 70 % of the reserve",
    arguments: [
      // A reserve of 1000.00: limits of 800.00 and 700.00.
      (80_001, ""), (80_000, ""), (79_999, "below-total"),
      (70_001, "below-total"), (70_000, "below-total"), (69_999, "below-total;below-item"),
      (1, "below-total;below-item"), (100_000, ""),
    ] as [(Int64, String)])
  func reserveLimits(price: Int64, flags: String) throws {
    let bid = try review(price, reserve: 100_000)
    #expect(bid.lowPriceFlagText == flags)
    #expect(bid.outcomeText == "awarded")
    #expect((bid.lowPriceReview == nil) == flags.isEmpty)
  }

  @Test("Every reserve from 1 to 200 minor units against whole-number comparisons")
  func everySmallReserve() throws {
    let rule = try SampleRule().rule()
    for reserve in 1...200 as ClosedRange<Int64> {
      for price in 1...reserve {
        let bid = rule.award(SampleTender(reserve: reserve, prices: [price]).tender()).bids[0]
        let isLowTotal = 10 * price < 8 * reserve
        let isLowItem = 10 * price < 7 * reserve
        let expected = (isLowTotal ? ["below-total"] : []) + (isLowItem ? ["below-item"] : [])
        // Security rounded up to a cent: the least whole s with 10 (price + s) ≥ 8 or 7 reserves.
        let total = (8 * reserve + 9) / 10 - price
        let part = (7 * reserve + 9) / 10 - price
        let security: LowPriceReview.TotalSecurity? =
          !isLowTotal ? nil : isLowItem ? .noneAsked : .amount(Money(minorUnits: total))
        let agrees =
          bid.lowPriceFlagText == expected.joined(separator: ";")
          && bid.lowPriceReview?.totalSecurity == security
          && bid.lowPriceReview?.partSecurity == (isLowItem ? Money(minorUnits: part) : nil)
        if !agrees { Issue.record("price \(price), reserve \(reserve): \(bid)") }
      }
    }
  }

  @Test(
    "70 % of another agency's award and of the reference price, strictly below",
    arguments: [(90_000, 69_999), (90_000, 70_000), (90_000, 70_001)] as [(Int64, Int64)])
  func otherComparisons(reserve: Int64, price: Int64) throws {
    let isBelow = price < 70_000
    // 70,000 is below 80 % of 90,000 and above 70 % of it.
    #expect(
      try review(price, reserve: reserve, agencyAward: 100_000).lowPriceFlagText
        == (isBelow ? "below-total;below-agency-award" : "below-total"))
    #expect(
      try review(price, reserve: reserve, reference: 100_000).lowPriceFlagText
        == (isBelow ? "below-total;below-reference" : "below-total"))
    let both = try review(price, reserve: reserve, agencyAward: 100_000, reference: 100_000)
    #expect(
      both.lowPriceFlagText
        == (isBelow ? "below-total;below-agency-award;below-reference" : "below-total"))
    #expect(both.lowPriceReview?.partSecurity == nil)
  }

  @Test("Security: 80 % of the reserve less the bid; none by the total below 70 %")
  func securities() throws {
    let low = try #require(try review(75_000, reserve: 100_000).lowPriceReview)
    #expect(low.totalSecurity == .amount(Money(minorUnits: 5_000)))
    #expect(low.partSecurity == nil)
    #expect(low.procedure.english.contains("explanation"))
    #expect(low.procedure.english.contains("NT$50 by the total"))
    #expect(low.procedure.traditionalChinese.contains("先限期通知廠商提出說明"))

    let lower = try #require(try review(60_000, reserve: 100_000).lowPriceReview)
    #expect(lower.totalSecurity == .noneAsked)
    #expect(lower.partSecurity == Money(minorUnits: 10_000))
  }

  @Test("No security by the total below 70 % whatever the policy's own limits")
  func fixedSecurityLimit() throws {
    var policy = try SampleRule().policy()
    policy.lowPriceItem = try Share(text: "0.5")
    let award = { (price: Int64) in
      AwardRule(policy: policy).award(SampleTender(reserve: 1_000, prices: [price]).tender())
    }
    #expect(award(699).bids[0].lowPriceReview?.totalSecurity == .noneAsked)
    #expect(award(700).bids[0].lowPriceReview?.totalSecurity == .amount(Money(minorUnits: 100)))
    #expect(award(699).bids[0].lowPriceFlagText == "below-total")
  }

  @Test("Only valid bids are reviewed, awarded or not")
  func validOnly() throws {
    let sample = SampleTender(reserve: 1_000, prices: [10, 20, nil, 1_001])
    let award = try SampleRule(share: PlainShare(numerator: 1, denominator: 2)).rule()
      .award(sample.tender(comparisonPrices: .init(reference: Money(minorUnits: 9_000))))
    let all = "below-total;below-item;below-reference"
    #expect(award.bids.map(\.lowPriceFlagText) == [all, all, "", ""])
    #expect(
      award.bids.map(\.outcomeText) == ["awarded", "not-awarded", "disqualified", "above-reserve"])
  }
}
