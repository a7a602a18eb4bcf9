import Policy
import Pricing
import Quantities
import Testing

@Suite struct InfluenceTests {
  /// Each row's influence against pricing the item anew without it, from the start.
  @Test(arguments: CombinationMethod.allCases, 1...12)
  func isWhatPricingWithoutTheRowGives(method: CombinationMethod, seed: Int) throws {
    let pricing = try Fixture.pricing([
      .reserveCombine: method.rawValue, .reserveMinimumEffectiveSources: "2",
    ])
    let rows = Fixture.mixedEvidence(seed: UInt64(seed), count: 3 + seed * 2)
    let item = pricing.price(Fixture.item(), evidence: rows)
    for index in rows.indices {
      var others = rows
      others.remove(at: index)
      let without = pricing.price(Fixture.item(), evidence: others).computed
      let expected: Influence =
        switch (item.rows[index].disposition, item.computed, without) {
        case (.excluded(.notIndependent), _, _), (.excluded(.notNormalised), _, _):
          .difference(.zero)
        case (_, .price(_, let a), .price(_, let b)): .difference(try b - a)
        case (_, .none, .price(_, let b)): .reserveOnlyWithout(b)
        // The last row gone, there is no evidence at all; without its price, too few sources.
        case (_, _, .none(let reason)): .noReserve(reason)
        }
      #expect(item.rows[index].influence == expected)
      // What is excluded on its own changes nothing in truth, not by definition alone.
      if case .excluded(.notIndependent) = item.rows[index].disposition {
        #expect(without == item.computed)
      }
    }
  }

  @Test func theLowestQuoteMovesThePriceToTheNextOne() throws {
    let rows = [10_000, 10_400, 10_500].map { Fixture.row(.market, cents: $0) }
    let item = try Fixture.pricing().price(Fixture.item(), evidence: rows)
    #expect(
      item.rows.map(\.influence)
        == [.difference(Money(minorUnits: 400)), .difference(.zero), .difference(.zero)])
  }

  @Test func anOnlyRowCarriesTheReserveAlone() throws {
    let item = try Fixture.pricing().price(
      Fixture.item(), evidence: [Fixture.row(.market, cents: 10_000)])
    #expect(item.rows[0].influence == .noReserve(.tooFewSources(effective: 0, minimum: 1)))
  }

  /// The repeat takes the place of the first row, with its own class and tax.
  @Test func aRepeatTakesThePlaceOfTheFirstRow() throws {
    let rows = [
      Fixture.row(.agency, cents: 10_000, id: "first", source: "list"),
      Fixture.row(
        Fixture.origin(.market), cents: 10_000, id: "second", source: "list",
        isTaxIncluded: false),
    ]
    let item = try Fixture.pricing().price(Fixture.item(), evidence: rows)
    #expect(item.reservePrice == Money(minorUnits: 10_000))
    #expect(
      item.rows.map(\.influence) == [.difference(Money(minorUnits: 500)), .difference(.zero)])
  }

  @Test func aRowThatKeepsThePriceBelowTheUnitIsTheReasonForNoReserve() throws {
    let rows = [99, 500].map { Fixture.row(.market, cents: $0) }
    let item = try Fixture.pricing().price(Fixture.item(), evidence: rows)
    #expect(item.statusText == "rounds-to-zero")
    #expect(item.rows[0].influence == .reserveOnlyWithout(Money(minorUnits: 500)))
  }

  @Test func isNotWorkedOutWhenNotAskedFor() throws {
    let asked = try Fixture.pricing()
    let pricing = ReservePricing(
      policy: asked.policy, caseNumber: asked.caseNumber, pricingDate: asked.pricingDate,
      bootstrap: nil, tracesInfluence: false)
    let item = pricing.price(Fixture.item(), evidence: [Fixture.row(.market, cents: 10_000)])
    #expect(item.rows.map(\.influence) == [nil])
  }
}
