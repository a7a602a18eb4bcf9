import Statistics

/// Samples that several tests fit; the expected values beside each test belong to them.
enum FitSamples {
  static let counts = [
    0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 5, 5, 7, 9, 12, 18, 0, 1, 2, 0, 6, 1,
  ]

  /// 120 counts.
  static let histogram = [
    0: 23, 1: 21, 2: 10, 3: 18, 4: 18, 5: 10, 6: 8, 7: 4, 8: 4, 9: 3, 12: 1,
  ]

  static let ratios = [
    0.644, 0.55, 0.76, 0.929, 1.151, 0.846, 0.694, 0.647, 1.025, 1.337, 0.889, 0.566, 0.614, 1.323,
    0.87, 0.487, 0.798, 0.578, 0.678, 0.707, 0.661, 0.967, 0.803, 0.686, 0.926,
  ]

  static let shares = [
    0.853, 0.757, 0.805, 0.833, 0.787, 0.968, 0.901, 0.811, 0.73, 0.834, 0.744, 0.708, 0.885, 0.892,
    0.575, 0.81, 0.87, 0.849, 0.787, 0.971, 0.676, 0.863, 0.791, 0.713, 0.608,
  ]

  static let mixed = [
    -0.27, 2.02, -0.75, -1.73, 1.23, -0.45, 2.63, 0.73, -0.95, 0.49, 2.96, -0.98, 0.32, 0.56, -0.31,
    -0.88, 1.78, -0.38, -0.82, -0.71, 2.87, -0.75, -0.72, 1.15, -1.17, 3.14, -0.99, 1.09, 2.41,
    0.68,
    0.86, 0.37, 2.17, -1.37, 2.02, 0.95, 1.31, -0.22, 0.99, 0.74, -0.68, -0.65, 0.63, 1.76, 0.32,
    0.17, 1.4, -0.56, 0.97, -1.0, 0.71, -0.8, 3.62, 0.37, -1.14, 0.85, -0.95, -1.58, 0.38, -1.42,
  ]

  /// Pseudo-random numbers strictly between 0 and 1.
  static func uniforms(_ count: Int, stream: UInt64) -> [Double] {
    var random = RandomStream(seed: 20_250_301, stream: stream)
    return (0..<count).map { _ in Double(random.next() >> 12) * 0x1p-52 + 0x1p-53 }
  }

  /// Pseudo-random numbers of a distribution, by its quantiles.
  static func draw(
    _ count: Int, stream: UInt64, from distribution: ContinuousDistribution
  ) throws -> ContinuousSample {
    try ContinuousSample(uniforms(count, stream: stream).map { try distribution.quantile($0) })
  }

  /// Pseudo-random counts of a table.
  static func draw(_ count: Int, stream: UInt64, from table: CountTable) throws -> CountSample {
    var random = RandomStream(seed: 20_250_301, stream: stream)
    return try CountSample((0..<count).map { _ in table.count(for: random.nextWord()) })
  }
}

extension Fit {
  /// The widest distance of the parameters from given ones, in standard errors; `nil` without errors.
  func distance(to truth: [Double]) -> Double? {
    guard truth.count == parameters.count else { return nil }
    var widest = 0.0
    for (parameter, value) in zip(parameters, truth) {
      guard let error = parameter.standardError else { return nil }
      widest = max(widest, abs(parameter.value - value) / error)
    }
    return widest
  }

  /// Whether values and standard errors are the expected ones, to a relative tolerance.
  func agrees(
    with expected: [(name: FittedParameter.Name, value: Double, error: Double)],
    within relative: Double
  ) -> Bool {
    guard expected.count == parameters.count else { return false }
    return zip(parameters, expected).allSatisfy { parameter, expected in
      parameter.name == expected.name
        && abs(parameter.value - expected.value) <= relative * abs(expected.value)
        && abs((parameter.standardError ?? .infinity) - expected.error) <= relative * expected.error
    }
  }
}

extension ContinuousSample {
  /// The logarithm of the likelihood, observation by observation.
  func logLikelihood(density: (Double) throws -> Double) throws -> Double {
    try sorted.reduce(0) { try $0 + SpecialFunction.log(density($1)) }
  }
}
