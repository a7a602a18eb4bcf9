/// A sample of real numbers, kept in order of value.
public struct ContinuousSample: Hashable, Sendable {
  /// The most observations that are taken.
  public static let observationLimit = 1 << 26

  /// The observations in ascending order, at least one.
  public let sorted: [Double]

  /// Takes a sample.
  ///
  /// - Parameter values: The observations in any order.
  /// - Throws: ``FitError`` without observations, for too many, or for one that is no finite number.
  /// - Complexity: O(n log n).
  public init(_ values: [Double]) throws(FitError) {
    guard !values.isEmpty else { throw .tooFewObservations(count: 0, needed: 1) }
    guard values.count <= ContinuousSample.observationLimit else {
      throw .tooManyObservations(limit: ContinuousSample.observationLimit)
    }
    guard values.allSatisfy(\.isFinite) else { throw .notFinite }
    sorted = values.sorted()
  }

  /// How many observations there are.
  public var observationCount: Int { sorted.count }

  /// The smallest and the largest observation.
  var range: (low: Double, high: Double) {
    // A sample is never empty.
    (sorted.first ?? 0, sorted.last ?? 0)
  }

  /// The mean, and the root of the mean square deviation over n, as the likelihood has it.
  ///
  /// The sums are about the median and in a power of two near the widest deviation from it, so that
  /// neither a far origin nor a large or small unit costs precision.
  ///
  /// - Returns: The mean, and a deviation above 0.
  /// - Throws: ``FitError/noSpread(value:)`` where all observations are equal,
  ///   ``FitError/numerical(_:)`` where they are too far apart for a double.
  func moments() throws(FitError) -> (mean: Double, deviation: Double) {
    let (low, high) = range
    guard low < high else { throw .noSpread(value: low) }
    let median = sorted[sorted.count / 2]
    let unit = max(high - median, median - low).binade
    guard unit.isFinite else { throw .numerical(.overflow) }
    let n = Double(sorted.count)
    let mean = sorted.reduce(0) { $0 + ($1 - median) / unit } / n
    let square =
      sorted.reduce(0) { sum, value in
        let deviation = (value - median) / unit - mean
        return sum + deviation * deviation
      } / n
    let result = (median + mean * unit, square.squareRoot() * unit)
    guard result.0.isFinite, result.1 > 0 else { throw .numerical(.overflow) }
    return result
  }
}
