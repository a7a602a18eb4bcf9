/// A distribution fitted to a sample by maximum likelihood.
///
/// Each family has a function of its own: ``poisson(_:)``, ``binomial(_:trials:)``,
/// ``negativeBinomial(_:)``, ``normal(_:)``, ``lognormal(_:)``, ``beta(_:)``, ``normalMixture(_:)``.
/// The order of the observations changes no bit of a fit: a sample is kept in order of value.
public struct Fit<Distribution: Hashable & Sendable>: Hashable, Sendable {
  /// The distribution under which the sample is likeliest.
  public let distribution: Distribution
  /// What was estimated, always in the same order for a family.
  public let parameters: [FittedParameter]
  /// The logarithm of the probability, or of the density, of the whole sample.
  public let logLikelihood: Double
  /// How many observations there are.
  public let observationCount: Int
  /// Akaike's information criterion, 2k − 2 log L with k parameters: the lower, the better.
  public let aic: Double
  /// The Bayesian information criterion of Schwarz, k log n − 2 log L: the lower, the better.
  public let bic: Double

  /// Creates a fit from its estimates.
  ///
  /// - Parameters:
  ///   - distribution: The distribution of the estimates.
  ///   - parameters: The estimates.
  ///   - logLikelihood: The logarithm of the likelihood there.
  ///   - observationCount: The size of the sample, above 0.
  /// - Throws: ``NumericalError/overflow`` where a number is not finite.
  init(
    _ distribution: Distribution, _ parameters: [FittedParameter], logLikelihood: Double,
    observationCount: Int
  ) throws(NumericalError) {
    let dimension = Double(parameters.count)
    self.distribution = distribution
    self.parameters = parameters
    self.logLikelihood = logLikelihood
    self.observationCount = observationCount
    aic = 2 * dimension - 2 * logLikelihood
    bic = try dimension * SpecialFunction.log(Double(observationCount)) - 2 * logLikelihood
    let numbers = parameters.map(\.value) + [logLikelihood, aic, bic]
    guard numbers.allSatisfy(\.isFinite) else { throw .overflow }
  }

  /// The parameter of a name; `nil` where the family has none.
  public subscript(name: FittedParameter.Name) -> FittedParameter? {
    parameters.first { $0.name == name }
  }
}
