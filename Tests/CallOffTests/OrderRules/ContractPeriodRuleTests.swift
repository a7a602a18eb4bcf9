import CallOff
import Policy
import Quantities
import Testing

@Suite struct ContractPeriodRuleTests {
  @Test(
    "The first and the last day of the contract are inside its period",
    arguments: [
      ("2026-03-31", OrderResult.flagged), ("2026-04-01", .met), ("2027-03-31", .met),
      ("2027-04-01", .flagged),
    ])
  func period(day: String, result: OrderResult) throws {
    let review = try OrderSample.review([try OrderSample.order(on: day)])
    #expect(try OrderSample.finding(.ordersContractPeriod, in: review)?.result == result)
  }

  @Test(
    "A contract in no row is missing evidence where others are listed, and unjudged where none is")
  func unknown() throws {
    let order = try OrderSample.order(caseNumber: "1130202")
    let other = Contract(
      caseNumber: "1140206", start: try Sample.day("2025-10-01"), end: try Sample.day("2026-09-30"))
    let listed = try OrderSample.review([order], others: [other])
    #expect(
      try OrderSample.finding(.ordersContractPeriod, in: listed)?.result == .missingEvidence)
    let unlisted = try OrderSample.review([order])
    #expect(try OrderSample.finding(.ordersContractPeriod, in: unlisted) == nil)
    let tally = try #require(
      unlisted.tallies.first { $0.requirement.key == .ordersContractPeriod })
    #expect(tally.unjudgedCount == 1)
  }

  @Test("A stated end bounds orders of which no contract is known")
  func statedEnd() throws {
    for (day, result) in [("2026-12-31", OrderResult.met), ("2027-01-01", .flagged)] {
      let review = OrderReview(
        [try OrderSample.order(on: day)], facts: OrderFacts(),
        contracts: try ContractCalendar(own: nil, statedEnd: Sample.day("2026-12-31")),
        policies: OrderPolicies(own: try OrderSample.policy()))
      #expect(try OrderSample.finding(.ordersContractPeriod, in: review)?.result == result)
    }
  }
}
