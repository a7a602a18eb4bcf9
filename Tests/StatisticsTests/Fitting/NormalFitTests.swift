import Statistics
import Testing

/// Expected values: SciPy 1.17.1, scipy.stats.norm.
@Suite struct NormalFitTests {
  @Test("Mean and standard deviation, with their errors and the likelihood")
  func fit() throws {
    let fit = try Fit.normal(ContinuousSample(FitSamples.ratios))
    #expect(
      fit.agrees(
        with: [
          (.mean, 0.805_439_999_999_999_9, 0.044_287_716_762_100_075),
          (.standardDeviation, 0.221_438_583_810_500_38, 0.031_316_144_845_750_09),
        ], within: 1e-14))
    #expect(abs(fit.logLikelihood - 2.216_786_718_326_031_5) < 1e-13)
    #expect(abs(fit.aic - (4 - 2 * fit.logLikelihood)) < 1e-14)
  }

  @Test("The likelihood is the densities', and greatest at the fit")
  func perturbed() throws {
    let sample = try ContinuousSample(FitSamples.ratios)
    let fit = try Fit.normal(sample)
    for mean in [0.8, 0.999, 1, 1.001, 1.2] {
      for deviation in [0.8, 0.999, 1, 1.001, 1.2] {
        let other = ContinuousDistribution.normal(
          mean: fit.parameters[0].value * mean,
          standardDeviation: fit.parameters[1].value * deviation)
        let likelihood = try sample.logLikelihood(density: other.density)
        if mean == 1, deviation == 1 {
          #expect(abs(likelihood - fit.logLikelihood) < 1e-13)
        } else {
          #expect(likelihood < fit.logLikelihood)
        }
      }
    }
  }

  @Test("A large sample gives its parameters back")
  func recovery() throws {
    let sample = try FitSamples.draw(
      5_000, stream: 4, from: .normal(mean: -3, standardDeviation: 0.7))
    #expect(try Fit.normal(sample).distance(to: [-3, 0.7]) ?? 9 < 4)
  }

  @Test("Neither a far origin nor an odd unit costs precision, nor does the order count a bit")
  func scale() throws {
    let ratios = FitSamples.ratios
    let plain = try Fit.normal(ContinuousSample(ratios))
    #expect(try Fit.normal(ContinuousSample(ratios.reversed())) == plain)
    for unit in [0x1p-1000, 0x1p1000] {
      let scaled = try Fit.normal(ContinuousSample(ratios.map { $0 * unit }))
      #expect(scaled.parameters.map(\.value) == plain.parameters.map { $0.value * unit })
    }
    let far = try Fit.normal(ContinuousSample([1, 2, 3, 4].map { 0x1p50 + $0 }))
    #expect(far.parameters.map(\.value) == [0x1p50 + 2.5, 1.25.squareRoot()])
  }

  @Test("Equal numbers, and ones too far apart, have no fit")
  func wrong() {
    #expect(throws: FitError.noSpread(value: 2.5)) {
      try Fit.normal(ContinuousSample([2.5, 2.5]))
    }
    #expect(throws: FitError.noSpread(value: 1)) { try Fit.normal(ContinuousSample([1])) }
    #expect(throws: FitError.numerical(.overflow)) {
      try Fit.normal(ContinuousSample([-1.7e308, 1.7e308]))
    }
  }
}
