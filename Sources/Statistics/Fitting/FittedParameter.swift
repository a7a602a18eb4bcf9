/// A parameter of a fitted distribution, with the error of its estimate.
public struct FittedParameter: Hashable, Sendable {
  /// What a parameter is called; the raw value is for tables.
  public enum Name: String, CaseIterable, Sendable {
    /// The expected value.
    case mean
    /// The size of a negative binomial: its variance is mean + mean² / size.
    case size
    /// The probability of success in a trial.
    case successProbability = "success_probability"
    /// The standard deviation.
    case standardDeviation = "standard_deviation"
    /// The mean of the logarithm.
    case logMean = "log_mean"
    /// The standard deviation of the logarithm.
    case logStandardDeviation = "log_standard_deviation"
    /// The first parameter of a beta distribution.
    case alpha
    /// The second parameter of a beta distribution.
    case beta
    /// The share of the lower component of a mixture.
    case lowerWeight = "lower_weight"
    /// The mean of the lower component of a mixture.
    case lowerMean = "lower_mean"
    /// The standard deviation of the lower component of a mixture.
    case lowerStandardDeviation = "lower_standard_deviation"
    /// The mean of the upper component of a mixture.
    case upperMean = "upper_mean"
    /// The standard deviation of the upper component of a mixture.
    case upperStandardDeviation = "upper_standard_deviation"
  }

  /// Which parameter it is.
  public let name: Name
  /// The estimate, finite.
  public let value: Double
  /// The standard error of the estimate by the information of the sample; `nil` where that gives
  /// none, as at the bound of what a parameter may be.
  public let standardError: Double?

  /// Creates a parameter; an error that is no finite number above 0 counts as none.
  init(_ name: Name, _ value: Double, standardError: Double?) {
    self.name = name
    self.value = value
    self.standardError = standardError.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
  }
}
