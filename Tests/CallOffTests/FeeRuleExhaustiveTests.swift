import CallOff
import Policy
import Quantities
import Testing

@Suite struct FeeRuleExhaustiveTests {
  /// Bounds in cents or units, chosen so that orders fall on, below and above them.
  static let bounds: [[Int64]] = [[0], [0, 7], [0, 7, 30], [5], [1, 30]]
  static let rates: [[Int128]] = [
    [10, 11, 12], [11, 10, 9], [333, 0, 500], [0, 999, 1], [125, 125, 250],
  ]

  @Test("Small tables, every choice: the fee is what counting gives", arguments: allFeePolicies)
  func matchesCounting(policy: FeePolicy) throws {
    // Mismatches are gathered, since an expectation costs more than a fee.
    var mismatches: [String] = []
    var chargedCount = 0
    for bounds in Self.bounds {
      for rates in Self.rates {
        let oracle = FeeOracle(
          bounds: bounds, thousandths: Array(rates.prefix(bounds.count)), policy: policy)
        let rule = try FeeRule(table: oracle.table(), policy: policy)
        for quantity in Int64(1)...33 {
          for unitCents in [1, 37, 60] as [Int64] {
            let order = try Sample.order(quantity: quantity, cents: unitCents)
            let expected = oracle.fee(quantity: quantity, unitCents: unitCents)
            let actual = (try? rule.fee(of: order))?.charged.minorUnits
            if actual != expected {
              mismatches.append("\(bounds) \(rates), \(quantity) × \(unitCents)")
            }
            chargedCount += (expected ?? 0) > 0 ? 1 : 0
          }
        }
      }
    }
    #expect(mismatches.isEmpty)
    #expect(chargedCount > 0)
  }

  @Test("One cent or unit around every bound", arguments: allFeePolicies)
  func boundsByOne(policy: FeePolicy) throws {
    let oracle = FeeOracle(bounds: [0, 900, 2_000], thousandths: [110, 100, 120], policy: policy)
    let rule = try FeeRule(table: oracle.table(), policy: policy)
    for quantity in [899, 900, 901, 1_999, 2_000, 2_001] as [Int64] {
      let fee = try rule.fee(of: Sample.order(quantity: quantity, cents: 1))
      #expect(fee.charged.minorUnits == oracle.fee(quantity: quantity, unitCents: 1))
      #expect(try fee.slices.map(\.amount).total().minorUnits == quantity)
    }
  }

  @Test("Under marginal tiers no larger order pays less", arguments: allFeePolicies)
  func marginalNeverFalls(policy: FeePolicy) throws {
    guard policy.mode == .marginal else { return }
    let oracle = FeeOracle(bounds: [0, 20, 55], thousandths: [500, 10, 300], policy: policy)
    let rule = try FeeRule(table: oracle.table(), policy: policy)
    var last = Money.zero
    for quantity in Int64(1)...90 {
      let charged = try rule.fee(of: Sample.order(quantity: quantity, cents: 40)).charged
      #expect(charged >= last)
      last = charged
    }
  }
}
