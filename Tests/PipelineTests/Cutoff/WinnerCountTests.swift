import Pipeline
import Policy
import Quantities
import Testing

/// k by number of bids, and what one bid more does to the others.
@Suite struct WinnerCountTests {
  static let bidCounts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 14, 15, 16]
  /// The domain's table of winners at 90 %.
  static let table: [(Rounding, [Int])] = [
    (.floor, [1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 12, 13, 14]),
    (.ceiling, [1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 10, 13, 14, 15]),
    (.halfUp, [1, 2, 3, 4, 5, 5, 6, 7, 8, 9, 10, 13, 14, 14]),
  ]

  private static func analysis(_ values: [PolicyKey: String] = [:]) throws -> CutoffAnalysis {
    try CutoffAnalysis(policy: try SmallPolicy.award(values), stage: nil)
  }

  private static func count(
    _ analysis: CutoffAnalysis, _ bidCount: Int, _ tenths: Int, _ rounding: Rounding
  ) throws -> WinnerCount {
    try #require(
      analysis.counts.first {
        $0.bidCount == bidCount && $0.reading.share.tenths == tenths
          && $0.reading.rounding == rounding
      })
  }

  @Test("The domain's table of winners", arguments: table)
  func winners(rounding: Rounding, winners: [Int]) throws {
    let analysis = try Self.analysis()
    for (bidCount, expected) in zip(Self.bidCounts, winners) {
      let count = try Self.count(analysis, bidCount, 9, rounding)
      #expect(count.winnerCount == expected, "n = \(bidCount)")
      #expect(count.bites == (expected < bidCount))
    }
  }

  @Test("Under floor a tenth bid that loses makes nine winners of eight")
  func paddingExample() throws {
    let count = try Self.count(try Self.analysis(), 9, 9, .floor)
    #expect(count.winnerCount == 8)
    #expect(count.paddedCount == 9)
    #expect(count.gainedCount == 1)
    #expect(!count.paddingWins)
  }

  @Test("Every number, share and rounding by whole numbers alone", arguments: [0, 1, 3])
  func everyCount(minimumWinners: Int) throws {
    let analysis = try Self.analysis([.awardMinimumWinners: "\(minimumWinners)"])
    #expect(analysis.counts.count == 20 * 12)
    #expect(analysis.items == nil)
    #expect(analysis.totals() == nil)
    for count in analysis.counts {
      let k = { (n: Int) in
        let share = PlainCutoff.share(count.reading.share.tenths, of: n, count.reading.rounding)
        return min(max(share, minimumWinners), n)
      }
      #expect(count.winnerCount == k(count.bidCount))
      #expect(count.paddedCount == k(count.bidCount + 1))
      // The padding bid ranks last: it takes a place only where every place is taken.
      let padded = k(count.bidCount + 1)
      #expect(count.paddingWins == (padded == count.bidCount + 1))
      #expect(count.paddedWinnerCount == (count.paddingWins ? padded - 1 : padded))
      #expect(0...1 ~= count.gainedCount || minimumWinners > 1)
    }
  }

  @Test("At 100 % everyone wins, the padding bid too")
  func everyone() throws {
    for count in try Self.analysis().counts where count.reading.share.tenths == 10 {
      #expect(!count.bites && count.gainedCount == 0 && count.paddingWins)
    }
  }

  @Test(
    "The smallest number of bids that the policy's own cutoff bites on",
    arguments: [
      ("0.9", "half-up", 6), ("0.9", "floor", 2), ("0.9", "ceiling", 10), ("1", "half-up", nil),
      ("0.95", "half-up", 11), ("0.7", "half-up", 2),
    ] as [(String, String, Int?)])
  func smallestBitingCount(share: String, rounding: String, expected: Int?) throws {
    let analysis = try Self.analysis([.awardCutoffShare: share, .awardRounding: rounding])
    #expect(analysis.smallestBitingCount == expected)
  }

  @Test("A policy's share of its own is compared beside the four")
  func ownShare() throws {
    let analysis = try Self.analysis([.awardCutoffShare: "85.5%"])
    #expect(analysis.shares.map(\.decimalText) == ["1", "0.9", "0.855", "0.8", "0.7"])
    #expect(analysis.readings.count == 15)
    #expect(Set(analysis.readings).count == 15)
    #expect(analysis.readings.contains(analysis.ownReading))
    #expect(try Self.analysis().shares.map(\.decimalText) == ["1", "0.9", "0.8", "0.7"])
  }
}
