import Policy
import Pricing
import Quantities
import Testing

@Suite struct IndependenceTests {
  private func exclusions(_ rows: [Evidence]) throws -> [Exclusion?] {
    try Fixture.pricing().price(Fixture.item(), evidence: rows).exclusions
  }

  /// The limits of the policy table: 1095, 365 and 180 days.
  @Test(arguments: [
    (EvidenceClass.historical, 1_095), (.agency, 365), (.market, 180),
  ])
  func aRowAtTheAgeLimitCountsAndOneDayMoreDoesNot(
    evidenceClass: EvidenceClass, limit: Int
  ) throws {
    let rows = [limit, limit + 1].map { Fixture.row(evidenceClass, cents: 100, daysOld: $0) }
    #expect(
      try exclusions(rows)
        == [nil, .notIndependent(.tooOld(ageDays: limit + 1, limitDays: limit))])
  }

  @Test(arguments: EvidenceClass.allCases)
  func thePricingDateItselfCountsAndTheDayAfterDoesNot(evidenceClass: EvidenceClass) throws {
    let rows = [0, -1].map { Fixture.row(evidenceClass, cents: 100, daysOld: $0) }
    #expect(
      try exclusions(rows) == [nil, .notIndependent(.afterPricingDate(Fixture.pricingDate + 1))])
  }

  @Test func awardsOfTheCaseItselfAndFrameworkOrdersDoNotCount() throws {
    let rows = [
      Fixture.row(
        .historical(caseNumber: Fixture.caseNumber, vendor: VendorID("v")), cents: 100),
      Fixture.row(.historical(caseNumber: "1140206", vendor: VendorID("v")), cents: 100),
      Fixture.row(.agency(AgencyID("a"), frameworkOrder: OrderID("o")), cents: 100),
      Fixture.row(.agency(AgencyID("a"), frameworkOrder: nil), cents: 100),
    ]
    #expect(
      try exclusions(rows) == [
        .notIndependent(.caseBeingPriced(Fixture.caseNumber)), nil,
        .notIndependent(.frameworkOrder(OrderID("o"))), nil,
      ])
  }

  /// Price, date and source each differ or agree: only a row that agrees in all three is a repeat.
  @Test(arguments: [true, false], [true, false])
  func aRepeatAgreesInPriceDateAndSource(samePrice: Bool, sameDate: Bool) throws {
    for source in ["list", "other", "", "  ", nil] {
      let rows = [
        Fixture.row(.agency, cents: 100, daysOld: 10, id: "first", source: "list"),
        Fixture.row(
          .market, cents: samePrice ? 100 : 101, daysOld: sameDate ? 10 : 11, source: source),
      ]
      let isRepeat = try exclusions(rows)[1] != nil
      #expect(isRepeat == (samePrice && sameDate && source == "list"))
    }
  }

  @Test(arguments: ["", "   ", nil] as [String?])
  func rowsWithoutASourceRepeatNothing(source: String?) throws {
    let rows = (0..<3).map { _ in Fixture.row(.market, cents: 100, source: source) }
    #expect(try exclusions(rows) == [nil, nil, nil])
  }

  @Test func theFirstRowOfAQuoteCounts() throws {
    let rows = (0..<3).map {
      Fixture.row(.market, cents: 100, id: "row-\($0)", source: "list")
    }
    let repeated = Exclusion.notIndependent(
      .repeats(EvidenceID("row-0"), at: SourcePosition(file: "evidence.csv", line: 2)))
    #expect(try exclusions(rows) == [nil, repeated, repeated])
  }

  /// The same day is stale for the market and fresh for an agency.
  @Test func aFirstRowThatFallsDoesNotSwallowItsRepeat() throws {
    let stale = Fixture.row(.market, cents: 100, daysOld: 200, source: "list")
    let selfMatch = Fixture.row(
      .historical(caseNumber: Fixture.caseNumber, vendor: VendorID("v")), cents: 100,
      daysOld: 200, source: "list")
    let foreignUnit = Fixture.row(
      Fixture.origin(.agency), cents: 100, daysOld: 200, source: "list", unit: "device")
    let fresh = Fixture.row(.agency, cents: 100, daysOld: 200, source: "list")
    for first in [stale, selfMatch, foreignUnit] {
      let found = try exclusions([first, fresh])
      #expect(found[0] != nil)
      #expect(found[1] == nil)
    }
  }

  @Test func theSameQuoteForAnotherItemIsNoRepeat() throws {
    let rows = ["a", "b"].map {
      Fixture.row(.market, cents: 500, item: $0, source: "list")
    }
    let priced = try Fixture.pricing().price(
      items: [Fixture.item("a"), Fixture.item("b")], evidence: rows)
    #expect(priced.map(\.reservePrice) == [Money(minorUnits: 500), Money(minorUnits: 500)])
  }
}
