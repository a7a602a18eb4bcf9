import Policy
import Pricing
import Quantities
import Testing

@Suite struct LowPriceReferencesTests {
  @Test func areTheLatestAgencyPriceAndTheLowestQuote() throws {
    let rows = [
      Fixture.row(.agency, cents: 5_000, daysOld: 90),
      Fixture.row(.agency, cents: 7_001, daysOld: 20),
      Fixture.row(.agency, cents: 7_000, daysOld: 20),
      Fixture.row(.agency, cents: 9_000, daysOld: 10_000),
      Fixture.row(.agency(AgencyID("a"), frameworkOrder: OrderID("o")), cents: 1, daysOld: 1),
      Fixture.row(.market, cents: 8_001), Fixture.row(.market, cents: 8_002),
    ]
    let found = try Fixture.pricing().price(Fixture.item(), evidence: rows).lowPriceReferences
    #expect(found.agencyAward == Money(minorUnits: 7_000))
    #expect(found.market == Money(minorUnits: 8_001))
  }

  /// 0.10 and 0.30 with 5 % tax are 0.105 and 0.315: half a cent goes up.
  @Test(arguments: [(10, 11), (30, 32), (11, 12)] as [(Int64, Int64)])
  func areRoundedToTheNearestCent(cents: Int64, expected: Int64) throws {
    let rows = [EvidenceClass.agency, .market].map {
      Fixture.row(Fixture.origin($0), cents: cents, isTaxIncluded: false)
    }
    let found = try Fixture.pricing().price(Fixture.item(), evidence: rows).lowPriceReferences
    #expect(found.agencyAward == Money(minorUnits: expected))
    #expect(found.market == Money(minorUnits: expected))
  }

  @Test func areAbsentWithoutEvidence() throws {
    let found = try Fixture.pricing().price(
      Fixture.item(), evidence: [Fixture.row(.historical, cents: 100)]
    ).lowPriceReferences
    #expect(found.agencyAward == nil)
    #expect(found.market == nil)
  }
}
