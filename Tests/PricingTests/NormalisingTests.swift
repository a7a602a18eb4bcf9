import Policy
import Quantities
import Testing

@testable import Pricing

@Suite struct NormalisingTests {
  private static let rateOf2Percent = try? Rate(text: "0.02")
  private static let november = Month(year: 2025, number: 11)
  private static let january = Month(year: 2026, number: 1)

  private func normalising(index: PriceIndex? = nil) throws -> Normalising {
    Normalising(
      taxRate: try Rate(text: "0.05"), feeUplift: try Rate(text: "0.02"),
      pricingMonth: Self.january, index: index)
  }

  private func row(
    cents: Int64 = 10_000, taxed: Bool = true, withFee: Bool = true, unit: String? = nil,
    termMonths: Int? = nil, tier: String? = nil, daysOld: Int = 0
  ) -> Evidence {
    Fixture.row(
      Fixture.origin(.market), cents: cents, daysOld: daysOld, isTaxIncluded: taxed,
      isFeeIncluded: withFee, unit: unit, termMonths: termMonths, tier: tier)
  }

  @Test func whatTheRowLeavesEmptyIsTheItems() throws {
    let item = Fixture.item(unit: "user", termMonths: 12, tier: "1-10")
    let price = try normalising().normalise(row(), for: item).get()
    #expect(price.price.minorUnits == Rational(10_000))
    #expect(price.steps.isEmpty)
  }

  /// 100 × 12/36 × 1.05 × 1.02 = 35.7 where every factor applies.
  @Test(arguments: [true, false], [true, false])
  func everyFactorThatAppliesIsAStep(taxed: Bool, withFee: Bool) throws {
    let result = try normalising().normalise(
      row(taxed: taxed, withFee: withFee, termMonths: 36), for: Fixture.item(termMonths: 12))
    let price = try result.get()
    // In integers: cents × 12 × (105 or 100) × (102 or 100) over 36 × 100 × 100.
    let expected = try Rational(
      10_000 * 12 * (taxed ? 100 : 105) * (withFee ? 100 : 102), over: 36 * 100 * 100)
    #expect(price.price.minorUnits == expected)
    #expect(price.steps.count == 1 + (taxed ? 0 : 1) + (withFee ? 0 : 1))
    #expect(price.steps.last?.result == price.price)
    #expect(price.stated == Money(minorUnits: 10_000))
  }

  @Test func aUnitOrTierThatDiffersHasNoConversion() throws {
    let item = Fixture.item(unit: "user", tier: "1-10")
    let rule = try normalising()
    #expect(
      try rule.normalise(row(unit: "device"), for: item)
        == .failure(.unit(row: "device", item: "user")))
    #expect(
      try rule.normalise(row(tier: "11-50"), for: item)
        == .failure(.tier(row: "11-50", item: "1-10")))
    #expect(
      try rule.normalise(row(unit: "user"), for: Fixture.item())
        == .failure(.unit(row: "user", item: nil)))
    #expect(try rule.normalise(row(unit: "user", tier: "1-10"), for: item).get().steps.isEmpty)
  }

  @Test(arguments: [(12, nil), (0, 12), (-1, 12), (12, 0)] as [(Int, Int?)])
  func aTermConvertsOnlyWhereBothAreStated(months: Int, itemMonths: Int?) throws {
    let result = try normalising().normalise(
      row(termMonths: months), for: Fixture.item(termMonths: itemMonths))
    #expect(result == .failure(.term(rowMonths: months, itemMonths: itemMonths)))
  }

  @Test func theIndexCarriesAPriceToThePricingMonth() throws {
    let index = PriceIndex([Self.november: Rational(100), Self.january: Rational(103)])
    let price = try normalising(index: index).normalise(
      row(cents: 20_000, daysOld: 60), for: Fixture.item()
    ).get()
    #expect(price.price.minorUnits == Rational(20_600))
    #expect(price.beforeIndex.minorUnits == Rational(20_000))
    #expect(price.steps.map(\.cause) == [.index(from: Self.november, to: Self.january)])
  }

  @Test func aPriceOfThePricingMonthNeedsNoIndex() throws {
    let price = try normalising(index: PriceIndex([:])).normalise(row(), for: Fixture.item())
    #expect(try price.get().price.minorUnits == Rational(10_000))
  }

  @Test func aMonthThatTheIndexLacksLeavesNoPrice() throws {
    let old = row(daysOld: 60)
    let withoutRowMonth = PriceIndex([Self.january: .one])
    let withoutPricingMonth = PriceIndex([Self.november: .one])
    #expect(
      try normalising(index: withoutRowMonth).normalise(old, for: Fixture.item())
        == .failure(.index(missing: Self.november)))
    #expect(
      try normalising(index: withoutPricingMonth).normalise(old, for: Fixture.item())
        == .failure(.index(missing: Self.january)))
  }
}
