/// Pearson's chi-square test of counts against a distribution.
public struct ChiSquareTest: Hashable, Sendable {
  /// Some counts in a row.
  public struct Cell: Hashable, Sendable {
    /// The lowest count.
    public let low: Int
    /// The highest count; `nil` in the last cell, which has no end.
    public let high: Int?
    /// How often they were observed.
    public let observed: Int
    /// How often they are expected.
    public let expected: Double
  }

  /// The least expected frequency of a cell: below it chi-square is no good approximation.
  public static let expectedMinimum = 5.0

  /// All counts from 0 in cells; a single one where the sample is too small for two.
  public let cells: [Cell]
  /// The sum over the cells of (observed − expected)² / expected.
  public let statistic: Double
  /// Cells less 1, less the parameters that the sample itself gave; it may be below 1.
  public let degreesOfFreedom: Int
  /// The probability of a statistic as large or larger; `nil` below one degree of freedom.
  ///
  /// Where the parameters were estimated from the counts and not from the cells, the true probability
  /// is between this one and that of so many more degrees of freedom (Chernoff and Lehmann, *The use
  /// of maximum likelihood estimates in χ² tests for goodness of fit*, The Annals of Mathematical
  /// Statistics 25, 1954).
  public let pValue: Double?

  /// Tests counts.
  ///
  /// The cells hang on the distribution and the number of observations alone: from 0 up each takes the
  /// fewest counts that are expected at least ``expectedMinimum`` times, and the last one the rest.
  ///
  /// - Parameters:
  ///   - sample: The counts.
  ///   - distribution: What is tested.
  ///   - estimatedParameterCount: How many of its parameters come from the sample.
  /// - Throws: ``NumericalError/domain`` for parameters out of bounds.
  /// - Complexity: O(c log m + n) in the cells, the counts in each and the different counts observed.
  public init(
    of sample: CountSample, _ distribution: CountDistribution, estimatedParameterCount: Int = 0
  ) throws(NumericalError) {
    let lows = try ChiSquareTest.cellStarts(distribution, observationCount: sample.observationCount)
    let ends = lows.dropFirst().map { $0 - 1 as Int? } + [nil]
    var observed = sample.cells[...]
    var cells: [Cell] = []
    for (low, high) in zip(lows, ends) {
      let own = observed.prefix { $0.count <= high ?? .max }
      observed = observed.dropFirst(own.count)
      cells.append(
        Cell(
          low: low, high: high, observed: own.reduce(0) { $0 + $1.frequency },
          expected: try Double(sample.observationCount)
            * ChiSquareTest.probability(from: low, through: high, distribution)))
    }
    self.cells = cells
    statistic = cells.reduce(0) { sum, cell in
      let excess = Double(cell.observed) - cell.expected
      return sum + excess * excess / cell.expected
    }
    degreesOfFreedom = cells.count - 1 - max(estimatedParameterCount, 0)
    pValue =
      degreesOfFreedom < 1
      ? nil
      : try ContinuousDistribution.chiSquared(degreesOfFreedom: Double(degreesOfFreedom))
        .survival(statistic)
  }

  /// The lowest count of each cell.
  private static func cellStarts(
    _ distribution: CountDistribution, observationCount: Int
  ) throws(NumericalError) -> [Int] {
    let share = expectedMinimum / Double(observationCount)
    var starts = [0]
    var low = 0
    while let end = try end(of: share, from: low, distribution),
      try distribution.survival(end) >= share
    {
      low = end + 1
      starts.append(low)
    }
    return starts
  }

  /// The lowest count up to which, from another one on, a probability lies; `nil` where there is none.
  private static func end(
    of share: Double, from low: Int, _ distribution: CountDistribution
  ) throws(NumericalError) -> Int? {
    // Double the cell until it is wide enough, then halve what may be too much.
    var width = 1
    while try probability(from: low, through: low + width - 1, distribution) < share {
      guard width < CountSample.countLimit else { return nil }
      width *= 2
    }
    var (few, enough) = (width / 2, width)
    while few + 1 < enough {
      let middle = few + (enough - few) / 2
      if try probability(from: low, through: low + middle - 1, distribution) < share {
        few = middle
      } else {
        enough = middle
      }
    }
    return low + enough - 1
  }

  /// The probability of some counts in a row; without an end, of all from the lowest on.
  private static func probability(
    from low: Int, through high: Int?, _ distribution: CountDistribution
  ) throws(NumericalError) -> Double {
    guard let high else { return try distribution.survival(low - 1) }
    return try distribution.cumulative(high) - distribution.cumulative(low - 1)
  }
}
