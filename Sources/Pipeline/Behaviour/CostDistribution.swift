public import Quantities
public import Statistics

/// How the private costs of vendors are distributed, in units of the reserve price or of money.
///
/// Costs are not negative and without atoms, so no two vendors have the same.
public struct CostDistribution: Hashable, Sendable {
  /// The distribution as it is read, such as `uniform(0.6,1.2)`; scaled ones say by how much.
  public let text: String
  /// The distribution of (cost − offset) ÷ scale.
  public let shape: ContinuousDistribution
  private let offset: Double
  private let scale: Double

  /// What is assumed of costs as parts of the reserve price where nothing else is stated.
  public static let assumed = CostDistribution(
    .uniform(low: 0.6, high: 1.2), "uniform", [0.6, 1.2])

  /// The largest number that a parameter may be.
  public static let largestParameter = 1e15

  /// Every cost from low to high alike.
  ///
  /// - Throws: `QuantityFormatError` unless 0 ≤ low < high.
  public static func uniform(
    low: Double, high: Double
  ) throws(QuantityFormatError) -> CostDistribution {
    try check(low >= 0 && low < high, "needs 0 ≤ low < high", "uniform(0.6,1.2)")
    return CostDistribution(.uniform(low: low, high: high), "uniform", [low, high])
  }

  /// Costs whose logarithm is normal.
  ///
  /// - Throws: `QuantityFormatError` unless the standard deviation sigma is above 0.
  public static func lognormal(
    mu: Double, sigma: Double
  ) throws(QuantityFormatError) -> CostDistribution {
    let example = "lognormal(-0.2,0.3)"
    try check(sigma > 0 && sigma <= 100, "needs sigma above 0 and at most 100", example)
    try check(abs(mu) <= 100, "needs mu from -100 to 100", example)
    return CostDistribution(
      .lognormal(logMean: mu, logStandardDeviation: sigma), "lognormal", [mu, sigma])
  }

  /// Costs of a beta distribution, stretched from low to high.
  ///
  /// - Throws: `QuantityFormatError` unless alpha and beta are above 0 and 0 ≤ low < high.
  public static func beta(
    alpha: Double, beta: Double, low: Double, high: Double
  ) throws(QuantityFormatError) -> CostDistribution {
    let example = "beta(2,3,0.6,1.2)"
    let parameters = 0.01...10_000
    try check(
      parameters.contains(alpha) && parameters.contains(beta),
      "needs a and b from 0.01 to 10000", example)
    try check(low >= 0 && low < high, "needs 0 ≤ low < high", example)
    return CostDistribution(
      .beta(alpha: alpha, beta: beta), "beta", [alpha, beta, low, high], offset: low,
      scale: high - low)
  }

  /// Costs whose density rises from low to the mode and falls to high.
  ///
  /// - Throws: `QuantityFormatError` unless 0 ≤ low ≤ mode ≤ high and low < high.
  public static func triangular(
    low: Double, mode: Double, high: Double
  ) throws(QuantityFormatError) -> CostDistribution {
    try check(
      low >= 0 && low <= mode && mode <= high && low < high,
      "needs 0 ≤ a ≤ c ≤ b and a < b, with the mode c between the lowest a and the highest b",
      "triangular(0.6,0.8,1.2)")
    return CostDistribution(
      .triangular(low: low, mode: mode, high: high), "triangular", [low, mode, high])
  }

  private init(
    _ shape: ContinuousDistribution, _ family: String, _ parameters: [Double], offset: Double = 0,
    scale: Double = 1
  ) {
    self.init(
      shape, text: CostDistribution.text(family, parameters), offset: offset, scale: scale)
  }

  private init(
    _ shape: ContinuousDistribution, text: String, offset: Double, scale: Double
  ) {
    self.text = text
    self.shape = shape
    self.offset = offset
    self.scale = scale
  }

  private static func check(
    _ holds: Bool, _ problem: String, _ example: String
  ) throws(QuantityFormatError) {
    guard holds else {
      throw QuantityFormatError(problem, expected: "a distribution such as \(example)")
    }
  }

  /// The lowest cost, from 0 on.
  public var low: Double { offset + scale * shape.support.low }
  /// The highest cost; infinite for lognormal ones.
  public var high: Double { offset + scale * shape.support.high }

  /// Where the density has a kink.
  package var kinks: [Double] {
    if case .triangular(_, let mode, _) = shape { [offset + scale * mode] } else { [] }
  }

  /// The same costs, each multiplied by a factor.
  ///
  /// - Parameter factor: Above 0.
  /// - Returns: The distribution; these costs for a factor of 1.
  package func scaled(by factor: Rate) -> CostDistribution {
    let multiplier = Double(factor.value.numerator) / Double(factor.value.denominator)
    guard multiplier != 1 else { return self }
    return CostDistribution(
      shape, text: "\(factor.decimalText) × \(text)", offset: offset * multiplier,
      scale: scale * multiplier)
  }

  /// The probability of a cost of at most c.
  package func cumulative(_ cost: Double) throws(NumericalError) -> Double {
    try shape.cumulative((cost - offset) / scale)
  }

  /// The probability of a cost above c, small ones to full relative precision.
  package func survival(_ cost: Double) throws(NumericalError) -> Double {
    try shape.survival((cost - offset) / scale)
  }

  /// The density at a cost.
  package func density(_ cost: Double) throws(NumericalError) -> Double {
    try shape.density((cost - offset) / scale) / scale
  }

  /// The cost below which a probability lies.
  package func quantile(_ probability: Double) throws(NumericalError) -> Double {
    offset + scale * (try shape.quantile(probability))
  }
}
