import Statistics
import Testing

/// Expected values: SciPy 1.17.1, an implementation of its own (Cephes and others), or closed forms.
@Suite struct DistributionTests {
  static let cumulativeValues: [(ContinuousDistribution, Double, Double)] = [
    (.normal(mean: 1, standardDeviation: 2), 1.5, 0.598_706_325_682_923_7),
    (
      .lognormal(logMean: -0.3, logStandardDeviation: 0.25), 1.2, 0.973_152_330_697_322_3
    ),
    (.beta(alpha: 2, beta: 3), 0.3, 0.3483),
    (.triangular(low: 0.6, mode: 0.8, high: 1.2), 0.9, 0.625),
    (.uniform(low: 0.6, high: 1.2), 0.9, 0.5),
    (.pareto(lowest: 0.5, exponent: 2), 0.8, 0.609_375),
    (.chiSquared(degreesOfFreedom: 3.5), 2, 0.339_703_193_618_235_6),
  ]

  @Test("Cumulative probabilities, and their complements", arguments: cumulativeValues)
  func cumulative(of distribution: ContinuousDistribution, x: Double, expected: Double) throws {
    #expect(abs(try distribution.cumulative(x) - expected) < 1e-14)
    #expect(abs(try distribution.survival(x) - (1 - expected)) < 1e-14)
    #expect(abs(try distribution.quantile(expected) - x) < 1e-13)
  }

  @Test("A far tail keeps its precision")
  func farTail() throws {
    let tail = try ContinuousDistribution.normal(mean: 0, standardDeviation: 1).survival(10)
    #expect(abs(tail / 7.619_853_024_160_47e-24 - 1) < 1e-13)
    // With two degrees of freedom, e^(-x/2).
    let square = try ContinuousDistribution.chiSquared(degreesOfFreedom: 2).survival(400)
    #expect(abs(square / 1.383_896_526_736_737_5e-87 - 1) < 1e-14)
  }

  @Test(
    "Densities",
    arguments: [
      (.lognormal(logMean: 0, logStandardDeviation: 1), 2, 0.156_874_019_278_981_12),
      (.beta(alpha: 2, beta: 3), 0.3, 1.764),
      (.triangular(low: 0.6, mode: 0.8, high: 1.2), 0.9, 2.5),
      (.uniform(low: 0.6, high: 1.2), 0.9, 1 / 0.6),
      (.chiSquared(degreesOfFreedom: 4), 3, 0.167_347_620_111_322_4),
      (.uniform(low: 0.6, high: 1.2), 1.3, 0), (.beta(alpha: 0.5, beta: 3), -1, 0),
    ] as [(ContinuousDistribution, Double, Double)])
  func density(of distribution: ContinuousDistribution, x: Double, expected: Double) throws {
    #expect(abs(try distribution.density(x) - expected) < 1e-13)
  }

  @Test(
    "Outside the support all probability lies on one side", arguments: cumulativeValues.dropFirst())
  func outside(distribution: ContinuousDistribution, x: Double, expected: Double) throws {
    #expect(try distribution.cumulative(-1) == 0)
    #expect(try distribution.survival(-1) == 1)
    #expect(try distribution.cumulative(.infinity) == 1)
    #expect(try distribution.survival(.infinity) == 0)
    #expect(try distribution.cumulative(distribution.support.low) == 0)
  }

  static let wrong: [ContinuousDistribution] = [
    .normal(mean: 0, standardDeviation: 0), .normal(mean: .nan, standardDeviation: 1),
    .lognormal(logMean: 0, logStandardDeviation: -1), .beta(alpha: 0, beta: 1),
    .beta(alpha: 1, beta: .nan), .uniform(low: 2, high: 1),
    .triangular(low: 0, mode: 2, high: 1), .triangular(low: 0, mode: .infinity, high: 1),
    .pareto(lowest: 0, exponent: 1), .pareto(lowest: 1, exponent: -1),
    .chiSquared(degreesOfFreedom: 0), .chiSquared(degreesOfFreedom: .nan),
  ]

  @Test("Wrong parameters are an error wherever one looks", arguments: wrong)
  func wrongParameters(distribution: ContinuousDistribution) {
    for x in [-1, 0.5, 3] {
      #expect(throws: NumericalError.domain) { try distribution.cumulative(x) }
      #expect(throws: NumericalError.domain) { try distribution.survival(x) }
    }
    #expect(throws: NumericalError.domain) { try distribution.quantile(0.5) }
  }

