import Pipeline
import Policy
import Quantities
import Testing

/// The items of a case together.
@Suite struct CutoffAnalysisTests {
  /// A has three bids, B ten, C none, D no reserve price, E two equal ones across the cutoff of 50 %.
  private static func stage(_ policy: AwardPolicy) -> TenderStage {
    let prices: [(String, [Int64])] = [
      ("A", [90, 91, 92]), ("B", Array(80...89)), ("C", []), ("D", [50]), ("E", [70, 70]),
    ]
    return TenderStage(
      lots: prices.map { item, _ in
        .init(itemID: ItemID(item), reservePrice: item == "D" ? nil : SmallCase.money(100))
      },
      submissions: .init(
        bids: prices.flatMap { item, prices in
          prices.enumerated().map { SmallCase.bid(item, "V\($0.offset)", $0.element) }
        }), policy: policy)
  }

  private static func analysis(_ values: [PolicyKey: String] = [:]) throws -> CutoffAnalysis {
    let policy = try SmallPolicy.award(values)
    return try CutoffAnalysis(policy: policy, stage: stage(policy))
  }

  @Test("Items are named on which every valid bid wins")
  func itemsWithoutEffect() throws {
    #expect(try Self.analysis().itemsWithoutEffect.map(\.text) == ["A", "E"])
    #expect(
      try Self.analysis([.awardRounding: "ceiling", .awardCutoffShare: "0.95"])
        .itemsWithoutEffect.map(\.text) == ["A", "B", "E"])
    #expect(try Self.analysis([.awardRounding: "floor"]).itemsWithoutEffect.isEmpty)
  }

  @Test("Totals at 90 %, half-up")
  func totals() throws {
    let analysis = try Self.analysis()
    let total = try #require(analysis.totals()?.first { $0.reading == analysis.ownReading })
    #expect(total.openItemCount == 2)
    #expect(total.bitingItemCount == 1)
    #expect(total.emptyItemCount == 2)
    #expect(total.bitingPart == (try Rational(1, over: 3)))
    #expect(total.winnerCount == 3 + 9 + 2)
    // 90 + 91 + 92, 80 + … + 88 and 70 + 70.
    #expect(try total.awardedSum.get() == SmallCase.money(273 + 756 + 140))
    // Of eleven bids 9.9 win: the tenth of B, at 89; on A, C and E the padding bid wins.
    #expect(total.paddingGainItemCount == 1)
    #expect(total.paddingWinItemCount == 3)
    #expect(try total.paddingChange.get() == SmallCase.money(89))
    #expect(total.pendingItemCount == 0)
  }

  @Test("An undecided tie is counted as pending, and left out of what a padding bid changes")
  func pending() throws {
    let analysis = try Self.analysis([.awardCutoffShare: "0.5"])
    let total = try #require(analysis.totals()?.first { $0.reading == analysis.ownReading })
    #expect(total.pendingItemCount == 1)
    #expect(total.pendingCount == 2)
    #expect(total.openItemCount == 0)
    #expect(total.bitingItemCount == 3)
    // A: 2 of 3 stay 2 of 4. B: 5 of 10, then 6 of 11, at 85. E is left out.
    #expect(total.paddingGainItemCount == 1)
    #expect(try total.paddingChange.get() == SmallCase.money(85))
  }

  @Test("Totals are the sums of the items, whatever the reading")
  func sums() throws {
    let analysis = try Self.analysis([.awardCutoffShare: "0.35"])
    let items = try #require(analysis.items)
    let totals = try #require(analysis.totals())
    #expect(items.map(\.itemID.text) == ["A", "B", "C", "D", "E"])
    #expect(totals.map(\.reading) == analysis.readings)
    for (index, total) in totals.enumerated() {
      let outcomes = items.map { $0.outcomes[index] }
      #expect(total.winnerCount == outcomes.reduce(0) { $0 + $1.winnerCount })
      #expect(total.pendingCount == outcomes.reduce(0) { $0 + $1.pendingCount })
      #expect(
        total.bitingItemCount + total.openItemCount + total.emptyItemCount == items.count)
      let sum = try outcomes.reduce(Int64(0)) { try $0 + $1.awardedSum.get().minorUnits }
      #expect(try total.awardedSum.get().minorUnits == sum)
    }
  }
}
