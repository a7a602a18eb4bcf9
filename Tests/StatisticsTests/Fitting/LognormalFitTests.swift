import Statistics
import Testing

/// Expected values: SciPy 1.17.1, scipy.stats.lognorm with loc = 0.
@Suite struct LognormalFitTests {
  @Test("Mean and deviation of the logarithm, with their errors and the likelihood")
  func fit() throws {
    let sample = try ContinuousSample(FitSamples.ratios)
    let fit = try Fit.lognormal(sample)
    #expect(
      fit.agrees(
        with: [
          (.logMean, -0.251_258_489_352_988_5, 0.052_024_747_885_322_63),
          (.logStandardDeviation, 0.260_123_739_426_613_15, 0.036_787_052_019_232_13),
        ], within: 1e-14))
    #expect(abs(fit.logLikelihood - 4.472_944_911_443_871_5) < 1e-13)
    let densities = try sample.logLikelihood(density: fit.distribution.density)
    #expect(abs(densities - fit.logLikelihood) < 1e-13)
  }

  @Test("Other parameters are less likely", arguments: [-0.1, -0.001, 0.001, 0.1])
  func perturbed(step: Double) throws {
    let sample = try ContinuousSample(FitSamples.ratios)
    let fit = try Fit.lognormal(sample)
    let (mean, deviation) = (fit.parameters[0].value, fit.parameters[1].value)
    for other in [(mean + step, deviation), (mean, deviation + step)] {
      let distribution = ContinuousDistribution.lognormal(
        logMean: other.0, logStandardDeviation: other.1)
      #expect(try sample.logLikelihood(density: distribution.density) < fit.logLikelihood)
    }
  }

  @Test("A large sample gives its parameters back")
  func recovery() throws {
    let sample = try FitSamples.draw(
      4_000, stream: 5, from: .lognormal(logMean: 1.5, logStandardDeviation: 0.4))
    #expect(try Fit.lognormal(sample).distance(to: [1.5, 0.4]) ?? 9 < 4)
  }

  @Test("Numbers not above 0, and equal ones, have no fit")
  func wrong() {
    for low in [0.0, -0.5] {
      #expect(throws: FitError.outsideSupport(value: low, low: 0, high: .infinity)) {
        try Fit.lognormal(ContinuousSample([1, low, 2]))
      }
    }
    #expect(throws: FitError.noSpread(value: 2)) { try Fit.lognormal(ContinuousSample([2, 2])) }
    // Two neighbours whose logarithms are the same double.
    #expect(throws: FitError.tooConcentrated(low: 1e300, high: 1e300.nextUp)) {
      try Fit.lognormal(ContinuousSample([1e300, 1e300.nextUp]))
    }
  }
}
