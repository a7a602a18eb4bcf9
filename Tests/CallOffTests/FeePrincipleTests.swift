import CallOff
import Policy
import Quantities
import Testing

@Suite struct FeePrincipleTests {
  @Test("1.1 % exceeds the principle of 1 %: flagged and noted, charged all the same")
  func aboveOnePercent() throws {
    let orders = try [
      Sample.order("O1", cents: 50_000_000), Sample.order("O2", cents: 200_000_000),
    ]
    let ledger = try Sample.ledger(orders)
    #expect(ledger.assessments.map { $0.flags.contains(.abovePrinciple) } == [true, false])
    #expect(ledger.assessments[0].netFee == (try Money(units: 5_500)))
    #expect(ledger.notes.contains(.tiersAbovePrinciple([0])))
  }

  @Test("A fee of exactly 1 % that is rounded up is not above the principle")
  func roundedUp() throws {
    let table = try Sample.table([(0, "1%")])
    let ledger = try Sample.ledger([Sample.order(cents: 105_000)], table: table)
    #expect(ledger.assessments[0].netFee.minorUnits == 1_100)
    #expect(!ledger.assessments[0].flags.contains(.abovePrinciple))
    #expect(!ledger.notes.contains { if case .tiersAbovePrinciple = $0 { true } else { false } })
  }

  @Test("A cap can bring a fee under the principle")
  func capped() throws {
    let ledger = try Sample.ledger(
      [Sample.order(cents: 50_000_000)], policy: FeePolicy(cap: Money(units: 5_000)))
    #expect(!ledger.assessments[0].flags.contains(.abovePrinciple))
    #expect(ledger.assessments[0].flags.contains(.capped(from: try Money(units: 5_500))))
  }

  @Test(
    "Net-of 1.1 % is 1.088 % of the amount; net-of 1.01 % is below 1 %",
    arguments: [("1.1%", true), ("1.01%", false)])
  func netOf(rate: String, isAbove: Bool) throws {
    let rule = try FeeRule(
      table: Sample.table([(0, rate)]), policy: FeePolicy(base: .netOf))
    #expect(rule.tiersAbovePrinciple == (isAbove ? [0] : []))
  }

  @Test("One rate for every order is noted: the fee must vary")
  func flat() throws {
    let tables = try [
      (Sample.table([(0, "1%")]), true), (Sample.table([(0, "1%"), (100, "1%")]), true),
      (Sample.twoTiers(), false),
    ]
    for (table, isFlat) in tables {
      let notes = try Sample.ledger([Sample.order(cents: 100)], table: table).notes
      #expect(notes.contains(.flatTiers) == isFlat)
    }
    #expect(FeeNote.flatTiers.rule?.basis == .law)
  }
}
