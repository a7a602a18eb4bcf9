import Policy
import Pricing
import Quantities
import Testing

@Suite struct BootstrapIntervalTests {
  private let settings = BootstrapSettings(replicateCount: 400, seed: 5)

  @Test func oneRowAClassHasNoUncertainty() throws {
    let rows = EvidenceClass.allCases.map { Fixture.row($0, cents: 12_399) }
    let item = try Fixture.pricing(bootstrap: settings).price(Fixture.item(), evidence: rows)
    let interval = try #require(item.interval)
    #expect(interval.lower == item.reservePrice)
    #expect(interval.upper == item.reservePrice)
    #expect(interval.replicateCount == 400)
  }

  /// Of two quotes the lower one stands in three of four samples, so the tails hold both.
  @Test func twoQuotesSpanTheInterval() throws {
    let rows = [10_000, 20_050].map { Fixture.row(.market, cents: $0) }
    let item = try Fixture.pricing(bootstrap: settings).price(Fixture.item(), evidence: rows)
    #expect(item.interval?.lower == Money(minorUnits: 10_000))
    #expect(item.interval?.upper == Money(minorUnits: 20_000))
  }

  /// Thirty quotes: all are missed at once with (29/30)³⁰ = 36 %, the lowest j with (1 − j/30)³⁰.
  ///
  /// The 95th percentile of the lowest is the third lowest: 1 − 3/30 leaves 4.2 %, 1 − 2/30 12.6 %.
  @Test func theLowestOfManyHasItsKnownPercentile() throws {
    let rows = (0..<30).map { Fixture.row(.market, cents: 10_000 + $0 * 100) }
    let item = try Fixture.pricing(bootstrap: BootstrapSettings()).price(
      Fixture.item(), evidence: rows)
    #expect(item.interval?.lower == Money(minorUnits: 10_000))
    #expect(item.interval?.upper == Money(minorUnits: 10_200))
  }

  @Test func isTheSameForAnItemWhateverStandsBesideIt() throws {
    let items = ["a", "b", "c"].map { Fixture.item($0) }
    let rows = items.flatMap { item in
      (0..<9).map {
        Fixture.row(.agency, cents: 10_000 + Int64($0 * $0) * 300, item: item.id.text)
      }
    }
    let pricing = try Fixture.pricing(bootstrap: settings)
    let together = pricing.price(items: items, evidence: rows)
    let reversed = pricing.price(items: items.reversed(), evidence: rows.reversed())
    #expect(together.map(\.interval) == reversed.reversed().map(\.interval))
    #expect(together.map(\.interval) == pricing.price(items: items, evidence: rows).map(\.interval))
    let lower = try #require(together[0].interval?.lower)
    let upper = try #require(together[0].interval?.upper)
    #expect(lower < upper)
  }

  @Test func isAbsentWhenNotAskedForOrWithoutAComputedPrice() throws {
    let row = Fixture.row(.market, cents: 10_000)
    #expect(
      try Fixture.pricing().price(Fixture.item(), evidence: [row]).interval == nil)
    let few = try Fixture.pricing([.reserveMinimumEffectiveSources: "2"], bootstrap: settings)
    #expect(few.price(Fixture.item(), evidence: [row]).interval == nil)
  }

  @Test func theDefaultsAreTheDocumentedOnes() {
    #expect(BootstrapSettings().replicateCount == 1_000)
    #expect(BootstrapSettings().seed == 20_260_331)
    #expect(BootstrapSettings(replicateCount: 0).replicateCount == 1)
  }
}
