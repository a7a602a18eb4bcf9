import CallOff
import Policy
import Quantities
import Testing

@Suite struct OrderReviewTests {
  @Test("Every rule counts every order once, and the flags are the findings that need a look")
  func tallies() throws {
    let orders = try (0..<40).map { number in
      try OrderSample.order(
        "O\(number)", on: number % 4 == 0 ? "2027-05-01" : "2026-05-01",
        units: number % 3 == 0 ? 20_000_000 : 100, agency: "A\(number % 5)", line: number + 2)
    }
    let review = try OrderSample.review(orders) { facts in
      facts.agencies = (0..<4).map { number in
        AgencyRecord(
          id: AgencyID("A\(number)"), kind: number == 0 ? .other : .school,
          position: Sample.row("agencies.csv", number + 2))
      }
    }
    for tally in review.tallies {
      let counts = [
        tally.metCount, tally.flaggedCount, tally.missingCount, tally.pendingCount,
        tally.unjudgedCount,
      ]
      #expect(counts.reduce(0, +) == orders.count)
    }
    let flagged = orders.filter { order in
      review.findings(of: order).contains { $0.result.isFlag }
    }
    #expect(review.flaggedOrderCount == flagged.count)
    for order in orders {
      #expect(
        review.flags(of: order.id) == review.findings(of: order).filter { $0.result.isFlag })
    }
    // Outside the period: every fourth. Large without approval: every third. Agencies: two of five.
    let counts = Dictionary(
      uniqueKeysWithValues: review.tallies.map {
        ($0.requirement.name, [$0.flaggedCount, $0.missingCount])
      })
    #expect(counts["contract_period"] == [10, 0])
    #expect(counts["approval"] == [0, 14])
    #expect(counts["agency"] == [8, 8])
  }

  @Test("A flag changes no fee")
  func fees() throws {
    let outside = try OrderSample.order(on: "2027-05-01")
    let inside = try OrderSample.order(on: "2026-05-01")
    let fees = try [outside, inside].map { try Sample.ledger([$0]).assessments[0].netFee }
    #expect(fees[0] == fees[1])
    #expect(fees[0] > .zero)
    #expect(try OrderSample.review([outside]).flaggedOrderCount == 1)
  }

  @Test("A policy that says nothing of orders gives no finding")
  func withoutPolicy() throws {
    let review = OrderReview(
      [try OrderSample.order(on: "2030-01-01")], facts: OrderFacts(),
      contracts: try ContractCalendar(own: Sample.contract()), policies: OrderPolicies(own: nil))
    #expect(review.tallies.isEmpty)
    #expect(review.flaggedOrderCount == 0)
  }

  @Test("An order is judged by the parameters of its own contract")
  func contracts() throws {
    let order = try OrderSample.order(caseNumber: "1120206")
    var facts = OrderFacts()
    facts.columns = .dataLocationChecks
    let review = OrderReview(
      [order], facts: facts, contracts: try ContractCalendar(own: Sample.contract()),
      policies: OrderPolicies(
        own: try OrderSample.policy(),
        byCaseNumber: ["1120206": try OrderSample.policy([.ordersDataLocation: "not-asked"])]))
    #expect(try OrderSample.finding(.ordersDataLocation, in: review) == nil)
  }
}
