import Policy
import Pricing
import Quantities
import Testing

@Suite struct RepresentativesTests {
  /// The domain's rule in doubled cents: the median, the lowest of at most two, always for the market.
  private func doubledRepresentative(_ evidenceClass: EvidenceClass, _ sorted: [Int64]) -> Int64 {
    if evidenceClass == .market || sorted.count <= 2 { return 2 * sorted[0] }
    return sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
  }

  @Test(arguments: EvidenceClass.allCases, 1...9)
  func standsForItsClass(evidenceClass: EvidenceClass, count: Int) throws {
    // Odd distances, so that an even number of prices has a median of half a cent.
    let cents = (0..<count).map { Int64(10_000 + 7 * $0) }
    let rows = cents.reversed().map { Fixture.row(evidenceClass, cents: $0) }
    let priced = try Fixture.pricing().price(Fixture.item(), evidence: rows)
    let summary = priced.classes[evidenceClass]
    let expected = try Rational(Int128(doubledRepresentative(evidenceClass, cents)), over: 2)
    #expect(summary.representative == ExactPrice(minorUnits: expected))
    #expect(summary.counts.used == count)
    for other in EvidenceClass.allCases where other != evidenceClass {
      #expect(priced.classes[other].representative == nil)
    }
  }

  /// 100.00 and 100.01 in the middle: 100.005, and the reserve price is rounded down once.
  @Test func aMedianOfHalfACentStaysHalfACent() throws {
    let rows = [9_000, 10_000, 10_001, 11_000].map { Fixture.row(.historical, cents: $0) }
    let priced = try Fixture.pricing().price(Fixture.item(), evidence: rows)
    #expect(priced.classes.historical.representative?.decimalText == "100.005")
    #expect(priced.reservePrice == Money(minorUnits: 10_000))
  }

  /// The outlier takes no part: the median is that of the four rows left.
  @Test func theRuleFollowsTheRowsLeft() throws {
    let rows = [1_000, 1_010, 1_020, 1_030, 99_000].map { Fixture.row(.agency, cents: $0) }
    let priced = try Fixture.pricing().price(Fixture.item(), evidence: rows)
    #expect(priced.classes.agency.counts.used == 4)
    #expect(priced.classes.agency.representative?.decimalText == "10.15")
  }
}
