import CallOff
import Policy
import Quantities
import Testing

@Suite struct FeeTierTableTests {
  @Test("A table needs a tier and strictly ascending bounds")
  func ascending() {
    let tier = { (bound: Int64) in
      FeeTier(lowerBoundHundredths: bound, rate: .zero, position: Sample.row("t.csv", 2))
    }
    #expect(FeeTierTable(name: "t", tiers: []) == nil)
    #expect(FeeTierTable(name: "t", tiers: [tier(1), tier(1)]) == nil)
    #expect(FeeTierTable(name: "t", tiers: [tier(2), tier(1)]) == nil)
    #expect(FeeTierTable(name: "t", tiers: [tier(1), tier(2)])?.tiers.count == 2)
  }

  @Test("Looking a tier up finds what trying every tier finds", arguments: 1...9)
  func lookup(count: Int) throws {
    let table = try Sample.table((1...count).map { (Int64($0 * 3), "1%") })
    for hundredths in Int64(0)...Int64(count * 3 + 4) {
      let expected = table.tiers.lastIndex { $0.lowerBoundHundredths <= hundredths }
      #expect(table.tierIndex(coveringHundredths: hundredths) == expected)
    }
  }

  @Test("Upper bounds are the next tier's lower ones")
  func upperBounds() throws {
    let table = try Sample.table([(0, "1%"), (50, "2%")])
    #expect(table.upperBoundHundredths(ofTier: 0) == 50)
    #expect(table.upperBoundHundredths(ofTier: 1) == nil)
    #expect(table.upperBoundHundredths(ofTier: 7) == nil)
  }

  @Test("Tiers by quantity start at whole units; those by amount may start at cents")
  func wholeUnits() throws {
    let table = try Sample.table([(0, "1%"), (1_050, "2%"), (2_000, "3%")])
    #expect(table.problems(by: .amount).isEmpty)
    #expect(
      table.problems(by: .quantity) == [
        FeeProblem(
          .table(.fractionalQuantityBound), at: Sample.row("tiers.csv", 3), column: "lower_bound")
      ])
    #expect(throws: FeeProblems.self) {
      try FeeRule(table: table, policy: FeePolicy(tierBy: .quantity))
    }
  }

  @Test("A bound below 0 is an error", arguments: TierMeasure.allCases)
  func negative(measure: TierMeasure) throws {
    let problems = try Sample.table([(-100, "1%"), (0, "2%")]).problems(by: measure)
    #expect(problems.map(\.reason) == [.table(.negativeBound)])
  }

  @Test("A demonstration says so in its name")
  func demonstration() throws {
    #expect(try Sample.table([(0, "1%")], name: "fee_tiers_DEMO.csv").isDemonstration)
    #expect(try !Sample.table([(0, "1%")], name: "fee_tiers.csv").isDemonstration)
  }
}
