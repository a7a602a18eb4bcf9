import Statistics
import Testing

@Suite struct AndersonDarlingTests {
  @Test("A sample against a normal distribution")
  func normal() throws {
    // By the formula, with SciPy 1.17.1's logarithms of the normal distribution.
    let normal = ContinuousDistribution.normal(mean: 0.8, standardDeviation: 0.25)
    let statistic = try AndersonDarling.statistic(
      of: ContinuousSample(FitSamples.ratios), cumulative: normal.cumulative,
      survival: normal.survival)
    #expect(abs((statistic ?? 0) - 0.660_593_542_467_644_6) < 1e-12)
  }

  @Test("One observation in the middle: −1 − 2 log ½")
  func single() throws {
    let statistic = try AndersonDarling.statistic(
      of: ContinuousSample([0.5]), cumulative: { x throws(NumericalError) in x },
      survival: { x throws(NumericalError) in 1 - x })
    #expect(abs((statistic ?? 0) - 0.386_294_361_119_890_6) < 1e-15)
  }

  @Test("A far tail is far, not infinite; an impossible observation is")
  func tails() throws {
    let normal = ContinuousDistribution.normal(mean: 0, standardDeviation: 1)
    let far = try AndersonDarling.statistic(
      of: ContinuousSample([0, 30]), cumulative: normal.cumulative, survival: normal.survival)
    #expect(far ?? 0 > 200)
    let uniform = ContinuousDistribution.uniform(low: 0, high: 1)
    for value in [0, 1, -2, 3.0] {
      let statistic = try AndersonDarling.statistic(
        of: ContinuousSample([0.5, value]), cumulative: uniform.cumulative,
        survival: uniform.survival)
      #expect(statistic == nil)
    }
  }

  @Test("What is no probability is an error", arguments: [-0.1, 1.1, .nan])
  func wrong(value: Double) throws {
    let sample = try ContinuousSample([0.5])
    #expect(throws: NumericalError.domain) {
      try AndersonDarling.statistic(
        of: sample, cumulative: { _ throws(NumericalError) in value },
        survival: { _ throws(NumericalError) in 0.5 })
    }
    #expect(throws: NumericalError.domain) {
      try AndersonDarling.statistic(
        of: sample, cumulative: { _ throws(NumericalError) in 0.5 },
        survival: { _ throws(NumericalError) in value })
    }
  }
}
