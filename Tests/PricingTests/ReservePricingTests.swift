import Policy
import Pricing
import Quantities
import Statistics
import Testing

@Suite struct ReservePricingTests {
  private func override(_ id: String, cents: Int64) -> ReserveOverride {
    ReserveOverride(
      itemID: ItemID(id), reservePrice: Money(minorUnits: cents), reason: "market shift",
      decidedBy: "committee", decidedOn: Fixture.pricingDate,
      position: SourcePosition(file: "reserve_overrides.csv", line: 2))
  }

  @Test func itemsKeepTheirOrderAndTheirEvidence() throws {
    let items = ["z", "a", "m"].map { Fixture.item($0) }
    let rows = [("m", 300), ("z", 100), ("a", 200), ("z", 110), ("other", 1)].map {
      Fixture.row(.market, cents: Int64($0.1) * 100, item: $0.0)
    }
    let priced = try Fixture.pricing().price(items: items, evidence: rows)
    #expect(priced.map(\.item.id.text) == ["z", "a", "m"])
    #expect(priced.map { $0.reservePrice?.minorUnits } == [10_000, 20_000, 30_000])
    #expect(priced.map(\.counts.rows) == [2, 1, 1])
  }

  @Test func anItemWithoutEvidenceSaysSo() throws {
    let item = try Fixture.pricing().price(Fixture.item(), evidence: [])
    #expect(item.outcome == .none(.noEvidence))
    #expect(item.statusText == "no-evidence")
    #expect(item.combinations.allSatisfy { $0.result == .none(.noEvidence) })
  }

  @Test func aDecisionReplacesThePriceAndTheComputedOneStaysVisible() throws {
    let items = ["a", "b"].map { Fixture.item($0) }
    let rows = [Fixture.row(.market, cents: 10_000, item: "a")]
    let decisions = [override("a", cents: 8_800), override("b", cents: 9_900)]
    let priced = try Fixture.pricing().price(items: items, evidence: rows, overrides: decisions)
    #expect(
      priced.map(\.outcome) == [
        .overridden(Money(minorUnits: 8_800), computed: Money(minorUnits: 10_000)),
        .overridden(Money(minorUnits: 9_900), computed: nil),
      ])
    #expect(priced.map(\.statusText) == ["overridden", "overridden"])
    #expect(priced.map { $0.reservePrice?.minorUnits } == [8_800, 9_900])
    #expect(priced[1].computed == .none(.noEvidence))
    #expect(priced[0].override == decisions[0])
  }

  /// Whatever is dated after the pricing date leaves price, interval and warnings as they were.
  @Test(arguments: 1...20)
  func nothingLooksAhead(seed: Int) throws {
    let pricing = try Fixture.pricing(bootstrap: BootstrapSettings(replicateCount: 50))
    let rows = Fixture.mixedEvidence(seed: UInt64(seed), count: 12)
    let known = rows.filter { $0.date <= Fixture.pricingDate }
    var later = known
    for evidenceClass in EvidenceClass.allCases {
      for row in known {
        later.insert(
          Fixture.row(
            evidenceClass, cents: row.unitPrice.minorUnits / 2, daysOld: -1, source: row.source),
          at: 0)
      }
    }
    let before = pricing.price(Fixture.item(), evidence: known)
    let after = pricing.price(Fixture.item(), evidence: later)
    #expect(after.outcome == before.outcome || known.isEmpty)
    #expect(after.interval == before.interval)
    #expect(after.warnings == before.warnings)
    #expect(after.counts.effective == before.counts.effective)
  }

  /// Without repeats the order of the rows decides nothing.
  @Test(arguments: CombinationMethod.allCases, 1...6)
  func theOrderOfRowsDecidesNothing(method: CombinationMethod, seed: Int) throws {
    let rows = Fixture.mixedEvidence(seed: UInt64(seed), count: 15).filter { $0.source == nil }
    let pricing = try Fixture.pricing([.reserveCombine: method.rawValue])
    var stream = RandomStream(seed: UInt64(seed), stream: 1)
    let straight = pricing.price(Fixture.item(), evidence: rows)
    let shuffled = pricing.price(Fixture.item(), evidence: stream.shuffled(rows))
    #expect(straight.outcome == shuffled.outcome)
    #expect(straight.combinations == shuffled.combinations)
    #expect(straight.counts == shuffled.counts)
  }

  @Test(arguments: 1...20)
  func rowsLessExcludedAreTheUsedOnes(seed: Int) throws {
    let rows = Fixture.mixedEvidence(seed: UInt64(seed), count: 20)
    let item = try Fixture.pricing().price(Fixture.item(), evidence: rows)
    #expect(item.rows.map(\.evidence) == rows)
    #expect(item.counts.rows == 20)
    #expect(item.counts.rows - item.counts.excluded == item.exclusions.count { $0 == nil })
    let outliers = item.exclusions.count { if case .outlier = $0 { true } else { false } }
    #expect(item.counts.effective == item.counts.used + outliers)
    let byClass = EvidenceClass.allCases.map { item.classes[$0].counts }
    #expect(byClass.reduce(0) { $0 + $1.used } == item.counts.used)
    #expect(byClass.reduce(0) { $0 + $1.rows } == item.counts.rows)
  }

  /// An index that spans 36 digits has no exact product with a price of 15.
  @Test func oneInexactItemDoesNotSinkTheOthers() throws {
    let big: Int128 = 999_999_999_999_999_989
    let index = PriceIndex([
      Month(year: 2025, number: 12): try Rational(1, over: big),
      Month(year: 2026, number: 1): try Rational(big, over: 1),
    ])
    let rows = [
      Fixture.row(.market, cents: 999_999_999_999_999, daysOld: 30, item: "a"),
      Fixture.row(.market, cents: 10_000, daysOld: 0, item: "b"),
    ]
    let priced = try Fixture.pricing(index: index).price(
      items: [Fixture.item("a"), Fixture.item("b")], evidence: rows)
    #expect(priced.map(\.statusText) == ["not-exact", "priced"])
    #expect(priced[0].reservePrice == nil)
    #expect(priced[0].counts.used == 0)
    #expect(priced[0].rows[0].disposition.exclusion != nil)
  }

  /// The exact price fits, the amount does not: 9,999,999,999,999.99 for a month, of 100,000.
  @Test func aPriceBeyondMoneyIsNoPrice() throws {
    let row = Fixture.row(
      Fixture.origin(.historical), cents: 999_999_999_999_999, termMonths: 1)
    let item = try Fixture.pricing().price(
      Fixture.item(termMonths: 100_000), evidence: [row])
    #expect(item.statusText == "not-exact")
    #expect(item.outcome == .none(.notExact(ArithmeticOverflow("a rounded amount"))))
  }
}
