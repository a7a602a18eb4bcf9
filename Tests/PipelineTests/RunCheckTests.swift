import CallOff
import Policy
import Quantities
import Tendering
import Testing

@testable import Pipeline

/// Numbers that are arrived at apart and have to agree.
@Suite("Run checks")
struct RunCheckTests {
  private static func input() throws -> Case {
    var input = SmallCase.empty()
    input.items = [SmallCase.item("A"), SmallCase.item("B"), SmallCase.item("bare")]
    input.evidence = [
      SmallCase.quote("A", 1_000), SmallCase.quote("A", 1_100, id: "Q2"), SmallCase.quote("B", 500),
    ]
    input.bids =
      (1...9).map { SmallCase.bid("A", "V\($0)", 900 + Int64($0)) }
      + [SmallCase.bid("B", "V1", 501), SmallCase.bid("B", "V2", 480, status: .disqualified)]
      + (1...2).map { SmallCase.bid("bare", "V\($0)", 700) }
    let ruling = SmallCase.contract.start + 40
    input.orders = [
      try SmallCase.order("O1", 1_000_000), try SmallCase.order("O2", 12_345, quantity: 3),
      try SmallCase.order("O3", 5_000, status: .cancelled(returnedOn: nil, ruledOn: ruling)),
      try SmallCase.order("O4", 5_000, status: .returnPending(returnedOn: nil)),
    ]
    input.feeTiers = try SmallCase.tiers([(0, 11), (1_000_000_00, 10)])
    input.collections = [
      CallOff.Collection(
        orderID: OrderID("O1"), collectedOn: SmallCase.contract.end, amount: SmallCase.money(4_000),
        position: SmallCase.position("collections.csv", 2))
    ]
    return input
  }

  private static func checks(_ input: Case, _ policy: PolicyView) throws -> [RunCheck] {
    try CaseRun(input, policy: policy, bootstrap: nil).checks()
  }

  @Test(
    "hold in a sound case under every tie rule and rounding", arguments: TieRule.allCases,
    Rounding.allCases)
  func hold(tie: TieRule, rounding: Rounding) throws {
    let policy = try SmallPolicy.view([
      .awardTie: tie.rawValue, .awardRounding: rounding.rawValue, .feeMode: "marginal",
    ])
    let checks = try RunCheckTests.checks(try RunCheckTests.input(), policy)
    #expect(checks.count == 15)
    #expect(checks.filter { !$0.holds }.isEmpty)
  }

  @Test("expect the rows that the input has")
  func expectations() throws {
    let checks = try RunCheckTests.checks(try RunCheckTests.input(), try SmallPolicy.view())
    // Evidence twice, a zero of rounding, bids, winners of A (0.9 × 9 = 8.1), two zeros, orders, the
    // fees accrued, a zero, orders: 10,000 + 407.385 → 407 + 55 in cents; the pending order accrues
    // nothing, and the cancelled one reverses 55. Then the payment, a breach, orders by year, two zeros
    // of tiers.
    #expect(
      checks.map(\.expected) == [
        3, 3, 0, 13, 8, 0, 0, 4, 10_462_00, 55_00, 4_000_00, 0, 4, 0, 0,
      ])
  }

  @Test("leave out stages that did not run")
  func skippedStages() throws {
    var input = try RunCheckTests.input()
    input.bids = nil
    input.orders = nil
    #expect(try RunCheckTests.checks(input, try SmallPolicy.view()).count == 3)
    input.items = nil
    #expect(try RunCheckTests.checks(input, try SmallPolicy.view()).isEmpty)
  }

  @Test("find evidence that no item takes")
  func strayEvidence() throws {
    var input = try RunCheckTests.input()
    input.evidence?.append(SmallCase.quote("stray", 1))
    let failed = try RunCheckTests.checks(input, try SmallPolicy.view()).filter { !$0.holds }
    #expect(failed.map(\.title.english) == ["every row of evidence belongs to a priced item"])
    #expect(failed.map(\.expected) == [4])
    #expect(failed.map(\.found) == [3])
  }

  @Test("find bids that no item takes")
  func strayBid() throws {
    var input = try RunCheckTests.input()
    input.bids?.insert(SmallCase.bid("stray", "V1", 1), at: 0)
    let failed = try RunCheckTests.checks(input, try SmallPolicy.view()).filter { !$0.holds }
    #expect(failed.map(\.title.english) == ["every bid has an outcome"])
    #expect(failed.map(\.expected) == [14])
    #expect(failed.map(\.found) == [13])
  }

  @Test("hold when both numbers agree, and only then", arguments: -1...1)
  func agreement(difference: Int64) {
    let check = RunCheck(
      key: "x", title: Phrase(verbatim: "x"), expected: 5, found: 5 + difference)
    #expect(check.holds == (difference == 0))
  }
}
