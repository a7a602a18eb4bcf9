public import Quantities

/// How many bid for an item, as a distribution.
public enum StatedEntry: Hashable, Sendable {
  /// Poisson.
  case poisson(mean: Rate)
  /// So many vendors, each with the same probability.
  case binomial(vendors: Int, probability: Share)
  /// Negative binomial: variance mean + mean² / size.
  case negativeBinomial(mean: Rate, size: Rate)

  /// The distribution as a behaviour file writes it.
  public var text: String {
    switch self {
    case .poisson(let mean): "poisson(\(mean.decimalText))"
    case .binomial(let vendors, let probability):
      "binomial(\(vendors), \(probability.decimalText))"
    case .negativeBinomial(let mean, let size):
      "negative-binomial(\(mean.decimalText), \(size.decimalText))"
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
