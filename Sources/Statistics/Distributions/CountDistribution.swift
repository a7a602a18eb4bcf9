import CBoostMath

/// A distribution of a count, computed by Boost.Math.
public enum CountDistribution: Hashable, Sendable {
  /// Successes in a number of trials.
  case binomial(trials: Int, success: Double)
  /// Failures before the given, possibly broken, number of successes; both parameters above 0.
  case negativeBinomial(successes: Double, success: Double)
  /// Events of a mean above 0.
  case poisson(mean: Double)

  /// The negative binomial distribution of a mean and a size: variance mean + mean² / size.
  ///
  /// - Parameters:
  ///   - mean: Above 0.
  ///   - size: Above 0; the larger, the nearer to Poisson.
  /// - Returns: The distribution of the same successes and probability of success.
  public static func negativeBinomial(mean: Double, size: Double) -> CountDistribution {
    .negativeBinomial(successes: size, success: size / (size + mean))
  }

  /// P(X = count).
  ///
  /// - Throws: ``NumericalError/domain`` for parameters out of bounds or a negative count.
  public func probability(of count: Int) throws(NumericalError) -> ScaledReal {
    if case .binomial(let trials, _) = self, count > trials {
      _ = try awardsim_pmf(library, 0).checked()
      return .zero
    }
    return try awardsim_pmf(library, Double(count)).checked()
  }

  /// P(X ≤ count).
  ///
  /// - Parameter count: Any whole number; below 0 lies nothing.
  /// - Returns: From 0 to 1.
  /// - Throws: ``NumericalError/domain`` for parameters out of bounds.
  public func cumulative(_ count: Int) throws(NumericalError) -> Double {
    if let certain = try certainty(count) { return certain ? 1 : 0 }
    return try awardsim_count_cdf(library, Double(count)).checked()
  }

  /// P(X > count), small values to full relative precision.
  ///
  /// - Parameter count: Any whole number; below 0 lies nothing.
  /// - Returns: From 0 to 1.
  /// - Throws: ``NumericalError/domain`` for parameters out of bounds.
  public func survival(_ count: Int) throws(NumericalError) -> Double {
    if let certain = try certainty(count) { return certain ? 0 : 1 }
    return try awardsim_count_survival(library, Double(count)).checked()
  }

  /// Whether a count is at or above all probability, or below it; `nil` in between.
  private func certainty(_ count: Int) throws(NumericalError) -> Bool? {
    let end: Int? = if case .binomial(let trials, _) = self { trials } else { nil }
    guard count < 0 || count >= end ?? .max else { return nil }
    // The library checks the parameters.
    _ = try awardsim_count_cdf(library, 0).checked()
    return count >= 0
  }

  private var library: awardsim_discrete_distribution {
    switch self {
    case .binomial(let trials, let success):
      .init(kind: AWARDSIM_BINOMIAL, first: Double(trials), second: success)
    case .negativeBinomial(let successes, let success):
      .init(kind: AWARDSIM_NEGATIVE_BINOMIAL, first: successes, second: success)
    case .poisson(let mean):
      .init(kind: AWARDSIM_POISSON, first: mean, second: 0)
    }
  }
}
