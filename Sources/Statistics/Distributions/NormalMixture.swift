/// A mixture of two normal distributions: a number comes from the first with some probability and
/// from the second otherwise.
public struct NormalMixture: Hashable, Sendable {
  /// One of the two normal distributions.
  public struct Component: Hashable, Sendable {
    /// The mean.
    public var mean: Double
    /// The standard deviation, above 0.
    public var standardDeviation: Double

    /// Creates a component; wrong parameters show where one asks for a value.
    public init(mean: Double, standardDeviation: Double) {
      self.mean = mean
      self.standardDeviation = standardDeviation
    }

    var distribution: ContinuousDistribution {
      .normal(mean: mean, standardDeviation: standardDeviation)
    }
  }

  /// log √(2π).
  static let logRootOfTwoPi = 0.918_938_533_204_672_7

  /// The probability of the first component, from 0 to 1.
  public var weight: Double
  /// The first component.
  public var first: Component
  /// The second component.
  public var second: Component

  /// Creates a mixture; wrong parameters show where one asks for a value.
  public init(weight: Double, first: Component, second: Component) {
    self.weight = weight
    self.first = first
    self.second = second
  }

  /// P(X ≤ x).
  ///
  /// - Throws: ``NumericalError/domain`` for parameters out of bounds or an x that is no number.
  public func cumulative(_ x: Double) throws(NumericalError) -> Double {
    try mixed { component throws(NumericalError) in try component.cumulative(x) }
  }

  /// P(X > x), small values to full relative precision.
  ///
  /// - Throws: ``NumericalError/domain`` for parameters out of bounds or an x that is no number.
  public func survival(_ x: Double) throws(NumericalError) -> Double {
    try mixed { component throws(NumericalError) in try component.survival(x) }
  }

  /// The density at x.
  ///
  /// - Throws: ``NumericalError/domain`` for parameters out of bounds or an x that is no number,
  ///   ``NumericalError/overflow`` where the density is too large for a double.
  public func density(_ x: Double) throws(NumericalError) -> Double {
    try mixed { component throws(NumericalError) in try component.density(x) }
  }

  /// The number below which a probability lies, between the components' own.
  ///
  /// - Parameter probability: Above 0 and below 1.
  /// - Returns: A finite number.
  /// - Throws: ``NumericalError/domain`` for parameters or a probability out of bounds,
  ///   ``NumericalError/overflow`` at 0 and 1.
  public func quantile(_ probability: Double) throws(NumericalError) -> Double {
    let ends = try (
      first.distribution.quantile(probability), second.distribution.quantile(probability)
    )
    let (low, high) = (min(ends.0, ends.1), max(ends.0, ends.1))
    // In the upper half by the survival, where the cumulative probability is rounded to nearly 1.
    let excess = { (x: Double) throws(NumericalError) -> Double in
      try probability < 0.5 ? cumulative(x) - probability : 1 - probability - survival(x)
    }
    // Where one component has all the weight, or both are alike, an end is the answer.
    if try excess(low) >= 0 { return low }
    if try excess(high) <= 0 { return high }
    return try RootFinder.root(
      from: low, to: high,
      tolerance: 0x1p-52 * min(first.standardDeviation, second.standardDeviation), of: excess)
  }

  /// A value of each component, weighted.
  private func mixed(
    _ value: (ContinuousDistribution) throws(NumericalError) -> Double
  ) throws(NumericalError) -> Double {
    guard 0...1 ~= weight else { throw .domain }
    let result = try weight * value(first.distribution) + (1 - weight) * value(second.distribution)
    guard result.isFinite else { throw .overflow }
    return result
  }
}
