import Statistics
import Testing

/// Expected values: SciPy 1.17.1 (the likelihood by scipy.optimize from many starts, then Newton
/// steps; errors by a numerical Hessian, good to five digits).
@Suite struct NormalMixtureFitTests {
  @Test("Both components, with their errors and the likelihood")
  func fit() throws {
    let fit = try Fit.normalMixture(ContinuousSample(FitSamples.mixed))
    let expected: [(FittedParameter.Name, Double, Double)] = [
      (.lowerWeight, 0.315_622_242_592_013_5, 0.105_588),
      (.lowerMean, -0.903_138_282_412_670_4, 0.101_316),
      (.lowerStandardDeviation, 0.339_160_660_056_977_2, 0.091_508_9),
      (.upperMean, 0.962_505_267_890_761_9, 0.299_012),
      (.upperStandardDeviation, 1.152_964_443_640_464_5, 0.190_421),
    ]
    #expect(fit.parameters.map(\.name) == expected.map(\.0))
    for (parameter, expected) in zip(fit.parameters, expected) {
      #expect(abs(parameter.value - expected.1) < 1e-9)
      #expect(abs((parameter.standardError ?? 9) - expected.2) < 1e-5 * expected.2 + 1e-6)
    }
    #expect(abs(fit.logLikelihood - -94.463_836_722_129_83) < 1e-11)
    #expect(abs(fit.aic - (10 - 2 * fit.logLikelihood)) < 1e-12)
    #expect(fit.distribution.weight == fit.parameters[0].value)
  }

  @Test("The likelihood is the densities', and greatest at the fit")
  func perturbed() throws {
    let sample = try ContinuousSample(FitSamples.mixed)
    let fit = try Fit.normalMixture(sample)
    let own = try sample.logLikelihood(density: fit.distribution.density)
    #expect(abs(own - fit.logLikelihood) < 1e-11)
    let steps: [WritableKeyPath<NormalMixture, Double>] = [
      \.weight, \.first.mean, \.first.standardDeviation, \.second.mean, \.second.standardDeviation,
    ]
    for place in steps {
      for factor in [0.9, 0.999, 1.001, 1.1] {
        var other = fit.distribution
        other[keyPath: place] *= factor
        #expect(try sample.logLikelihood(density: other.density) < fit.logLikelihood)
      }
    }
  }

  @Test("Order, origin and unit change nothing but the origin and the unit")
  func equivariance() throws {
    let plain = try Fit.normalMixture(ContinuousSample(FitSamples.mixed))
    #expect(try Fit.normalMixture(ContinuousSample(FitSamples.mixed.reversed())) == plain)
    let moved = try Fit.normalMixture(ContinuousSample(FitSamples.mixed.map { 40 - 8 * $0 }))
    // The mirror image: what was the upper component is the lower one.
    let (from, to) = (plain.distribution, moved.distribution)
    #expect(abs(to.weight - (1 - from.weight)) < 1e-9)
    #expect(abs(to.first.mean - (40 - 8 * from.second.mean)) < 1e-7)
    #expect(abs(to.second.standardDeviation - 8 * from.first.standardDeviation) < 1e-7)
  }

  @Test(
    "A large sample gives its parameters back",
    arguments: [
      [0.3, -2, 0.5, 1, 1.2], [0.85, 0, 1, 3.5, 0.4], [0.05, -4, 0.3, 0, 1],
    ])
  func recovery(truth: [Double]) throws {
    let mixture = NormalMixture(
      weight: truth[0], first: .init(mean: truth[1], standardDeviation: truth[2]),
      second: .init(mean: truth[3], standardDeviation: truth[4]))
    let uniforms = FitSamples.uniforms(3_000, stream: 7)
    let values = try stride(from: 0, to: uniforms.count, by: 2).map { index in
      let component = uniforms[index] < mixture.weight ? mixture.first : mixture.second
      return try ContinuousDistribution.normal(
        mean: component.mean, standardDeviation: component.standardDeviation
      ).quantile(uniforms[index + 1])
    }
    let fit = try Fit.normalMixture(ContinuousSample(values))
    #expect(fit.distance(to: truth) ?? 9 < 4)
  }

  @Test("A component on ties ends on the floor, without standard errors")
  func spike() throws {
    let values = FitSamples.mixed + [Double](repeating: 0.5, count: 30)
    let fit = try Fit.normalMixture(ContinuousSample(values))
    let mean = values.reduce(0, +) / 90
    let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 90
    let narrower = min(
      fit.distribution.first.standardDeviation, fit.distribution.second.standardDeviation)
    #expect(abs(narrower / (NormalMixtureFit.floorShare * square.squareRoot()) - 1) < 1e-12)
    #expect(fit.parameters.allSatisfy { $0.standardError == nil })
  }

  @Test("Two values make two spikes")
  func twoValues() throws {
    let fit = try Fit.normalMixture(ContinuousSample([0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1]))
    #expect(abs(fit.distribution.weight - 0.25) < 1e-12)
    #expect(abs(fit.distribution.first.mean) < 1e-12)
    #expect(abs(fit.distribution.second.mean - 1) < 1e-12)
  }

  @Test("Too few observations, or equal ones, have no fit")
  func wrong() {
    #expect(throws: FitError.tooFewObservations(count: 9, needed: 10)) {
      try Fit.normalMixture(ContinuousSample([1, 2, 3, 4, 5, 6, 7, 8, 9]))
    }
    #expect(throws: FitError.noSpread(value: 3)) {
      try Fit.normalMixture(ContinuousSample([Double](repeating: 3, count: 12)))
    }
    #expect(throws: FitError.numerical(.overflow)) {
      try Fit.normalMixture(
        ContinuousSample(
          [Double](repeating: -1e308, count: 6) + [Double](repeating: 1e308, count: 6)))
    }
  }
}
