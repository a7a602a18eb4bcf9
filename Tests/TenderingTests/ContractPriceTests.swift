import Policy
import Quantities
import Tendering
import Testing

struct ContractPriceTests {
  @Test("Each winner's own bid, or the lowest awarded price for all")
  func bothRules() throws {
    let sample = SampleTender(reserve: 100, prices: [95, 80, 90, nil, 101])
    let own = try SampleRule(rounding: .ceiling).rule().award(sample.tender())
    #expect(own.bids.map(\.contractPrice?.minorUnits) == [95, 80, 90, nil, nil])
    let matched = try SampleRule(rounding: .ceiling, matchesLowest: true).rule()
      .award(sample.tender())
    #expect(matched.bids.map(\.contractPrice?.minorUnits) == [80, 80, 80, nil, nil])
    #expect(matched.bids[0].standingPrice == Money(minorUnits: 95))
    #expect(matched.bids[0].reason.english.contains("hypothetical"))
    #expect(!own.bids[0].reason.english.contains("hypothetical"))
  }

  @Test("A winning re-bid can be the lowest awarded price")
  func rebidAsLowest() throws {
    let sample = SampleTender(reserve: 100, prices: [80, 90, 90], rebids: [nil, 70, nil])
    let rule = try SampleRule(
      share: PlainShare(numerator: 2, denominator: 3), matchesLowest: true
    ).rule()
    #expect(rule.award(sample.tender()).bids.map(\.contractPrice?.minorUnits) == [70, 70, nil])
  }
}
