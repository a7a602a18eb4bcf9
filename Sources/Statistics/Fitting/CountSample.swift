/// A sample of counts as a histogram, its moments from exact sums.
public struct CountSample: Hashable, Sendable {
  /// A count and how often it was observed.
  public struct Cell: Hashable, Sendable {
    /// The count, from 0 to ``CountSample/countLimit``.
    public let count: Int
    /// How often it was observed, above 0.
    public let frequency: Int
  }

  /// The largest count that is taken.
  public static let countLimit = CountTable.limit
  /// The most observations that are taken: with it every sum of squares fits 128 bits.
  public static let observationLimit = 1 << 40

  /// The counts that were observed, in ascending order.
  public let cells: [Cell]
  /// How many observations there are, above 0.
  public let observationCount: Int
  /// The exact sum of the counts.
  let sum: Int128
  /// The exact sum of count · (count − 1).
  let sumOfPairs: Int128

  /// Takes a sample.
  ///
  /// - Parameter counts: The observations in any order.
  /// - Throws: ``FitError`` without observations, or for a count out of range.
  /// - Complexity: O(n log n).
  public init(_ counts: [Int]) throws(FitError) {
    try self.init(histogram: counts.reduce(into: [:]) { $0[$1, default: 0] += 1 })
  }

  /// Takes a histogram.
  ///
  /// - Parameter histogram: For each count how often it was observed; 0 is the same as leaving it out.
  /// - Throws: ``FitError`` without observations, for too many, for a count out of range or a negative
  ///   frequency.
  /// - Complexity: O(n log n) in the different counts.
  public init(histogram: [Int: Int]) throws(FitError) {
    var cells: [Cell] = []
    var observationCount = 0
    for (count, frequency) in histogram.sorted(by: { $0.key < $1.key }) where frequency != 0 {
      guard 0...CountSample.countLimit ~= count else {
        throw .countOutOfRange(count: count, limit: CountSample.countLimit)
      }
      guard frequency > 0 else { throw .negativeFrequency(count: count) }
      guard frequency <= CountSample.observationLimit - observationCount else {
        throw .tooManyObservations(limit: CountSample.observationLimit)
      }
      observationCount += frequency
      cells.append(Cell(count: count, frequency: frequency))
    }
    guard observationCount > 0 else { throw .tooFewObservations(count: 0, needed: 1) }
    self.cells = cells
    self.observationCount = observationCount
    sum = cells.reduce(0) { $0 + Int128($1.count) * Int128($1.frequency) }
    sumOfPairs = cells.reduce(0) { sum, cell in
      sum + Int128(cell.count) * Int128(cell.count - 1) * Int128(cell.frequency)
    }
  }

  /// The mean.
  public var mean: Double { Double(sum) / Double(observationCount) }

  /// The mean square deviation from the mean, over n and not n − 1, as the likelihood has it.
  public var variance: Double {
    let squares = (sumOfPairs + sum) * Int128(observationCount) - sum * sum
    return Double(squares) / (Double(observationCount) * Double(observationCount))
  }

  /// Whether the variance is above the mean, decided exactly.
  var isOverdispersed: Bool { sumOfPairs * Int128(observationCount) > sum * sum }

  /// The logarithm of the probability of the whole sample.
  ///
  /// - Parameter distribution: Any distribution of counts.
  /// - Returns: A finite number.
  /// - Throws: ``NumericalError/domain`` for parameters out of bounds and where an observed count is
  ///   impossible.
  /// - Complexity: O(n) in the different counts.
  public func logLikelihood(of distribution: CountDistribution) throws(NumericalError) -> Double {
    var total = 0.0
    for cell in cells {
      let logarithm = try distribution.probability(of: cell.count).logarithm()
      total += Double(cell.frequency) * logarithm
    }
    return total
  }
}
