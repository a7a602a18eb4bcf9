/// The Anderson–Darling statistic A²: the distance between a sample's distribution function and a
/// given one, weighted so that the tails count.
///
/// Anderson and Darling, *A test of goodness of fit*, Journal of the American Statistical Association
/// 49, 1954.
public enum AndersonDarling {
  /// A² of a sample of real numbers.
  ///
  /// With the i-th of n observations in ascending order,
  /// A² = −n − Σ (2i − 1) (log F(xᵢ) + log (1 − F(xₙ₊₁₋ᵢ))) / n.
  ///
  /// - Parameters:
  ///   - sample: The observations.
  ///   - cumulative: F(x) = P(X ≤ x) of a continuous distribution.
  ///   - survival: 1 − F(x), on its own so that the upper tail keeps its precision.
  /// - Returns: `nil` where F is 0 or 1 at an observation: A² is infinite there, as the distribution
  ///   makes the observation impossible.
  /// - Throws: What the functions throw; ``NumericalError/domain`` for a value outside 0 to 1.
  /// - Complexity: O(n).
  public static func statistic(
    of sample: ContinuousSample, cumulative: (Double) throws(NumericalError) -> Double,
    survival: (Double) throws(NumericalError) -> Double
  ) throws(NumericalError) -> Double? {
    let n = sample.observationCount
    var sum = 0.0
    for (index, value) in sample.sorted.enumerated() {
      let (below, above) = try (cumulative(value), survival(value))
      guard 0...1 ~= below, 0...1 ~= above else { throw .domain }
      guard below > 0, above > 0 else { return nil }
      sum += try Double(2 * index + 1) * SpecialFunction.log(below)
      sum += try Double(2 * (n - index) - 1) * SpecialFunction.log(above)
    }
    return -Double(n) - sum / Double(n)
  }
}
