import CBoostMath

/// A distribution of a count, computed by Boost.Math.
public enum CountDistribution: Hashable, Sendable {
  /// Successes in a number of trials.
  case binomial(trials: Int, success: Double)
  /// Failures before the given, possibly broken, number of successes; both parameters above 0.
  case negativeBinomial(successes: Double, success: Double)
  /// Events of a mean above 0.
  case poisson(mean: Double)

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
