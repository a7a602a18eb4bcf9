import CBoostMath

/// A distribution of one real number, computed by Boost.Math.
///
/// For calibration, quadrature and tests; random draws use fixed tables.
public enum ContinuousDistribution: Hashable, Sendable {
  /// The normal distribution; the standard deviation is above 0.
  case normal(mean: Double, standardDeviation: Double)
  /// What has a normal logarithm; the standard deviation is above 0.
  case lognormal(logMean: Double, logStandardDeviation: Double)
  /// The beta distribution on 0 to 1; both parameters are above 0.
  case beta(alpha: Double, beta: Double)
  /// Every number from low to high alike; low is below high.
  case uniform(low: Double, high: Double)
  /// A density that rises from low to the mode and falls to high; low is below high.
  case triangular(low: Double, mode: Double, high: Double)
  /// P(X > x) = (lowest / x)^exponent from the lowest number on; both are above 0.
  case pareto(lowest: Double, exponent: Double)
  /// The sum of so many squares of standard normal numbers; above 0, possibly broken.
  case chiSquared(degreesOfFreedom: Double)

  /// Between which numbers all probability lies.
  public var support: (low: Double, high: Double) {
    switch self {
    case .normal: (-.infinity, .infinity)
    case .lognormal, .chiSquared: (0, .infinity)
    case .beta: (0, 1)
    case .uniform(let low, let high), .triangular(let low, _, let high): (low, high)
    case .pareto(let lowest, _): (lowest, .infinity)
    }
  }

  /// P(X ≤ x).
  ///
  /// - Throws: ``NumericalError/domain`` for parameters out of bounds or an x that is no number.
  public func cumulative(_ x: Double) throws(NumericalError) -> Double {
    if let certain = try certainty(x) { return certain ? 1 : 0 }
    return try awardsim_cdf(library, x).checked()
  }

  /// P(X > x), small values to full relative precision.
  ///
  /// - Throws: ``NumericalError/domain`` for parameters out of bounds or an x that is no number.
  public func survival(_ x: Double) throws(NumericalError) -> Double {
    if let certain = try certainty(x) { return certain ? 0 : 1 }
    return try awardsim_survival(library, x).checked()
  }

  /// The density at x.
  ///
  /// - Throws: ``NumericalError/domain`` for parameters out of bounds or an x that is no number,
  ///   ``NumericalError/overflow`` where the density is infinite.
  public func density(_ x: Double) throws(NumericalError) -> Double {
    if x < support.low || x > support.high, try certainty(x) != nil { return 0 }
    return try awardsim_pdf(library, x).checked()
  }

  /// The number below which a probability lies.
  ///
  /// - Parameter probability: From 0 to 1; an end without a finite number is an error.
  /// - Returns: A finite number within the support.
  /// - Throws: ``NumericalError/domain`` for parameters or a probability out of bounds,
  ///   ``NumericalError/overflow`` where the number is infinite.
  public func quantile(_ probability: Double) throws(NumericalError) -> Double {
    try awardsim_quantile(library, probability).checked()
  }

  /// Whether x is at or above all probability, or at or below it; `nil` in between.
  private func certainty(_ x: Double) throws(NumericalError) -> Bool? {
    guard x <= support.low || x >= support.high else { return nil }
    // The library checks the parameters.
    _ = try awardsim_quantile(library, 0.5).checked()
    return x >= support.high
  }

  private var library: awardsim_continuous_distribution {
    switch self {
    case .normal(let mean, let deviation):
      .init(kind: AWARDSIM_NORMAL, first: mean, second: deviation, third: 0)
    case .lognormal(let mean, let deviation):
      .init(kind: AWARDSIM_LOGNORMAL, first: mean, second: deviation, third: 0)
    case .beta(let alpha, let beta):
      .init(kind: AWARDSIM_BETA, first: alpha, second: beta, third: 0)
    case .uniform(let low, let high):
      .init(kind: AWARDSIM_UNIFORM, first: low, second: high, third: 0)
    case .triangular(let low, let mode, let high):
      .init(kind: AWARDSIM_TRIANGULAR, first: low, second: mode, third: high)
    case .pareto(let lowest, let exponent):
      .init(kind: AWARDSIM_PARETO, first: lowest, second: exponent, third: 0)
    case .chiSquared(let degreesOfFreedom):
      .init(kind: AWARDSIM_CHI_SQUARED, first: degreesOfFreedom, second: 0, third: 0)
    }
  }
}
