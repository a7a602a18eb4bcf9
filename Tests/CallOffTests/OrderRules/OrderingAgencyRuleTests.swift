import CallOff
import Policy
import Quantities
import Testing

@Suite struct OrderingAgencyRuleTests {
  @Test(
    "Kinds that the policy lists may order; who is of another or of none that is stated is flagged",
    arguments: [
      (AgencyRecord.Kind.centralAgency, OrderResult.met), (.school, .met), (.council, .flagged),
      (.other, .flagged), (nil, .missingEvidence),
    ] as [(AgencyRecord.Kind?, OrderResult)])
  func kinds(kind: AgencyRecord.Kind?, result: OrderResult) throws {
    let row = Sample.row("agencies.csv", 7)
    let review = try OrderSample.review([try OrderSample.order()]) { facts in
      facts.agencies = [AgencyRecord(id: AgencyID("A1"), kind: kind, position: row)]
    }
    let finding = try #require(try OrderSample.finding(.ordersAgency, in: review))
    #expect(finding.result == result)
    #expect((finding.record == row) == (result != .met))
  }

  @Test("An agency in no row is missing evidence, at the order's own row")
  func unlisted() throws {
    let review = try OrderSample.review([try OrderSample.order()]) { $0.agencies = [] }
    let finding = try #require(try OrderSample.finding(.ordersAgency, in: review))
    #expect(finding.result == .missingEvidence)
    #expect(finding.record == Sample.row("orders.csv", 2))
  }

  @Test("Without the table the rule is not applied and says so")
  func absent() throws {
    let review = try OrderSample.review([try OrderSample.order()])
    #expect(try OrderSample.finding(.ordersAgency, in: review) == nil)
    let tally = try #require(review.tallies.first { $0.requirement.key == .ordersAgency })
    #expect(!tally.isApplied && tally.missingInput == "agencies.csv" && tally.reason != nil)
  }
}
