import Policy
import Quantities
import Simulation
import Testing

/// Every scenario sees the same luck.
@Suite struct PairedLuckTests {
  private let tender = SmallTender(
    bids: [[700, 800, 800, 950], [900, 1_000, 1_000], [650]], orders: [[3, 90], [4], [1, 2, 500]])

  @Test func theSameScenarioTwiceDiffersByExactlyNothing() throws {
    let twin = Scenario(name: "twin", overrides: [:])
    let answer = try tender.answer([.baseline, twin], draws: 200)
    for metric in Metric.totals {
      let difference = try #require(answer.difference(metric, 1))
      #expect(difference.mean == .zero)
      #expect(difference.standardError == 0)
    }
  }

  @Test func aScenarioComesToTheSameWhateverStandsBesideIt() throws {
    let cutoff = try Scenario.cutoff("0.5", name: "half")
    let all = try Scenario.cutoff("1", name: "all")
    let alone = try tender.answer([cutoff], draws: 40)
    let beside = try tender.answer([.baseline, all, cutoff], draws: 40)
    for metric in Metric.totals {
      let (left, right) = (alone.summary(metric, 0), beside.summary(metric, 2))
      #expect(left?.mean == right?.mean && left?.standardError == right?.standardError)
      #expect(left?.percentiles == right?.percentiles)
    }
  }

  @Test func pairsAreCloserThanIndependentRuns() throws {
    let answer = try tender.answer(
      [.baseline, try .cutoff("0.5", name: "half")], draws: 400)
    let paired = try #require(answer.difference(.feeRevenue, 1)?.standardError)
    let first = try #require(answer.summary(.feeRevenue, 0)?.standardError)
    let second = try #require(answer.summary(.feeRevenue, 1)?.standardError)
    #expect(paired < (first * first + second * second).squareRoot() / 2)
  }

  @Test func aDifferenceIsTheDifferenceOfTheMeans() throws {
    let answer = try tender.answer([.baseline, try .cutoff("0.4", name: "low")], draws: 100)
    for metric in [Metric.feeRevenue, .awardedSum, .orderValue, .failedItems] {
      let (first, second) = (answer.summary(metric, 0), answer.summary(metric, 1))
      let expected = try #require(second).mean - #require(first).mean
      #expect(answer.difference(metric, 1)?.mean == expected)
    }
  }

  @Test func aScenarioOfTheReservePricesTheItemsAnew() throws {
    let coarse = Scenario(name: "coarse", overrides: [.reserveRoundingUnit: .integer(300)])
    let none = Scenario(
      name: "none", overrides: [.reserveMinimumEffectiveSources: .integer(5)])
    let answer = try tender.answer([.baseline, coarse, none], draws: 100)
    // 1,000 becomes 900; a past ratio is a part of whatever the reserve is.
    let sums = try [0, 1].map { try #require(answer.summary(.awardedSum, $0)).value }
    #expect(abs(sums[1] / sums[0] - 0.9) < 0.002)
    #expect(answer.summary(.failedItems, 2)?.mean == Rational(3))
    #expect(answer.summary(.awardToReserve, 2) == nil)
    #expect(answer.summary(.feeRevenue, 2)?.mean == .zero)
  }

  @Test func anotherSeedIsOtherLuck() throws {
    let first = try tender.record(draws: 0..<20, of: 20, seed: 1)
    let second = try tender.record(draws: 0..<20, of: 20, seed: 2)
    #expect(first.tally != second.tally)
  }
}
