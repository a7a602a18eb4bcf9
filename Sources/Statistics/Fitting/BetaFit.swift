extension Fit where Distribution == ContinuousDistribution {
  /// The beta distribution under which shares are likeliest.
  ///
  /// Newton's method on the two likelihood equations, from the estimates by moments. The likelihood
  /// depends on the sample by the means of log x and log (1 − x) alone and is concave, so there is one
  /// maximum. The search ends where the estimate is within 10⁻⁶ of a standard error of it, less the
  /// last step.
  ///
  /// - Parameter sample: Numbers strictly between 0 and 1, not all equal.
  /// - Returns: The distribution, its parameters ``FittedParameter/Name/alpha`` and
  ///   ``FittedParameter/Name/beta``, their errors by the expected information, which here is the
  ///   observed one.
  /// - Throws: ``FitError/outsideSupport(value:low:high:)``, ``FitError/noSpread(value:)``,
  ///   ``FitError/tooConcentrated(low:high:)`` where alpha + beta is above 10⁸ by moments,
  ///   ``FitError/numerical(_:)``.
  /// - Complexity: O(n).
  public static func beta(_ sample: ContinuousSample) throws(FitError) -> Self {
    let (low, high) = sample.range
    guard low > 0 else { throw .outsideSupport(value: low, low: 0, high: 1) }
    guard high < 1 else { throw .outsideSupport(value: high, low: 0, high: 1) }
    let (mean, deviation) = try sample.moments()
    // The sum of both parameters by moments; not above 0 only by rounding.
    let total = max(mean * (1 - mean) / (deviation * deviation) - 1, 1e-3)
    guard total <= BetaLikelihood.totalLimit else { throw .tooConcentrated(low: low, high: high) }
    return try FitError.checking { () throws(NumericalError) in
      let likelihood = try BetaLikelihood(sample)
      let (point, covariance) = try likelihood.maximum(
        from: (max(mean, 1e-3) * total, max(1 - mean, 1e-3) * total))
      return try Fit(
        .beta(alpha: point.alpha, beta: point.beta),
        [
          FittedParameter(.alpha, point.alpha, standardError: covariance.alpha.squareRoot()),
          FittedParameter(.beta, point.beta, standardError: covariance.beta.squareRoot()),
        ],
        logLikelihood: likelihood.value(at: point), observationCount: sample.observationCount)
    }
  }
}

/// The likelihood of the two parameters of a beta distribution.
struct BetaLikelihood {
  typealias Point = (alpha: Double, beta: Double)

  /// The largest alpha + beta: beyond it the digamma functions differ in their last digits only.
  static let totalLimit = 1e8

  /// A Newton step, with what it says of the distance to the maximum.
  private struct Step {
    let move: Point
    /// Twice what the step promises to gain, in the logarithm of the likelihood.
    let gain: Double
    /// The variances of the estimates.
    let variance: Point
  }

  private let observationCount: Double
  /// The means of log x and of log (1 − x).
  private let meanLogs: Point

  init(_ sample: ContinuousSample) throws(NumericalError) {
    observationCount = Double(sample.observationCount)
    var (low, high) = (0.0, 0.0)
    for value in sample.sorted {
      low += try SpecialFunction.log(value)
      high += try SpecialFunction.log(onePlus: -value)
    }
    meanLogs = (low / observationCount, high / observationCount)
  }

  /// The logarithm of the likelihood.
  func value(at point: Point) throws(NumericalError) -> Double {
    try observationCount
      * ((point.alpha - 1) * meanLogs.alpha + (point.beta - 1) * meanLogs.beta
        - SpecialFunction.logBeta(point.alpha, point.beta))
  }

  /// Climbs from a point to the maximum.
  ///
  /// - Parameter start: Both parameters above 0.
  /// - Returns: The maximum and the variances of the estimates.
  /// - Throws: ``NumericalError/noConvergence`` after a hundred steps, or what a function throws.
  func maximum(from start: Point) throws(NumericalError) -> (Point, variance: Point) {
    var point = start
    for _ in 0..<100 {
      let step = try self.step(at: point)
      guard step.gain > 1e-12 else {
        let end = (point.alpha + step.move.alpha, point.beta + step.move.beta)
        return (end, try self.step(at: end).variance)
      }
      point = try climb(from: point, by: step)
    }
    throw .noConvergence
  }

  /// Takes a step, halved until it stays above 0 and does not descend.
  private func climb(from point: Point, by step: Step) throws(NumericalError) -> Point {
    // So near the maximum that rounding may hide the ascent, and Newton's method needs no help.
    let isNear = step.gain < 1e-2 * observationCount
    let height = try value(at: point)
    var factor = 1.0
    for _ in 0..<60 {
      let next = (
        alpha: point.alpha + factor * step.move.alpha, beta: point.beta + factor * step.move.beta
      )
      if next.alpha > 0, next.beta > 0 {
        if isNear { return next }
        if try value(at: next) >= height { return next }
      }
      factor /= 2
    }
    throw .noConvergence
  }

  private func step(at point: Point) throws(NumericalError) -> Step {
    let (alpha, beta) = point
    let digamma = try SpecialFunction.digamma(alpha + beta)
    let trigamma = try SpecialFunction.trigamma(alpha + beta)
    let slope: Point = try (
      meanLogs.alpha - SpecialFunction.digamma(alpha) + digamma,
      meanLogs.beta - SpecialFunction.digamma(beta) + digamma
    )
    // The information of one observation: a diagonal less the same number everywhere.
    let (first, second) = try (SpecialFunction.trigamma(alpha), SpecialFunction.trigamma(beta))
    let determinant = first * second - trigamma * (first + second)
    guard determinant > 0 else { throw .noConvergence }
    let move: Point = (
      ((second - trigamma) * slope.alpha + trigamma * slope.beta) / determinant,
      ((first - trigamma) * slope.beta + trigamma * slope.alpha) / determinant
    )
    return Step(
      move: move,
      gain: observationCount * (move.alpha * slope.alpha + move.beta * slope.beta),
      variance: (
        (second - trigamma) / determinant / observationCount,
        (first - trigamma) / determinant / observationCount
      ))
  }
}
