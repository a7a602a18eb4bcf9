public import Quantities

/// How many bid for an item, as a distribution.
public enum StatedEntry: Hashable, Sendable {
  /// Poisson.
  case poisson(mean: Rate)
  /// So many vendors, each with the same probability.
  case binomial(vendors: Int, probability: Share)
  /// Negative binomial: variance mean + mean² / size.
  case negativeBinomial(mean: Rate, size: Rate)
  /// How often each number of bids occurs, from 0 on; at least one weight is above 0.
  case counts([Int])

  /// The key that a behaviour file states the distribution under.
  public var key: String {
    if case .counts = self { "entry_counts" } else { "entry" }
  }

  /// The distribution as a behaviour file writes it.
  public var text: String {
    switch self {
    case .poisson(let mean): "poisson(\(mean.decimalText))"
    case .binomial(let vendors, let probability):
      "binomial(\(vendors), \(probability.decimalText))"
    case .negativeBinomial(let mean, let size):
      "negative-binomial(\(mean.decimalText), \(size.decimalText))"
    case .counts(let weights):
      "{"
        + weights.enumerated().filter { $0.element > 0 }
        .map { "\($0.offset): \($0.element)" }.joined(separator: ", ") + "}"
    }
  }
}

/// Bid ÷ reserve price, as a distribution.
public enum StatedRatio: Hashable, Sendable {
  /// A point of a distribution: the ratio that a share of the bids does not exceed.
  public struct Quantile: Hashable, Sendable {
    /// The share of the bids.
    public let share: Share
    /// Bid ÷ reserve price; more than 0.
    public let ratio: Rate

    /// Creates a point.
    public init(share: Share, ratio: Rate) {
      self.share = share
      self.ratio = ratio
    }
  }

  /// Linear between the points; ascending, from share 0 to share 1.
  case quantiles([Quantile])
  /// The logarithm of the ratio is normal.
  case lognormal(logMean: Double, logDeviation: Double)
  /// Beta between 0 and 1.
  case beta(alpha: Double, beta: Double)
  /// The logarithm of the discount, 1 − ratio, is normal.
  case discountLognormal(logMean: Double, logDeviation: Double)
  /// The logarithm of the discount is a mixture of two normal ones; the weight is the first one's.
  case discountMixture(weight: Double, first: Lognormal, second: Lognormal)

  /// One part of a mixture.
  public struct Lognormal: Hashable, Sendable {
    /// The mean of the logarithm.
    public let logMean: Double
    /// The standard deviation of the logarithm, above 0.
    public let logDeviation: Double

    /// Creates a part.
    public init(logMean: Double, logDeviation: Double) {
      self.logMean = logMean
      self.logDeviation = logDeviation
    }
  }

  /// The key that a behaviour file states the distribution under.
  public var key: String {
    if case .quantiles = self { "bid_ratio_quantiles" } else { "bid_ratio" }
  }

  /// The distribution as a behaviour file writes it.
  public var text: String {
    switch self {
    case .quantiles(let points):
      "{"
        + points.map { "\($0.share.decimalText): \($0.ratio.decimalText)" }
        .joined(separator: ", ") + "}"
    case .lognormal(let mean, let deviation): "lognormal(\(mean), \(deviation))"
    case .beta(let alpha, let beta): "beta(\(alpha), \(beta))"
    case .discountLognormal(let mean, let deviation): "discount-lognormal(\(mean), \(deviation))"
    case .discountMixture(let weight, let first, let second):
      "discount-mixture(\(weight), \(first.logMean), \(first.logDeviation), \(second.logMean),"
        + " \(second.logDeviation))"
    }
  }
}

/// Ordered quantities, as a distribution with a heavy tail.
public enum StatedQuantity: Hashable, Sendable {
  /// The logarithm of the quantity is normal.
  case lognormal(logMean: Double, logDeviation: Double)
  /// Pareto: the share of orders above a quantity q is (lowest / q)^exponent.
  case pareto(lowest: Double, exponent: Double)

  /// The distribution as a behaviour file writes it.
  public var text: String {
    switch self {
    case .lognormal(let mean, let deviation): "lognormal(\(mean), \(deviation))"
    case .pareto(let lowest, let exponent): "pareto(\(lowest), \(exponent))"
    }
  }
}
