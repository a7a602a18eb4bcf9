import Statistics
import Testing

/// Expected values: SciPy 1.17.1, scipy.stats.binom.
@Suite struct BinomialFitTests {
  private let counts = [3, 4, 2, 6, 1, 5, 3, 7, 2, 4]

  @Test("The fit is the share of successes, with its error and its likelihood")
  func fit() throws {
    let fit = try Fit.binomial(CountSample(counts), trials: 12)
    #expect(
      fit.agrees(
        with: [(.successProbability, 0.308_333_333_333_333_35, 0.042_156_838_995_281_345)],
        within: 1e-15))
    #expect(abs(fit.logLikelihood - -19.892_854_311_938_11) < 1e-12)
    #expect(abs(fit.aic - 41.785_708_623_876_22) < 1e-12)
  }

  @Test("Other probabilities are less likely", arguments: [0.01, 0.2, 0.307, 0.309, 0.5, 0.99])
  func perturbed(success: Double) throws {
    let sample = try CountSample(counts)
    let other = try sample.logLikelihood(of: .binomial(trials: 12, success: success))
    #expect(other < (try Fit.binomial(sample, trials: 12).logLikelihood))
  }

  @Test("A large sample gives its probability back")
  func recovery() throws {
    let uniforms = FitSamples.uniforms(30_000, stream: 2)
    let counts = stride(from: 0, to: uniforms.count, by: 6).map { start in
      uniforms[start..<start + 6].count { $0 < 0.3 }
    }
    #expect(try Fit.binomial(CountSample(counts), trials: 6).distance(to: [0.3]) ?? 9 < 4)
  }

  @Test("All failures, or all successes, are certain and have no error", arguments: [0, 5])
  func certain(count: Int) throws {
    let fit = try Fit.binomial(CountSample([count, count]), trials: 5)
    #expect(fit.distribution == .binomial(trials: 5, success: Double(count) / 5))
    #expect(fit.logLikelihood == 0)
    #expect(fit.parameters.map(\.standardError) == [nil])
  }

  @Test("Trials must be as many as the largest count, and not too many")
  func wrong() throws {
    let sample = try CountSample(counts)
    #expect(throws: FitError.moreThanTrials(count: 7, trials: 6)) {
      try Fit.binomial(sample, trials: 6)
    }
    for trials in [0, -3, CountSample.countLimit + 1, .max] {
      #expect(throws: FitError.trialsOutOfRange(trials: trials, limit: CountSample.countLimit)) {
        try Fit.binomial(sample, trials: trials)
      }
    }
  }
}
