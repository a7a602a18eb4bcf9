import CallOff
import Policy
import Quantities
import Testing

@Suite struct ApprovalRuleTests {
  @Test(
    "From the threshold on an order needs an approval that is not later than the order",
    arguments: [
      (9_999_999, nil, OrderResult.met), (10_000_000, nil, .missingEvidence),
      (10_000_000, "2026-04-30", .met), (10_000_000, "2026-05-01", .met),
      (10_000_000, "2026-05-02", .flagged), (10_000_001, "2026-04-01", .met),
    ] as [(Int64, String?, OrderResult)])
  func threshold(units: Int64, approvedOn: String?, result: OrderResult) throws {
    let order = try OrderSample.order(units: units) {
      $0.superiorApprovedOn = try approvedOn.map(Sample.day)
    }
    let review = try OrderSample.review([order]) { $0.columns = .approvals }
    #expect(try OrderSample.finding(.ordersApproval, in: review)?.result == result)
  }

  @Test("Without a column of approvals the need for one is said")
  func withoutColumn() throws {
    let review = try OrderSample.review([try OrderSample.order(units: 10_000_000)])
    let finding = try #require(try OrderSample.finding(.ordersApproval, in: review))
    #expect(finding.result == .missingEvidence)
    #expect(finding.reason.english.contains("needs the superior's approval (Art. 6 IV)"))
    #expect(finding.requirement.rule.basis == .law)
  }

  @Test("The threshold is the policy's; without one no order needs an approval")
  func policy() throws {
    let order = try OrderSample.order(units: 100)
    let low = try OrderSample.policy([.ordersInspectionThreshold: "100"])
    let none = try OrderSample.policy([.ordersInspectionThreshold: "none"])
    #expect(
      try OrderSample.finding(.ordersApproval, in: OrderSample.review([order], low))?.result
        == .missingEvidence)
    let huge = try OrderSample.order(units: 900_000_000)
    #expect(
      try OrderSample.finding(.ordersApproval, in: OrderSample.review([huge], none))?.result
        == .met)
  }
}
