import Statistics
import Testing

/// Expected values: SciPy 1.17.1 (the likelihood equations by scipy.optimize.root, errors by
/// scipy.special.polygamma); where the parameters are large, decimals of 50 digits.
@Suite struct BetaFitTests {
  @Test("Alpha and beta, with their errors and the likelihood")
  func fit() throws {
    let sample = try ContinuousSample(FitSamples.shares)
    let fit = try Fit.beta(sample)
    #expect(
      fit.agrees(
        with: [
          (.alpha, 11.569_608_003_016_219, 3.317_599_204_029_1),
          (.beta, 2.859_750_102_011_887_4, 0.767_442_285_222_15),
        ], within: 1e-11))
    #expect(abs(fit.logLikelihood - 23.334_235_895_008_767) < 1e-12)
    let densities = try sample.logLikelihood(density: fit.distribution.density)
    #expect(abs(densities - fit.logLikelihood) < 1e-12)
  }

  @Test("Other parameters are less likely", arguments: [-0.3, -0.003, 0.003, 0.3], [-0.2, 0, 0.2])
  func perturbed(alphaStep: Double, betaStep: Double) throws {
    let sample = try ContinuousSample(FitSamples.shares)
    let fit = try Fit.beta(sample)
    let other = ContinuousDistribution.beta(
      alpha: fit.parameters[0].value * (1 + alphaStep),
      beta: fit.parameters[1].value * (1 + betaStep))
    #expect(try sample.logLikelihood(density: other.density) < fit.logLikelihood)
  }

  @Test("A large sample gives its parameters back", arguments: [(2.0, 5.0), (0.3, 0.4), (40, 3)])
  func recovery(alpha: Double, beta: Double) throws {
    let sample = try FitSamples.draw(1_000, stream: 6, from: .beta(alpha: alpha, beta: beta))
    #expect(try Fit.beta(sample).distance(to: [alpha, beta]) ?? 9 < 4)
  }

  @Test("From x to 1 − x the parameters change places")
  func mirrored() throws {
    let values = [0.125, 0.25, 0.3125, 0.75]
    let fit = try Fit.beta(ContinuousSample(values)).parameters.map(\.value)
    let mirror = try Fit.beta(ContinuousSample(values.map { 1 - $0 })).parameters.map(\.value)
    #expect(abs(fit[0] / mirror[1] - 1) < 1e-12)
    #expect(abs(fit[1] / mirror[0] - 1) < 1e-12)
  }

  @Test(
    "Narrow samples keep some digits",
    arguments: [
      (1e-2, 107_511.216_767_294_59, 155_991.242_769_396_3, 1e-9),
      (1e-3, 10_503_046.127_489_409, 15_702_103.860_479_187, 1e-7),
    ] as [(Double, Double, Double, Double)])
  func narrow(unit: Double, alpha: Double, beta: Double, tolerance: Double) throws {
    let fit = try Fit.beta(ContinuousSample(FitSamples.shares.map { 0.4 + unit * $0 }))
    #expect(abs(fit.parameters[0].value / alpha - 1) < tolerance)
    #expect(abs(fit.parameters[1].value / beta - 1) < tolerance)
  }

  @Test(
    "Extreme samples have a fit: the slope of the likelihood is 0 there",
    arguments: [[1e-300, 0.5, 1 - 0x1p-53], [1e-308, 1 - 0x1p-53], [1e-100, 0.5, 0.9]])
  func extreme(values: [Double]) throws {
    let fit = try Fit.beta(ContinuousSample(values))
    let (alpha, beta) = (fit.parameters[0].value, fit.parameters[1].value)
    let (common, n) = (try SpecialFunction.digamma(alpha + beta), Double(values.count))
    let low = try values.reduce(0) { try $0 + SpecialFunction.log($1) } / n
    let high = try values.reduce(0) { try $0 + SpecialFunction.log(onePlus: -$1) } / n
    #expect(abs((try SpecialFunction.digamma(alpha) - common) / low - 1) < 1e-10)
    #expect(abs((try SpecialFunction.digamma(beta) - common) / high - 1) < 1e-10)
  }

  @Test("Outside 0 to 1, at its ends, equal or nearly so, there is no fit")
  func wrong() {
    for value in [-0.1, 0, 1, 1.5] {
      #expect(throws: FitError.outsideSupport(value: value, low: 0, high: 1)) {
        try Fit.beta(ContinuousSample([0.5, value]))
      }
    }
    #expect(throws: FitError.noSpread(value: 0.5)) { try Fit.beta(ContinuousSample([0.5])) }
    for (low, high) in [(0.5, 0.500_001), (1e-300, 2e-300)] {
      #expect(throws: FitError.tooConcentrated(low: low, high: high)) {
        try Fit.beta(ContinuousSample([low, high]))
      }
    }
  }
}
