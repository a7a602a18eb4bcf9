import CallOff
import Policy
import Quantities
import Testing

/// Fees in small whole numbers are those of the rule, for orders of whole NT$.
@Suite struct FeeLadderTests {
  private static func policy(
    _ mode: FeeMode, _ base: FeeBase, _ rounding: Rounding, cap: Int64?
  ) -> FeePolicy {
    FeePolicy(
      mode: mode, base: base, rounding: rounding, cap: cap.map { Money(minorUnits: $0 * 100) })
  }

  private static let policies: [FeePolicy] = FeeMode.allCases.flatMap { mode in
    FeeBase.allCases.flatMap { base in
      Rounding.allCases.flatMap { rounding in
        [nil, 250].map { policy(mode, base, rounding, cap: $0) }
      }
    }
  }

  @Test("Around every bound, and of every size, as the rule has them", arguments: 0..<12)
  func agreesWithTheRule(seed: Int) throws {
    var numbers = TestNumbers(seed: UInt64(seed))
    for policy in FeeLadderTests.policies {
      var bounds: [Int64] = [0]
      while bounds.count < 1 + numbers.next(below: 4) {
        // Hundredths, so that some bounds are not whole NT$.
        bounds.append(bounds[bounds.count - 1] + 1 + Int64(numbers.next(below: 9_000_000)))
      }
      let table = try Sample.table(bounds.map { ($0, "0.0\(1_000 + numbers.next(below: 9_000))") })
      let rule = try FeeRule(table: table, policy: policy)
      guard let ladder = FeeLadder(try FeeFormula(rule)) else { continue }
      let near = bounds.flatMap { bound in (-2...2).map { bound / 100 + $0 } }
      let some = (0..<20).map { _ in
        Int64(numbers.next(below: 1 << (1 + numbers.next(below: 32))))
      }
      for amount in near + some where amount > 0 && amount <= ladder.largestAmount {
        let order = try Sample.order(quantity: 1, cents: amount * 100)
        let expected = try rule.fee(of: order).charged.minorUnits
        #expect(ladder.fee(of: amount) * 100 == expected, "\(amount) \(bounds) \(policy)")
      }
    }
  }

  @Test("The rates of the notice have a ladder up to amounts that no order reaches")
  func common() throws {
    for policy in FeeLadderTests.policies {
      let table = try Sample.table([(0, "1.1%"), (5_000_000_00, "1%")])
      let ladder = try #require(FeeLadder(try FeeFormula(FeeRule(table: table, policy: policy))))
      #expect(ladder.largestAmount >= 1_000_000_000)
    }
  }

  @Test("Tiers by quantity, tiers above 0 and odd caps are left to the formula")
  func none() throws {
    let table = try Sample.table([(0, "1%")])
    let high = try Sample.table([(500, "1%")])
    func ladder(_ table: FeeTierTable, _ policy: FeePolicy) throws -> FeeLadder? {
      FeeLadder(try FeeFormula(FeeRule(table: table, policy: policy)))
    }
    #expect(try ladder(table, FeePolicy()) != nil)
    #expect(try ladder(table, FeePolicy(tierBy: .quantity)) == nil)
    #expect(try ladder(high, FeePolicy()) == nil)
    #expect(try ladder(table, FeePolicy(cap: Money(minorUnits: 12_345))) == nil)
    // One divided by a large prime: no small divisor.
    let fine = try Sample.table([(0, "0.0123456789012")])
    #expect(try ladder(fine, FeePolicy()) == nil)
  }
}
