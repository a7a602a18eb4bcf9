import Statistics
import Testing

/// Expected values: SciPy 1.17.1, scipy.stats.poisson.
@Suite struct PoissonFitTests {
  @Test("The fit is the mean, with its error and its likelihood")
  func fit() throws {
    let fit = try Fit.poisson(CountSample(FitSamples.counts))
    #expect(fit.distribution == .poisson(mean: 3.458_333_333_333_333_5))
    #expect(
      fit.agrees(
        with: [(.mean, 3.458_333_333_333_333_5, 0.379_601_399_131_012_5)], within: 1e-15))
    #expect(abs(fit.logLikelihood - -82.719_595_024_661_77) < 1e-12)
    #expect(abs(fit.aic - 167.439_190_049_323_54) < 1e-12)
    #expect(abs(fit.bic - 168.617_243_879_671_5) < 1e-12)
    #expect(fit.observationCount == 24)
    #expect(fit[.mean] == fit.parameters.first)
    #expect(fit[.size] == nil)
  }

  @Test("Other means are less likely", arguments: [0.5, 0.9, 0.999, 1.001, 1.1, 2])
  func perturbed(factor: Double) throws {
    let sample = try CountSample(FitSamples.counts)
    let fit = try Fit.poisson(sample)
    let other = try sample.logLikelihood(of: .poisson(mean: sample.mean * factor))
    #expect(other < fit.logLikelihood)
  }

  @Test("A large sample gives its mean back")
  func recovery() throws {
    let sample = try FitSamples.draw(20_000, stream: 1, from: .poisson(mean: 3.7))
    #expect(try Fit.poisson(sample).distance(to: [3.7]) ?? 9 < 4)
  }

  @Test("Nothing but zeros has no Poisson distribution")
  func zeros() throws {
    let sample = try CountSample([0, 0, 0])
    #expect(throws: FitError.allZero) { try Fit.poisson(sample) }
  }
}
