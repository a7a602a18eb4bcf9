/// The Kolmogorov–Smirnov statistic D: the widest distance between a sample's distribution function
/// and a given one.
///
/// A statistic alone: where the parameters come from the same sample, the distribution of D is not
/// that of the table.
public enum KolmogorovSmirnov {
  /// D of a sample of real numbers.
  ///
  /// The distance is greatest at an observation or just below one, as the sample's function is
  /// constant in between; ties make one jump.
  ///
  /// - Parameters:
  ///   - sample: The observations.
  ///   - cumulative: P(X ≤ x), not decreasing.
  ///   - below: P(X < x), for a distribution with atoms; `nil` for one without.
  /// - Returns: From 0 to 1.
  /// - Throws: What the functions throw; ``NumericalError/domain`` for a value outside 0 to 1.
  /// - Complexity: O(n).
  public static func statistic(
    of sample: ContinuousSample, cumulative: (Double) throws(NumericalError) -> Double,
    below: ((Double) throws(NumericalError) -> Double)? = nil
  ) throws(NumericalError) -> Double {
    let sorted = sample.sorted
    let n = Double(sorted.count)
    var distance = 0.0
    var start = 0
    while start < sorted.count {
      let value = sorted[start]
      var end = start + 1
      while end < sorted.count, sorted[end] == value { end += 1 }
      let atValue = try probability(cumulative(value))
      let belowValue = if let below { try probability(below(value)) } else { atValue }
      distance = max(
        distance, abs(Double(end) / n - atValue), abs(belowValue - Double(start) / n))
      start = end
    }
    return distance
  }

  /// D of a sample of counts.
  ///
  /// - Parameters:
  ///   - sample: The counts.
  ///   - distribution: Any distribution of counts.
  /// - Returns: From 0 to 1.
  /// - Throws: ``NumericalError/domain`` for parameters out of bounds.
  /// - Complexity: O(n) in the different counts.
  public static func statistic(
    of sample: CountSample, _ distribution: CountDistribution
  ) throws(NumericalError) -> Double {
    let n = Double(sample.observationCount)
    var distance = 0.0
    var seen = 0
    for cell in sample.cells {
      let below = try distribution.cumulative(cell.count - 1)
      distance = max(distance, abs(below - Double(seen) / n))
      seen += cell.frequency
      let atCount = try distribution.cumulative(cell.count)
      distance = max(distance, abs(Double(seen) / n - atCount))
    }
    return distance
  }

  private static func probability(_ value: Double) throws(NumericalError) -> Double {
    guard 0...1 ~= value else { throw .domain }
    return value
  }
}
