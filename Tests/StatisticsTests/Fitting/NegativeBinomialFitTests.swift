import Statistics
import Testing

/// Expected values: SciPy 1.17.1 (the equation of the size by scipy.optimize.brentq, a numerical
/// Hessian, scipy.stats.nbinom); where the size is large, decimals of 50 digits.
@Suite struct NegativeBinomialFitTests {
  @Test("Mean and size, with their errors and the likelihood")
  func fit() throws {
    let fit = try Fit.negativeBinomial(CountSample(FitSamples.counts))
    #expect(
      fit.agrees(
        with: [
          (.mean, 3.458_333_333_333_333_5, 0.881_737_051_069_022_1),
          (.size, 0.786_809_811_929_871_3, 0.303_547_801_559_322_15),
        ], within: 1e-12))
    #expect(abs(fit.logLikelihood - -56.764_191_544_471_2) < 1e-11)
    #expect(abs(fit.aic - (4 - 2 * fit.logLikelihood)) < 1e-12)
  }

  @Test("A histogram is fitted as its counts are")
  func histogram() throws {
    let fit = try Fit.negativeBinomial(CountSample(histogram: FitSamples.histogram))
    #expect(
      fit.agrees(
        with: [
          (.mean, 3.033_333_333_333_333, 0.251_500_818_841_802_2),
          (.size, 2.019_122_052_443_114, 0.498_703_981_008_307_04),
        ], within: 1e-12))
    #expect(abs(fit.logLikelihood - -266.311_082_452_551_3) < 1e-10)
  }

  @Test("A size far above the mean keeps its precision")
  func largeSize() throws {
    let sample = try CountSample(
      histogram: [0: 135, 1: 271, 2: 271, 3: 180, 4: 90, 5: 36, 6: 13, 7: 6])
    let fit = try Fit.negativeBinomial(sample)
    #expect(
      fit.agrees(
        with: [
          (.mean, 2.008_982_035_928_143_7, 0.044_998_748_457_396_04),
          (.size, 202.254_486_891_553_22, 922.593_196_954_608_65),
        ], within: 1e-11))
    #expect(abs(fit.logLikelihood - -1_714.065_495_912_856_5) < 1e-9)
  }

  @Test(
    "Other means and sizes are less likely",
    arguments: [0.9, 0.999, 1, 1.001, 1.1], [0.9, 0.999, 1, 1.001, 1.1])
  func perturbed(meanFactor: Double, sizeFactor: Double) throws {
    guard meanFactor != 1 || sizeFactor != 1 else { return }
    let sample = try CountSample(FitSamples.counts)
    let fit = try Fit.negativeBinomial(sample)
    let values = fit.parameters.map(\.value)
    let other = try sample.logLikelihood(
      of: .negativeBinomial(mean: values[0] * meanFactor, size: values[1] * sizeFactor))
    #expect(other < fit.logLikelihood)
  }

  @Test("A large sample gives mean and size back", arguments: [(4.2, 1.3), (0.6, 8), (60, 0.4)])
  func recovery(mean: Double, size: Double) throws {
    let sample = try FitSamples.draw(
      10_000, stream: 3, from: .negativeBinomial(mean: mean, size: size))
    #expect(try Fit.negativeBinomial(sample).distance(to: [mean, size]) ?? 9 < 4)
  }

  @Test("Counts that vary no more than Poisson counts have no size")
  func notOverdispersed() throws {
    #expect(throws: FitError.notOverdispersed(mean: 1, variance: 0.5)) {
      try Fit.negativeBinomial(CountSample([0, 1, 1, 2]))
    }
    // As the mean: 1 and 1.
    #expect(throws: FitError.notOverdispersed(mean: 1, variance: 1)) {
      try Fit.negativeBinomial(CountSample([0, 2]))
    }
    #expect(throws: FitError.notOverdispersed(mean: 7, variance: 0)) {
      try Fit.negativeBinomial(CountSample([7]))
    }
    #expect(throws: FitError.allZero) { try Fit.negativeBinomial(CountSample([0, 0])) }
  }

  @Test("So little spread that the size is beyond all means is Poisson")
  func hardlyOverdispersed() throws {
    // The variance is above the mean by about one part in 2³⁸.
    let half = 1 << 38
    let sample = try CountSample(histogram: [0: half, 2: half - 1])
    let (mean, variance) = (sample.mean, sample.variance)
    #expect(throws: FitError.notOverdispersed(mean: mean, variance: variance)) {
      try Fit.negativeBinomial(sample)
    }
  }

  @Test("Very wide counts still have a fit")
  func wide() throws {
    let fit = try Fit.negativeBinomial(
      CountSample(histogram: [0: 1_000_000, 1 << 17: 1]))
    #expect(fit.parameters.allSatisfy { $0.value > 0 && $0.standardError ?? 0 > 0 })
    #expect(fit.logLikelihood < 0)
  }
}
