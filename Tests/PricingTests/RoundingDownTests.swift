import Policy
import Pricing
import Quantities
import Testing

@Suite struct RoundingDownTests {
  private func priced(_ cents: Int64, unit: Int) throws -> PricedItem {
    try Fixture.pricing([.reserveRoundingUnit: "\(unit)"]).price(
      Fixture.item(), evidence: [Fixture.row(.market, cents: cents)])
  }

  @Test(arguments: [1, 5, 10, 100], [1, 99, 100, 101, 499, 500, 9_999, 10_000, 123_456])
  func isTheLargestMultipleThatIsNotAbove(unit: Int, cents: Int64) throws {
    let item = try priced(cents, unit: unit)
    let expected = cents / Int64(100 * unit) * Int64(100 * unit)
    #expect(item.reservePrice == (expected > 0 ? Money(minorUnits: expected) : nil))
  }

  @Test func aPriceThatRoundsToZeroIsNoReserve() throws {
    let item = try priced(999, unit: 10)
    let price = ExactPrice(minorUnits: Rational(999))
    #expect(item.outcome == .none(.roundsToZero(price, unit: Money(minorUnits: 1_000))))
    #expect(item.statusText == "rounds-to-zero")
    #expect(item.interval == nil)
  }
}
