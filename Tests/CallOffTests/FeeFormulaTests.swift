import CallOff
import Policy
import Quantities
import Testing

/// The worked-out formula charges what counting every cent or unit charges, and what the rule does.
@Suite struct FeeFormulaTests {
  private static let tables: [(bounds: [Int64], thousandths: [Int128])] = [
    ([0], [10]), ([0, 100], [11, 10]), ([0, 40, 300], [11, 10, 0]),
    ([0, 7, 8, 350], [3, 0, 11, 10]),
  ]

  @Test("Every small order under every policy", arguments: allFeePolicies)
  func smallOrders(policy: FeePolicy) throws {
    for (bounds, thousandths) in FeeFormulaTests.tables {
      let oracle = FeeOracle(bounds: bounds, thousandths: thousandths, policy: policy)
      let formula = try FeeFormula(FeeRule(table: oracle.table(), policy: policy))
      for quantity in [1, 2, 7, 8, 39, 40, 41, 99, 100, 301] as [Int64] {
        for cents in [1, 3, 20] as [Int64] {
          let fee = formula.fee(
            quantity: quantity, unitPrice: Money(minorUnits: cents),
            amount: Money(minorUnits: quantity * cents))
          #expect(fee?.minorUnits == oracle.fee(quantity: quantity, unitCents: cents))
        }
      }
    }
  }

  @Test("Orders of every size, as the rule explains them", arguments: 0..<40)
  func agreesWithTheRule(seed: Int) throws {
    var numbers = TestNumbers(seed: UInt64(seed))
    let policy = allFeePolicies[numbers.next(below: allFeePolicies.count)]
    var bounds: [Int64] = [0]
    while bounds.count < 4 {
      bounds.append(bounds[bounds.count - 1] + 100 * Int64(1 + numbers.next(below: 90_000)))
    }
    let table = try Sample.table(bounds.map { ($0, "0.0\(numbers.next(below: 90_000) + 10_000)") })
    let rule = try FeeRule(table: table, policy: policy)
    let formula = try FeeFormula(rule)
    for _ in 0..<60 {
      let order = try Sample.order(
        quantity: Int64(1 + numbers.next(below: 1 << (1 + numbers.next(below: 24)))),
        cents: Int64(1 + numbers.next(below: 1 << (1 + numbers.next(below: 36)))))
      let fee = formula.fee(
        quantity: order.quantity, unitPrice: order.unitPrice, amount: order.amount)
      #expect(fee == (try rule.fee(of: order).charged))
    }
  }

  @Test("An order below the first tier has no fee, and marginal tiers must start at 0")
  func uncovered() throws {
    let table = try Sample.table([(500, "1%")])
    let fee = { (mode: FeeMode, cents: Int64) throws in
      try FeeFormula(FeeRule(table: table, policy: FeePolicy(mode: mode))).fee(
        quantity: 1, unitPrice: Money(minorUnits: cents), amount: Money(minorUnits: cents))
    }
    #expect(try fee(.slab, 499) == nil)
    #expect(try fee(.slab, 5_000) == Money(minorUnits: 100))
    #expect(try fee(.marginal, 5_000) == nil)
  }

  @Test("What does not fit has no fee")
  func overflow() throws {
    let table = try Sample.table([(0, "0.00000000000000001"), (100, "0.99999999999999999")])
    let formula = try FeeFormula(FeeRule(table: table, policy: FeePolicy(tierBy: .quantity)))
    let amount = Money(minorUnits: .max)
    #expect(formula.fee(quantity: .max, unitPrice: Money(minorUnits: 1), amount: amount) == nil)
    #expect(formula.fee(quantity: 9, unitPrice: amount, amount: amount) != nil)
  }
}
