import Statistics
import Testing

/// Expected values: SciPy 1.17.1, scipy.stats.chisquare on cells of the same rule.
@Suite struct ChiSquareTestTests {
  @Test(
    "Cells, statistic, degrees of freedom and probability",
    arguments: [
      (
        .poisson(mean: 3), 0, [0, 1, 2, 3, 4, 5, 6], 72.974_815_980_042_15, 6, 1.001_774_125_408e-13
      ),
      (
        .negativeBinomial(mean: 3, size: 2), 0, [0, 1, 2, 3, 4, 5, 6, 7, 9], 10.220_221_855_222_634,
        8, 0.249_908_249_168_557_06
      ),
      (
        .negativeBinomial(mean: 3, size: 2), 2, [0, 1, 2, 3, 4, 5, 6, 7, 9], 10.220_221_855_222_634,
        6, 0.115_679_125_496_254_52
      ),
      (
        .binomial(trials: 20, success: 0.15), 1, [0, 2, 3, 4, 5, 6], 59.101_750_527_221_55, 4,
        4.479_624_328_767_4e-12
      ),
    ] as [(CountDistribution, Int, [Int], Double, Int, Double)])
  func test(
    distribution: CountDistribution, estimated: Int, lows: [Int], statistic: Double, freedom: Int,
    pValue: Double
  ) throws {
    let sample = try CountSample(histogram: FitSamples.histogram)
    let test = try ChiSquareTest(of: sample, distribution, estimatedParameterCount: estimated)
    #expect(test.cells.map(\.low) == lows)
    #expect(abs(test.statistic / statistic - 1) < 1e-11)
    #expect(test.degreesOfFreedom == freedom)
    #expect(abs((test.pValue ?? 0) / pValue - 1) < 1e-10)
  }

  @Test(
    "The cells cover all counts once, each expected often enough", arguments: [0.2, 3, 40, 900])
  func cells(mean: Double) throws {
    let sample = try FitSamples.draw(400, stream: 8, from: .poisson(mean: mean))
    let distribution = CountDistribution.poisson(mean: mean)
    let test = try ChiSquareTest(of: sample, distribution)
    #expect(test.cells.first?.low == 0)
    for (cell, next) in zip(test.cells, test.cells.dropFirst()) {
      #expect(cell.high.map { $0 + 1 } == next.low)
      // One count less would be too few.
      let fewer = try distribution.cumulative((cell.high ?? 0) - 1)
      let below = try distribution.cumulative(cell.low - 1)
      #expect(400 * (fewer - below) < ChiSquareTest.expectedMinimum)
    }
    #expect(test.cells.last?.high == nil)
    #expect(test.cells.allSatisfy { $0.expected >= ChiSquareTest.expectedMinimum })
    #expect(test.cells.reduce(0) { $0 + $1.observed } == 400)
    #expect(abs(test.cells.reduce(0) { $0 + $1.expected } - 400) < 1e-9)
    #expect(test.pValue ?? 0 > 1e-4)
  }

  @Test("A sample too small for two cells, or for the estimates, has no probability")
  func small() throws {
    let few = try ChiSquareTest(of: CountSample([1, 2, 3]), .poisson(mean: 2))
    #expect(few.cells.map(\.low) == [0])
    #expect(few.cells.map(\.expected) == [3])
    #expect(few.degreesOfFreedom == 0)
    #expect(few.pValue == nil)
    let sample = try CountSample(histogram: [0: 5, 1: 6])
    let estimated = try ChiSquareTest(
      of: sample, .binomial(trials: 1, success: 0.5), estimatedParameterCount: 1)
    #expect(estimated.cells.map(\.low) == [0, 1])
    #expect(estimated.degreesOfFreedom == 0)
    #expect(estimated.pValue == nil)
  }

  @Test("A certain distribution is one cell; a wrong one is an error")
  func certain() throws {
    let sample = try CountSample(histogram: [0: 50])
    let test = try ChiSquareTest(of: sample, .binomial(trials: 3, success: 0))
    #expect(test.cells.map(\.observed) == [50])
    #expect(test.statistic == 0)
    #expect(throws: NumericalError.domain) { try ChiSquareTest(of: sample, .poisson(mean: .nan)) }
  }
}
