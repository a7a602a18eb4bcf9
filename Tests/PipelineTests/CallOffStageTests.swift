import CallOff
import Pipeline
import Policy
import Quantities
import Statistics
import Testing

/// The fees of a case's orders, and the same orders under other parameters.
@Suite("Call-off stage")
struct CallOffStageTests {
  private static func stage(
    _ orders: [Order], tiers: [(hundredths: Int64, thousandths: Int64)] = [(0, 10)],
    policy: FeePolicy = FeePolicy(), collections: [CallOff.Collection]? = nil
  ) throws -> CallOffStage {
    try CallOffStage(
      orders: orders, table: try #require(try SmallCase.tiers(tiers)), policy: policy,
      contracts: ContractCalendar(own: SmallCase.contract), collections: collections)
  }

  /// Amounts of slide 3's rates in the domain's own example: NT$1,000,000.
  @Test(
    "charges the rates of the deck",
    arguments: [
      (10, FeeBase.gross, 10_000), (11, .gross, 11_000), (10, .netOf, 9_901), (11, .netOf, 10_880),
    ] as [(Int64, FeeBase, Int64)])
  func rates(thousandths: Int64, base: FeeBase, feeUnits: Int64) throws {
    let stage = try CallOffStageTests.stage(
      [try SmallCase.order("O1", 1_000_000)], tiers: [(0, thousandths)],
      policy: FeePolicy(base: base))
    #expect(try stage.netFee() == SmallCase.money(feeUnits))
  }

  @Test("nets cancelled orders to 0 and leaves pending ones out")
  func standings() throws {
    let ruling = SmallCase.contract.start + 20
    let stage = try CallOffStageTests.stage([
      try SmallCase.order("O1", 1_000_000),
      try SmallCase.order("O2", 500_000, status: .cancelled(returnedOn: nil, ruledOn: ruling)),
      try SmallCase.order("O3", 200_000, status: .returnPending(returnedOn: ruling)),
    ])
    #expect(try stage.netFee() == SmallCase.money(10_000))
    let balance = try stage.ledger.balance()
    #expect(balance.accrued == SmallCase.money(15_000))
    #expect(balance.reversed == SmallCase.money(5_000))
  }

  /// Integer arithmetic on whole NT$: ⌊(2 · amount · thousandths + 1000) / 2000⌋ is half-up.
  @Test("sums the fee of every order, each rounded half-up", arguments: 0..<20)
  func bruteForce(seed: UInt64) throws {
    var stream = RandomStream(seed: seed, stream: 3)
    let amounts = (0..<50).map { _ in Int64(stream.next(below: 3_000_000)) + 1 }
    let orders = try amounts.enumerated().map { try SmallCase.order("O\($0)", $1) }
    let stage = try CallOffStageTests.stage(orders, tiers: [(0, 11), (1_000_000_00, 10)])
    let expected = amounts.reduce(Int64(0)) { sum, amount in
      sum + (2 * amount * (amount < 1_000_000 ? 11 : 10) + 1_000) / 2_000
    }
    #expect(try stage.netFee() == SmallCase.money(expected))
  }

  @Test(
    "other parameters give what a stage of its own gives", arguments: FeeMode.allCases,
    FeeBase.allCases)
  func otherParameters(mode: FeeMode, base: FeeBase) throws {
    let orders = try (1...30).map { try SmallCase.order("O\($0)", Int64($0) * 77_777) }
    let tiers: [(hundredths: Int64, thousandths: Int64)] = [(0, 11), (1_000_000_00, 10)]
    let stage = try CallOffStageTests.stage(orders, tiers: tiers)
    for rounding in Rounding.allCases {
      for tierBy in TierMeasure.allCases {
        let policy = FeePolicy(
          mode: mode, tierBy: tierBy, base: base, rounding: rounding, cap: SmallCase.money(9_000))
        let other = try CallOffStageTests.stage(orders, tiers: tiers, policy: policy)
        #expect(try stage.netFee(under: policy) == other.netFee())
      }
    }
  }

  @Test("has no fee under parameters that the tiers do not fit")
  func unusable() throws {
    let stage = try CallOffStageTests.stage(
      [try SmallCase.order("O1", 1_000)], tiers: [(0, 11), (100_50, 10)])
    #expect(stage.netFee(under: FeePolicy(tierBy: .quantity)) == nil)
    #expect(stage.netFee(under: FeePolicy(tierBy: .amount)) == SmallCase.money(10))
  }

  @Test("refuses a payment for an order that is not there")
  func unknownPayment() throws {
    let payment = CallOff.Collection(
      orderID: OrderID("O9"), collectedOn: SmallCase.contract.end, amount: SmallCase.money(1),
      position: SmallCase.position("collections.csv", 2))
    let error = #expect(throws: FeeProblems.self) {
      try CallOffStageTests.stage([try SmallCase.order("O1", 1_000)], collections: [payment])
    }
    #expect(error?.problems.map(\.reason) == [.collection(.unknownOrder(OrderID("O9")))])
  }
}
