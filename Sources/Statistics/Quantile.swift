/// Quantiles of a sample that is already in order.
public enum Quantile {
  /// The quantile of type 7: linear between the order statistics.
  ///
  /// Hyndman and Fan, *Sample quantiles in statistical packages* (The American Statistician 50,
  /// 1996); the default of R and NumPy.
  ///
  /// - Parameters:
  ///   - probability: From 0 to 1; what lies outside counts as the nearer end.
  ///   - sorted: The sample in ascending order, without NaN.
  /// - Returns: `nil` for an empty sample or a probability that is no number.
  /// - Complexity: O(1).
  public static func type7(_ probability: Double, ofSorted sorted: [Double]) -> Double? {
    guard let last = sorted.last, !probability.isNaN else { return nil }
    let position = Double(sorted.count - 1) * Swift.min(Swift.max(probability, 0), 1)
    let index = Int(position)
    guard index + 1 < sorted.count else { return last }
    return sorted[index] + (position - Double(index)) * (sorted[index + 1] - sorted[index])
  }
}
