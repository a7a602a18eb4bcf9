import Policy
import Quantities
import Testing

@testable import Pricing

@Suite struct OutliersTests {
  /// Which prices the domain's rule keeps, in integers: everything is multiplied out.
  private func keptByIntegers(_ sorted: [Int]) -> [Int] {
    let n = sorted.count
    guard n > 3 else { return sorted }
    let doubleMedian = sorted[(n - 1) / 2] + sorted[n / 2]
    let doubleDeviations = sorted.map { abs(2 * $0 - doubleMedian) }
    let ordered = doubleDeviations.sorted()
    let quadrupleMAD = ordered[(n - 1) / 2] + ordered[n / 2]
    let sum = ordered.reduce(0, +)
    return zip(sorted, doubleDeviations).filter { _, doubled in
      if quadrupleMAD > 0 {
        // 0.6745 · (doubled / 2) / (quadrupleMAD / 4) > 3.5
        return 6_745 * 2 * doubled <= 35_000 * quadrupleMAD
      }
      // (doubled / 2) / (1.2533 · sum / 2n) > 3.5; false when sum is 0
      return doubled * n * 100_000 <= 12_533 * 35 * sum
    }.map(\.0)
  }

  private func kept(_ sorted: [Int]) throws -> [Int] {
    let prices = sorted.map { Rational(Int64($0)) }
    let range = try OutlierTest(sorted: prices).kept(of: prices, limit: try Rational(7, over: 2))
    return Array(sorted[range])
  }

  /// Every sorted sample of one to seven prices out of six, far and near.
  @Test(arguments: 1...7)
  func keepsWhatIntegerArithmeticKeeps(count: Int) throws {
    var samples: [[Int]] = [[]]
    for _ in 0..<count {
      samples = samples.flatMap { sample in
        [1, 2, 3, 5, 30, 90].filter { $0 >= sample.last ?? 0 }.map { sample + [$0] }
      }
    }
    for sample in samples { #expect(try kept(sample) == keptByIntegers(sample)) }
  }

  /// A scale of three prices means nothing.
  @Test func threePricesAreNeverTested() throws {
    #expect(try kept([1, 1, 1_000_000]) == [1, 1, 1_000_000])
    #expect(try kept([1, 2, 3, 1_000_000]) == [1, 2, 3])
  }

  /// 0.6745 · 7000 / 1349 is 3.5 to the last digit, and the limit is strict.
  @Test func aScoreAtTheLimitIsKept() throws {
    let near = [8_651, 8_651, 10_000, 11_349]
    #expect(try kept(near + [17_000]) == near + [17_000])
    #expect(try kept(near + [17_001]) == near)
    // The same decision where a row is reviewed.
    let rows = (near + [17_000]).map { Fixture.row(.agency, cents: Int64($0)) }
    let item = try Fixture.pricing().price(Fixture.item(), evidence: rows)
    #expect(item.rows[4].outlierScore == (try Rational(7, over: 2)))
    #expect(item.counts.used == 5)
  }

  /// MAD 0: 40 / (1.2533 · 8) is 3.99, above 3.5; of four such prices it is 3.19.
  @Test func withoutAMedianDeviationTheMeanDeviationMeasures() throws {
    let prices = [1_000, 1_000, 1_000, 1_000, 5_000].map { Rational(Int64($0)) }
    let test = try OutlierTest(sorted: prices)
    #expect(
      test
        == .meanDeviation(
          median: ExactPrice(minorUnits: Rational(1_000)),
          deviation: ExactPrice(minorUnits: Rational(800))))
    #expect(try test.score(of: Rational(5_000)) == Rational(4_000 * 10_000, over: 800 * 12_533))
    #expect(try kept([1_000, 1_000, 1_000, 1_000, 5_000]) == [1_000, 1_000, 1_000, 1_000])
    #expect(try kept([1_000, 1_000, 1_000, 5_000]) == [1_000, 1_000, 1_000, 5_000])
  }

  @Test func equalPricesHaveNoOutlier() throws {
    let prices = Array(repeating: Rational(700), count: 5)
    let test = try OutlierTest(sorted: prices)
    #expect(test == .noSpread(median: ExactPrice(minorUnits: Rational(700))))
    #expect(try test.score(of: Rational(700)) == nil)
  }

  @Test func anOutlierStaysVisibleWithItsScoreAndTheFallbackIsSaid() throws {
    let rows = [1_000, 1_000, 1_000, 1_000, 5_000].map {
      Fixture.row(.agency, cents: $0)
    }
    let priced = try Fixture.pricing().price(Fixture.item(), evidence: rows)
    let score = try Rational(4_000 * 10_000, over: 800 * 12_533)
    #expect(priced.rows[4].outlierScore == score)
    #expect(
      priced.exclusions
        == [nil, nil, nil, nil, .outlier(score: score, limit: try Rational(7, over: 2))])
    #expect(priced.counts.effective == 5)
    #expect(priced.counts.excluded == 1)
    #expect(priced.warnings.contains(.meanDeviationUsed(.agency)))
  }

  /// With a limit of 0 and an even number of prices, none is at the median.
  @Test func aLimitOfZeroMayLeaveNoRow() throws {
    let rows = [1_000, 2_000, 3_000, 4_000].map { Fixture.row(.agency, cents: $0) }
    let priced = try Fixture.pricing([.reserveOutlierZ: "0"]).price(
      Fixture.item(), evidence: rows)
    #expect(priced.outcome == .none(.noRowLeft))
    #expect(priced.statusText == "no-class-price")
    #expect(priced.counts.used == 0)
  }
}
