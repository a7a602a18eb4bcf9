import Policy
import Pricing
import Quantities
import Testing

@Suite struct GuardsTests {
  private func historical(
    _ cents: Int64, daysOld: Int, caseNumber: String = "1140202", line: Int = 2
  ) -> Evidence {
    Fixture.row(
      .historical(caseNumber: caseNumber, vendor: VendorID("v")), cents: cents, daysOld: daysOld,
      line: line)
  }

  private func rise(
    _ rows: [Evidence], index: PriceIndex? = nil, override: ReserveOverride? = nil
  ) throws -> LastAward? {
    let item = try Fixture.pricing([.reserveCombine: "market"], index: index).price(
      Fixture.item(), evidence: rows, override: override)
    return item.warnings.lazy.compactMap {
      if case .rise(_, let last, _) = $0 { last } else { nil }
    }.first
  }

  @Test(arguments: 0...7)
  func fewerThanTwoClassesAreWarnedOf(bits: Int) throws {
    let classes = EvidenceClass.allCases.enumerated().filter { bits & (1 << $0.offset) != 0 }
    let rows = classes.map { Fixture.row($0.element, cents: 10_000) }
    let warnings = try Fixture.pricing().price(Fixture.item(), evidence: rows).warnings
    #expect(warnings == (rows.count < 2 ? [.fewerThanTwoClasses(count: rows.count)] : []))
  }

  /// The last award is 100.00 and the limit 10 %: 110 is no more than that, 111 is.
  @Test func aRiseIsWarnedOfStrictlyAboveTheLimit() throws {
    let award = historical(10_000, daysOld: 300)
    #expect(try rise([award, Fixture.row(.market, cents: 11_000)]) == nil)
    let found = try #require(try rise([award, Fixture.row(.market, cents: 11_100)]))
    #expect(found.price.minorUnits == Rational(10_000))
    #expect(found.date == award.date)
  }

  @Test func theLastAwardIsTheLowestOfTheMostRecentDay() throws {
    let quote = Fixture.row(.market, cents: 99_900)
    let rows = [
      historical(5_000, daysOld: 400, line: 3), historical(9_000, daysOld: 300, line: 4),
      historical(8_000, daysOld: 300, line: 5), historical(8_500, daysOld: 300, line: 6), quote,
    ]
    #expect(try rise(rows)?.position.line == 5)
    #expect(try rise(rows.reversed())?.position.line == 5)
  }

  @Test func selfMatchesAndFutureAwardsAreNoLastAwardButStaleOnesAre() throws {
    let rows = [
      historical(5_000, daysOld: 2_000, line: 3),
      historical(1_000, daysOld: 10, caseNumber: Fixture.caseNumber, line: 4),
      historical(2_000, daysOld: -5, line: 5), Fixture.row(.market, cents: 99_900),
    ]
    #expect(try rise(rows)?.position.line == 3)
  }

  @Test func theLastAwardIsComparedBeforeTheIndex() throws {
    let months = [Month(year: 2025, number: 11), Month(year: 2025, number: 12)]
    let index = PriceIndex([
      months[0]: Rational(1), months[1]: Rational(2), Month(year: 2026, number: 1): Rational(2),
    ])
    let rows = [historical(10_000, daysOld: 60), Fixture.row(.market, cents: 12_000)]
    #expect(try rise(rows, index: index)?.price.minorUnits == Rational(10_000))
  }

  @Test func aDecidedPriceIsComparedToo() throws {
    let rows = [historical(10_000, daysOld: 60), Fixture.row(.market, cents: 10_000)]
    #expect(try rise(rows) == nil)
    let decided = ReserveOverride(
      itemID: ItemID("item"), reservePrice: Money(minorUnits: 12_000), reason: "r",
      decidedBy: "c", decidedOn: Fixture.pricingDate,
      position: SourcePosition(file: "reserve_overrides.csv", line: 2))
    #expect(try rise(rows, override: decided) != nil)
  }

  @Test func aClassWhoseEveryRowIsTooOldIsStale() throws {
    let stale = Fixture.row(.market, cents: 10_000, daysOld: 181)
    let fresh = Fixture.row(.agency, cents: 10_000, daysOld: 180)
    let pricing = try Fixture.pricing()
    let item = pricing.price(Fixture.item(), evidence: [stale, fresh, stale])
    #expect(item.warnings.contains(.staleEvidence(.market)))
    #expect(!item.warnings.contains(.staleEvidence(.agency)))
    #expect(!item.warnings.contains(.staleEvidence(.historical)))
    let partly = pricing.price(
      Fixture.item(), evidence: [stale, Fixture.row(.market, cents: 10_000)])
    #expect(!partly.warnings.contains(.staleEvidence(.market)))
  }

  @Test(arguments: 1...4)
  func fewerSourcesThanTheMinimumGiveNoReserve(minimum: Int) throws {
    let rows = [
      Fixture.row(.market, cents: 10_000), Fixture.row(.market, cents: 10_100),
      Fixture.row(.market, cents: 10_200, daysOld: 999),
      Fixture.row(.market, cents: 10_300, daysOld: -1),
    ]
    let item = try Fixture.pricing([.reserveMinimumEffectiveSources: "\(minimum)"]).price(
      Fixture.item(), evidence: rows)
    #expect(
      item.outcome
        == (minimum <= 2
          ? .priced(Money(minorUnits: 10_000))
          : .none(.tooFewSources(effective: 2, minimum: minimum))))
    #expect(item.statusText == (minimum <= 2 ? "priced" : "too-few-sources"))
  }
}