  @Test("Wrong arguments are an error, infinite values too", arguments: cumulativeValues)
  func wrongArguments(distribution: ContinuousDistribution, x: Double, expected: Double) {
    #expect(throws: NumericalError.domain) { try distribution.cumulative(.nan) }
    #expect(throws: NumericalError.domain) { try distribution.density(.nan) }
    #expect(throws: NumericalError.domain) { try distribution.quantile(1.5) }
    #expect(throws: NumericalError.domain) { try distribution.quantile(-0.1) }
    #expect(throws: NumericalError.self) {
      try ContinuousDistribution.lognormal(logMean: 0, logStandardDeviation: 1).quantile(1)
    }
    #expect(throws: NumericalError.overflow) {
      try ContinuousDistribution.beta(alpha: 0.5, beta: 1).density(0)
    }
  }

  @Test(
    "Probabilities of counts",
    arguments: [
      (.binomial(trials: 10, success: 0.2), 3, 0.201_326_592),
      (.binomial(trials: 3, success: 0.2), 4, 0), (.binomial(trials: 0, success: 0.2), 0, 1),
      (.negativeBinomial(successes: 2.5, success: 0.4), 3, 0.143_440_914_665_237_7),
      (.poisson(mean: 2.5), 4, 0.133_601_885_781_085_28),
    ] as [(CountDistribution, Int, Double)])
  func counts(distribution: CountDistribution, count: Int, expected: Double) throws {
    #expect(abs(try distribution.probability(of: count).value - expected) < 1e-14)
  }

  @Test(
    "Cumulative probabilities of counts, and their complements",
    arguments: [
      (.binomial(trials: 10, success: 0.2), 3, 0.879_126_118_4, 0.120_873_881_6),
      (
        .negativeBinomial(successes: 2.5, success: 0.4), 3, 0.555_801_921_551_194_5,
        0.444_198_078_448_805_5
      ),
      (.poisson(mean: 2.5), 4, 0.891_178_018_914_151_3, 0.108_821_981_085_848_77),
      (.poisson(mean: 2.5), 40, 1, 5.394_947_248_436_591e-35),
      (.binomial(trials: 3, success: 0.2), 3, 1, 0),
      (.binomial(trials: 3, success: 0.2), 9, 1, 0), (.poisson(mean: 2.5), -1, 0, 1),
      (.poisson(mean: 2.5), .max, 1, 0),
    ] as [(CountDistribution, Int, Double, Double)])
  func countTails(
    distribution: CountDistribution, count: Int, cumulative: Double, survival: Double
  ) throws {
    #expect(abs(try distribution.cumulative(count) - cumulative) < 1e-14)
    #expect(abs(try distribution.survival(count) - survival) <= 1e-13 * survival)
  }

  @Test("A negative binomial by mean and size is the one by successes")
  func meanAndSize() throws {
    let distribution = CountDistribution.negativeBinomial(mean: 3, size: 2.5)
    let probability = try distribution.probability(of: 3).value
    #expect(abs(probability - 0.148_350_259_396_347_33) < 1e-15)
    let numbers = try (0..<400).map { count in
      (count: Double(count), weight: try distribution.probability(of: count).value)
    }
    let mean = numbers.reduce(0) { $0 + $1.weight * $1.count }
    let square = numbers.reduce(0) { $0 + $1.weight * $1.count * $1.count }
    #expect(abs(mean - 3) < 1e-12)
    #expect(abs(square - mean * mean - (3 + 9 / 2.5)) < 1e-11)
  }

  @Test(
    "Wrong counts and parameters are an error",
    arguments: [
      .binomial(trials: -1, success: 0.5), .binomial(trials: 3, success: 1.5),
      .binomial(trials: 3, success: .nan), .negativeBinomial(successes: 0, success: 0.5),
      .negativeBinomial(successes: 2, success: -1), .poisson(mean: -1), .poisson(mean: .infinity),
    ] as [CountDistribution])
  func wrongCounts(distribution: CountDistribution) {
    for count in [0, 7] {
      #expect(throws: NumericalError.domain) { try distribution.probability(of: count) }
      #expect(throws: NumericalError.domain) { try distribution.cumulative(count) }
      #expect(throws: NumericalError.domain) { try distribution.survival(-count) }
    }
    #expect(throws: NumericalError.domain) {
      try CountDistribution.poisson(mean: 1).probability(of: -1)
    }
  }
}
