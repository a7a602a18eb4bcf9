import Statistics
import Testing

/// Expected values: SciPy 1.17.1, scipy.stats.kstest; for counts the widest distance over 200 counts.
@Suite struct KolmogorovSmirnovTests {
  private let normal = ContinuousDistribution.normal(mean: 0.8, standardDeviation: 0.25)

  @Test("A continuous distribution, without ties and with them")
  func continuous() throws {
    let plain = try KolmogorovSmirnov.statistic(
      of: ContinuousSample(FitSamples.ratios), cumulative: normal.cumulative)
    #expect(abs(plain - 0.125_053_575_325_021_1) < 1e-14)
    let wide = ContinuousDistribution.normal(mean: 2, standardDeviation: 1.5)
    let tied = try KolmogorovSmirnov.statistic(
      of: ContinuousSample([1, 1, 1, 2, 2, 3, 5]), cumulative: wide.cumulative)
    #expect(abs(tied - 0.252_492_537_546_922_9) < 1e-14)
  }

  @Test("One observation: the farther of the two sides")
  func single() throws {
    for (value, expected) in [(0.3, 0.7), (0.5, 0.5), (0.9, 0.9)] {
      let distance = try KolmogorovSmirnov.statistic(
        of: ContinuousSample([value]), cumulative: { x throws(NumericalError) in x })
      #expect(abs(distance - expected) < 1e-15)
    }
  }

  @Test("An atom is a jump that a sample may follow")
  func atom() throws {
    // Uniform up to 1/2, where the other half of the probability lies.
    let cumulative = { (x: Double) throws(NumericalError) -> Double in x < 0.5 ? x : 1 }
    let below = { (x: Double) throws(NumericalError) -> Double in x <= 0.5 ? x : 1 }
    let sample = try ContinuousSample([0.25, 0.5, 0.5, 0.5])
    // Half of it below 1/2, of which a quarter was observed.
    let distance = try KolmogorovSmirnov.statistic(
      of: sample, cumulative: cumulative, below: below)
    #expect(distance == 0.25)
    // Without its left side the jump itself counts as a distance.
    #expect(try KolmogorovSmirnov.statistic(of: sample, cumulative: cumulative) == 0.75)
  }

  @Test("Counts, and the same counts as numbers with atoms")
  func counts() throws {
    let sample = try CountSample(histogram: FitSamples.histogram)
    let numbers = try ContinuousSample(
      sample.cells.flatMap { [Double](repeating: Double($0.count), count: $0.frequency) })
    for (distribution, expected) in [
      (CountDistribution.poisson(mean: 3), 0.167_518_393_195_210_84),
      (.negativeBinomial(mean: 3, size: 2), 0.074_799_999_999_999_92),
    ] {
      #expect(abs(try KolmogorovSmirnov.statistic(of: sample, distribution) - expected) < 1e-14)
      let atoms = try KolmogorovSmirnov.statistic(
        of: numbers,
        cumulative: { x throws(NumericalError) in try distribution.cumulative(Int(x)) },
        below: { x throws(NumericalError) in try distribution.cumulative(Int(x) - 1) })
      #expect(abs(atoms - expected) < 1e-14)
    }
  }

  @Test("A gap in the counts may hold the widest distance, just below the next count")
  func gap() throws {
    // From 0 to 9 nothing is observed: below 10 the distance is P(X ≤ 9) less a half.
    let distribution = CountDistribution.poisson(mean: 2)
    let distance = try KolmogorovSmirnov.statistic(
      of: CountSample([0, 10]), distribution)
    #expect(distance == (try distribution.cumulative(9)) - 0.5)
  }

  @Test("What is no probability is an error", arguments: [-0.1, 1.1, .nan])
  func wrong(value: Double) throws {
    let sample = try ContinuousSample([0.5])
    #expect(throws: NumericalError.domain) {
      try KolmogorovSmirnov.statistic(
        of: sample, cumulative: { _ throws(NumericalError) in value })
    }
    #expect(throws: NumericalError.domain) {
      try KolmogorovSmirnov.statistic(
        of: sample, cumulative: { _ throws(NumericalError) in 0.5 },
        below: { _ throws(NumericalError) in value })
    }
    #expect(throws: NumericalError.domain) {
      try KolmogorovSmirnov.statistic(of: CountSample([1]), .poisson(mean: -1))
    }
  }
}
