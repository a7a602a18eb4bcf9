import Policy
import Quantities
import Tendering
import Testing

struct ReadingsComparisonTests {
  /// Lots small enough that readings often agree, large enough that they sometimes do not.
  private static func lots(seed: UInt64) -> [SampleTender] {
    var random = SmallGenerator(seed: seed)
    return (0..<60).map { _ in
      let count = Int.random(in: 0...12, using: &random)
      var sample = SampleTender(
        reserve: Int.random(in: 0..<15, using: &random) == 0 ? nil : 100,
        prices: (0..<count).map { _ in
          Int.random(in: 0..<12, using: &random) == 0
            ? nil : Int64.random(in: 85...102, using: &random)
        })
      for index in sample.offers.indices where Int.random(in: 0..<4, using: &random) == 0 {
        sample.offers[index].rebid = sample.offers[index].price - 1
      }
      return sample
    }
  }

  @Test("18 readings, the defaults first, each once")
  func allReadings() throws {
    #expect(Reading.all.count == 18)
    #expect(Set(Reading.all).count == 18)
    #expect(Reading.all.first == Reading(of: try SampleRule().policy()))
    #expect(Reading.all.first?.text == "half-up / rebid-then-lot / valid")
    for reading in Reading.all {
      #expect(Reading(of: reading.applied(to: try SampleRule().policy())) == reading)
    }
  }

  @Test(
    "Differences and totals against the oracle, reading by reading",
    arguments: [(1, nil), (2, 9), (3, nil), (4, 11)] as [(UInt64, UInt64?)])
  func againstOracle(seed: UInt64, lotSeed: UInt64?) throws {
    let lots = ReadingsComparisonTests.lots(seed: seed)
    let rest = SampleRule(lotSeed: lotSeed, matchesLowest: seed == 3)
    let comparison = ReadingsComparison(
      of: lots.map { $0.tender() }, policy: try rest.policy(), lot: try rest.rule().lot)
    let rules = Reading.all.map { reading in
      var rule = rest
      (rule.rounding, rule.tie, rule.base) = (reading.rounding, reading.tie, reading.base)
      return rule
    }
    let oracles = lots.map { lot in rules.map { BruteForceAward(of: lot, by: $0) } }

    #expect(comparison.itemCount == lots.count)
    try expectTotals(comparison, oracles)

    let differing = oracles.indices.filter { Set(oracles[$0].map(winners)).count > 1 }
    try #require(!differing.isEmpty && differing.count < lots.count)
    #expect(comparison.differences.count == differing.count)
    for (difference, index) in zip(comparison.differences, differing) {
      expectVariants(difference, lots[index], oracles[index])
    }
  }

  private func winners(_ oracle: BruteForceAward) -> [Int] {
    oracle.results.indices.filter { oracle.results[$0].outcome == "awarded" }
  }

  private func sum(_ oracle: BruteForceAward) -> Int64 {
    oracle.results.reduce(0) { $0 + ($1.contractPrice ?? 0) }
  }

  private func expectTotals(
    _ comparison: ReadingsComparison, _ oracles: [[BruteForceAward]]
  ) throws {
    #expect(comparison.totals.map(\.reading) == Reading.all)
    var sums: [Int64] = []
    for (place, total) in comparison.totals.enumerated() {
      let column = oracles.map { $0[place] }
      let results = column.flatMap(\.results)
      let pendingItems = column.count { oracle in
        oracle.results.contains { $0.outcome == "pending-tie" }
      }
      let failedItems = column.count { oracle in
        !oracle.results.contains { ["pending-tie", "awarded"].contains($0.outcome) }
      }
      sums.append(column.reduce(0) { $0 + sum($1) })
      #expect(try total.awardedSum.get().minorUnits == sums[place])
      #expect(total.awardedCount == results.count { $0.outcome == "awarded" })
      #expect(total.pendingCount == results.count { $0.outcome == "pending-tie" })
      #expect(total.pendingItemCount == pendingItems)
      #expect(total.failedItemCount == failedItems)
      #expect(total.awardedItemCount == oracles.count - pendingItems - failedItems)
    }
    let spread = try #require(sums.max()) - #require(sums.min())
    #expect(try comparison.spread.get().minorUnits == spread)
  }

  private func expectVariants(
    _ difference: ReadingsComparison.Difference, _ lot: SampleTender,
    _ oracles: [BruteForceAward]
  ) {
    let names = { (indices: [Int]) in indices.map { lot.offers[$0].vendorID }.sorted() }
    for (reading, oracle) in zip(Reading.all, oracles) {
      let variants = difference.variants.filter { $0.readings.contains(reading) }
      #expect(variants.count == 1)
      #expect(variants.first?.winners == names(winners(oracle)))
      #expect(variants.first?.awardedSum == .success(Money(minorUnits: sum(oracle))))
      let pending = oracle.results.indices.filter { oracle.results[$0].outcome == "pending-tie" }
      #expect(variants.first?.pending == names(pending))
    }
    let distinct = Set(difference.variants.map { [$0.winners, $0.pending] })
    #expect(distinct.count == difference.variants.count)
    let sums = oracles.map(sum)
    #expect(difference.spread == .success(Money(minorUnits: (sums.max() ?? 0) - (sums.min() ?? 0))))
  }

  @Test("A sum that does not fit is a failure, the rest of the comparison stands")
  func overflow() throws {
    let price = Int64.max / 2
    let lots = [
      SampleTender(reserve: price, prices: [price - 2, price - 1, price]),
      SampleTender(reserve: 100, prices: [90, 91]),
    ]
    let comparison = ReadingsComparison(
      of: lots.map { $0.tender() }, policy: try SampleRule().policy())
    guard case .failure = comparison.totals[0].awardedSum, case .failure = comparison.spread else {
      Issue.record("a sum of \(comparison.totals[0].awardedSum)")
      return
    }
    #expect(comparison.totals[0].awardedCount == 5)
    // Floored, 90 % of three are two and of two are one; otherwise all.
    #expect(comparison.differences.count == 2)
    #expect(comparison.differences.last?.spread == .success(Money(minorUnits: 91)))
  }
}
