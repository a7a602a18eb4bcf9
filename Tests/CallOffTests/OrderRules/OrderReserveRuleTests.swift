import CallOff
import Policy
import Quantities
import Testing

@Suite struct OrderReserveRuleTests {
  @Test(
    "A unit price equal to the reserve price is met, one above it is flagged",
    arguments: [
      (99, OrderResult.met), (100, .met), (101, .flagged),
    ] as [(Int64, OrderResult)])
  func reserve(units: Int64, result: OrderResult) throws {
    let review = try OrderSample.review([try OrderSample.order(units: units)]) { facts in
      facts.reservePrices = [ItemID("I1"): try Money(units: 100)]
    }
    #expect(try OrderSample.finding(.ordersReserve, in: review)?.result == result)
  }

  @Test(
    "An item without a reserve price is missing evidence; orders of other contracts are unjudged")
  func others() throws {
    let order = try OrderSample.order()
    let review = try OrderSample.review([order]) { $0.reservePrices = [:] }
    #expect(try OrderSample.finding(.ordersReserve, in: review)?.result == .missingEvidence)
    let other = try OrderSample.review([try OrderSample.order(caseNumber: "1140206")]) {
      $0.reservePrices = [:]
    }
    #expect(try OrderSample.finding(.ordersReserve, in: other) == nil)
    let named = try OrderSample.review([try OrderSample.order(caseNumber: "1150202")]) {
      $0.reservePrices = [:]
    }
    #expect(try OrderSample.finding(.ordersReserve, in: named)?.result == .missingEvidence)
  }
}
