import CallOff
import Policy
import Quantities
import Testing

@Suite struct FeeRuleTests {
  @Test(
    "NT$1,000,000 at 1 % and 1.1 %, gross and net-of, comes to the domain's figures",
    arguments: [
      ("1%", FeeBase.gross, 10_000), ("1.1%", .gross, 11_000),
      ("1%", .netOf, 9_901), ("1.1%", .netOf, 10_880),
    ] as [(String, FeeBase, Int64)])
  func workedFigures(rate: String, base: FeeBase, units: Int64) throws {
    for mode in FeeMode.allCases {
      let rule = try FeeRule(
        table: Sample.table([(0, rate)]), policy: FeePolicy(mode: mode, base: base))
      let fee = try rule.fee(of: Sample.order(cents: 100_000_000))
      #expect(fee.charged == (try Money(units: units)))
    }
  }

  @Test(
    "A lower bound belongs to its own tier, to the cent",
    arguments: [
      (99_999_999, 0, 1_100_000), (100_000_000, 1, 1_000_000), (100_000_001, 1, 1_000_000),
    ] as [(Int64, Int, Int64)])
  func boundary(cents: Int64, tier: Int, feeCents: Int64) throws {
    let rule = try FeeRule(table: Sample.twoTiers(), policy: FeePolicy())
    let fee = try rule.fee(of: Sample.order(cents: cents))
    #expect(fee.tierIndex == tier)
    #expect(fee.charged.minorUnits == feeCents)
    #expect(fee.effectiveRate == rule.table.tiers[tier].rate)
    #expect(fee.slices.map(\.amount.minorUnits) == [cents])
  }

  @Test(
    "By quantity the unit below the bound, the bound and the unit above it",
    arguments: [(9, 0, 99), (10, 1, 100), (11, 1, 110)] as [(Int64, Int, Int64)])
  func boundaryByQuantity(quantity: Int64, tier: Int, units: Int64) throws {
    let rule = try FeeRule(
      table: Sample.table([(0, "1.1%"), (1_000, "1%")]), policy: FeePolicy(tierBy: .quantity))
    let fee = try rule.fee(of: Sample.order(quantity: quantity, cents: 100_000))
    #expect(fee.tierIndex == tier)
    #expect(fee.charged == (try Money(units: units)))
  }

  @Test("Marginal slices are charged each at its own rate, and the rate is fee ÷ amount")
  func marginal() throws {
    let rule = try FeeRule(table: Sample.twoTiers(), policy: FeePolicy(mode: .marginal))
    let fee = try rule.fee(of: Sample.order(cents: 150_000_000))
    // 1,000,000 × 1.1 % + 500,000 × 1 % = 16,000 = 1,500,000 × 4/375.
    #expect(fee.charged == (try Money(units: 16_000)))
    #expect(fee.slices.map(\.amount.minorUnits) == [100_000_000, 50_000_000])
    #expect(fee.effectiveRate.value == (try Rational(4, over: 375)))
  }

  @Test("Marginal by quantity takes units × unit price for a slice")
  func marginalByQuantity() throws {
    let rule = try FeeRule(
      table: Sample.table([(0, "1.1%"), (1_000, "1%")]),
      policy: FeePolicy(mode: .marginal, tierBy: .quantity))
    let fee = try rule.fee(of: Sample.order(quantity: 25, cents: 10_000_000))
    // 10 × 100,000 × 1.1 % + 15 × 100,000 × 1 %.
    #expect(fee.charged == (try Money(units: 26_000)))
    #expect(fee.slices.map(\.tierIndex) == [0, 1])
  }

  @Test("Slices are summed exactly and rounded once")
  func roundedOnce() throws {
    // Two slices of NT$0.25 each round to 0; their sum of NT$0.50 rounds to 1.
    let rule = try FeeRule(
      table: Sample.table([(0, "0.01"), (2_500, "0.02")]), policy: FeePolicy(mode: .marginal))
    let fee = try rule.fee(of: Sample.order(cents: 3_750))
    #expect(fee.exact == Rational(50))
    #expect(fee.charged.minorUnits == 100)
  }

  @Test("The cap applies last, to the rounded fee")
  func cap() throws {
    let order = try Sample.order(cents: 15_050)
    let exactly = try FeeRule(
      table: Sample.table([(0, "0.01")]), policy: FeePolicy(cap: Money(minorUnits: 200))
    ).fee(of: order)
    #expect(exactly.rounded.minorUnits == 200)
    #expect(!exactly.isCapped)
    let below = try FeeRule(
      table: Sample.table([(0, "0.01")]), policy: FeePolicy(cap: Money(minorUnits: 199))
    ).fee(of: order)
    #expect(below.charged.minorUnits == 199)
    #expect(below.isCapped)
  }

  @Test("An order that no tier covers is an error at its row", arguments: FeeMode.allCases)
  func noTier(mode: FeeMode) throws {
    let rule = try FeeRule(
      table: Sample.table([(10_000, "1%")]), policy: FeePolicy(mode: mode))
    let problem = try #require(throws: FeeProblem.self) {
      try rule.fee(of: Sample.order("O7", cents: 9_999, line: 9))
    }
    #expect(problem.position == Sample.row("orders.csv", 9))
    #expect(problem.column == "unit_price")
    guard case .coverage(.noTier(let id, _, _)) = problem.reason else {
      Issue.record("was \(problem.reason)")
      return
    }
    #expect(id == OrderID("O7"))
    #expect(problem.phrase.english.contains("NT$99.99"))
    #expect(problem.phrase.traditionalChinese.contains("NT$100"))
  }

  @Test("Under marginal tiers a slice below the first bound has no rate, so the order is an error")
  func sliceWithoutRate() throws {
    let table = try Sample.table([(10_000, "1%")])
    let order = try Sample.order(cents: 20_000)
    let slab = try FeeRule(table: table, policy: FeePolicy()).fee(of: order)
    #expect(slab.charged.minorUnits == 200)
    let problem = try #require(throws: FeeProblem.self) {
      try FeeRule(table: table, policy: FeePolicy(mode: .marginal)).fee(of: order)
    }
    guard case .coverage(.sliceWithoutRate) = problem.reason else {
      Issue.record("was \(problem.reason)")
      return
    }
  }

  @Test("A fee or a quantity that does not fit is an error at its row")
  func overflow() throws {
    let rule = try FeeRule(table: Sample.table([(0, "1000000000000")]), policy: FeePolicy())
    let price = try #require(throws: FeeProblem.self) {
      try rule.fee(of: Sample.order(cents: 999_999_999_999_999, line: 4))
    }
    #expect(price.position?.line == 4)
    guard case .overflow = price.reason else {
      Issue.record("was \(price.reason)")
      return
    }
    let byQuantity = try FeeRule(
      table: Sample.table([(0, "1%")]), policy: FeePolicy(tierBy: .quantity))
    let quantity = try #require(throws: FeeProblem.self) {
      try byQuantity.fee(of: Sample.order(quantity: .max / 50, cents: 1))
    }
    #expect(quantity.column == "quantity")
  }
}
