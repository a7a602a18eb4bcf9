import CallOff
import Pipeline
import Policy
import Pricing
import Quantities
import Tendering
import Testing

/// The stages that a case has the tables for, and the names of the rest.
@Suite("Case run")
struct CaseRunTests {
  /// Which of the deciding tables a case has.
  struct Tables: Sendable, CustomTestStringConvertible {
    let items: Bool
    let bids: Bool
    let orders: Bool
    let feeTiers: Bool

    var testDescription: String {
      "items \(items), bids \(bids), orders \(orders), tiers \(feeTiers)"
    }

    static let all = (0..<16).map { bits in
      Tables(
        items: bits & 1 != 0, bids: bits & 2 != 0, orders: bits & 4 != 0, feeTiers: bits & 8 != 0)
    }
  }

  private static func input(
    _ tables: Tables = Tables(items: true, bids: true, orders: true, feeTiers: true)
  ) throws -> Case {
    var input = SmallCase.empty()
    if tables.items {
      input.items = [SmallCase.item("A")]
      input.evidence = [SmallCase.quote("A", 1_000)]
    }
    if tables.bids { input.bids = [SmallCase.bid("A", "V1", 900)] }
    if tables.orders { input.orders = [try SmallCase.order("O1", 1_000)] }
    if tables.feeTiers { input.feeTiers = try SmallCase.tiers([(0, 10)]) }
    return input
  }

  private static func run(
    _ input: Case, _ policy: PolicyView? = nil
  ) throws -> CaseRun {
    try CaseRun(input, policy: policy ?? SmallPolicy.view(), bootstrap: nil)
  }

  @Test(
    "runs the stages whose tables are there and names the first missing one", arguments: Tables.all)
  func stages(tables: Tables) throws {
    let run = try CaseRunTests.run(try CaseRunTests.input(tables))
    #expect((run.reserve != nil) == tables.items)
    #expect((run.tender != nil) == (tables.items && tables.bids))
    #expect((run.callOff != nil) == (tables.orders && tables.feeTiers))

    var missing: [CaseRun.Stage: String] = [:]
    if !tables.bids { missing[.award] = "bids.csv" }
    if !tables.items { (missing[.reserve], missing[.award]) = ("items.csv", "items.csv") }
    if !tables.feeTiers { missing[.fees] = "fee_tiers.csv" }
    if !tables.orders { missing[.fees] = "orders.csv" }
    let skipped = CaseRun.Stage.allCases.filter { missing[$0] != nil }
    #expect(run.skipped.map(\.stage) == skipped)
    #expect(run.skipped.map(\.missingFile) == skipped.compactMap { missing[$0] })
  }

  @Test("takes a price through all stages")
  func wholePipeline() throws {
    let run = try CaseRunTests.run(try CaseRunTests.input())
    #expect(run.reserve?.items.map(\.reservePrice) == [SmallCase.money(1_000)])
    #expect(try run.tender?.awardedSum() == SmallCase.money(900))
    #expect(try run.callOff?.netFee() == SmallCase.money(10))
  }

  @Test("an empty table is a table")
  func emptyTables() throws {
    var input = try CaseRunTests.input()
    input.bids = []
    input.orders = []
    let run = try CaseRunTests.run(input)
    #expect(run.skipped.isEmpty)
    #expect(run.tender?.awards.map(\.outcome) == [.failed(.noBids)])
    #expect(try run.callOff?.netFee() == .zero)
  }

  @Test("an item without evidence fails alone")
  func oneBadItem() throws {
    var input = try CaseRunTests.input()
    input.items = [SmallCase.item("bare"), SmallCase.item("A")]
    input.bids = [SmallCase.bid("bare", "V1", 5), SmallCase.bid("A", "V1", 900)]
    let tender = try #require(try CaseRunTests.run(input).tender)
    #expect(tender.bidAwards.map(\.bid.outcomeText) == ["no-reserve", "awarded"])
  }

  @Test(
    "needs the parameters of its own stages only",
    arguments: PolicyKey.allCases.filter {
      !$0.isOfScreening && !$0.isOfCalendar && !$0.isOfOrders
    })
  func missingParameter(key: PolicyKey) throws {
    let policy = try SmallPolicy.view(missing: [key])
    let isOfFees = key.rawValue.hasPrefix("fee.")
    let isOfAward = key.rawValue.hasPrefix("award.")
    let withIt = Tables(items: !isOfFees, bids: isOfAward, orders: isOfFees, feeTiers: isOfFees)
    let withoutIt = Tables(
      items: isOfFees || isOfAward, bids: isOfFees, orders: !isOfFees, feeTiers: !isOfFees)
    _ = try CaseRunTests.run(try CaseRunTests.input(withoutIt), policy)
    let error = #expect(throws: CaseRun.Failure.self) {
      try CaseRunTests.run(try CaseRunTests.input(withIt), policy)
    }
    guard case .policy(.missing(let missing, file: "test.yaml")) = error else {
      Issue.record("expected the missing parameter, not \(String(describing: error))")
      return
    }
    #expect(missing == key)
  }

  @Test("has no result where a vendor bids twice for an item")
  func repeatedBid() throws {
    var input = try CaseRunTests.input()
    input.bids = [SmallCase.bid("A", "V1", 900), SmallCase.bid("A", "V1", 901, line: 3)]
    let error = #expect(throws: CaseRun.Failure.self) { try CaseRunTests.run(input) }
    guard case .input(tender: let problems, fees: []) = error else {
      Issue.record("expected a problem of the tender, not \(String(describing: error))")
      return
    }
    #expect(problems.map(\.position.line) == [3])
  }

  @Test("names what is wrong in every stage at once")
  func problemsOfBothStages() throws {
    var input = try CaseRunTests.input()
    input.bids = [SmallCase.bid("A", "V1", 900), SmallCase.bid("A", "V1", 901, line: 3)]
    input.orders = [try SmallCase.order("O1", 1_000), try SmallCase.order("O1", 1_000)]
    let error = #expect(throws: CaseRun.Failure.self) { try CaseRunTests.run(input) }
    guard case .input(let tender, let fees) = error else {
      Issue.record("expected problems of the input, not \(String(describing: error))")
      return
    }
    #expect(tender.count == 1)
    #expect(fees.count == 1)
  }

  @Test("has no result where an order stands twice, or a contract has two periods")
  func feeProblems() throws {
    var repeated = try CaseRunTests.input()
    repeated.orders = [try SmallCase.order("O1", 1_000), try SmallCase.order("O1", 1_000)]
    var contradictory = try CaseRunTests.input()
    contradictory.otherContracts = [
      Contract(
        caseNumber: SmallCase.contract.caseNumber, start: SmallCase.contract.start,
        end: SmallCase.contract.end + 1)
    ]
    for input in [repeated, contradictory] {
      let error = #expect(throws: CaseRun.Failure.self) { try CaseRunTests.run(input) }
      guard case .input(tender: [], fees: let problems) = error else {
        Issue.record("expected a problem of the fees, not \(String(describing: error))")
        continue
      }
      #expect(problems.count == 1)
    }
  }
}
