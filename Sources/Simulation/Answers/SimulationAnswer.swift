public import Quantities
import Statistics

/// Mean, error and quantiles of every metric under every scenario, and paired differences.
public struct SimulationAnswer: Sendable {
  /// A metric over the draws in which it is defined.
  public struct Summary: Sendable {
    /// How many draws those are.
    public let draws: Int
    /// The exact mean.
    public let mean: Rational
    /// The standard error of the mean; `nil` for a single draw.
    public let standardError: Double?
    /// P5, P25, P50, P75 and P95; empty for a difference.
    public let percentiles: [Rational]
  }

  /// The cells of one dimension.
  public struct Breakdown: Sendable {
    /// The dimension.
    public let dimension: Dimension
    /// The names of the cells.
    public let labels: [String]
    /// For each scenario, for each cell, the summary of each of the dimension's metrics; `nil` where
    /// the metric is defined in no draw.
    public let summaries: [[[Summary?]]]
  }

  /// The percentages of ``Summary/percentiles``.
  public static let percentages = [5, 25, 50, 75, 95]

  /// What the answer is computed from, without its values.
  public let header: SimulationRecord.Header
  /// For each scenario the summary of each of `Metric.totals`; `nil` where the metric is defined in no
  /// draw.
  public let summaries: [[Summary?]]
  /// For each scenario but the first the difference to the first, draw by draw; `nil` where no draw
  /// defines both.
  public let differences: [[Summary?]]
  /// The answer divided by each dimension that was asked for.
  public let breakdowns: [Breakdown]
  /// Means without simulation error, where they were asked for.
  public let exact: ExactAnswer?

  /// Summarises a whole run.
  ///
  /// - Parameters:
  ///   - record: The run; one without draws has exact means alone.
  ///   - exact: Means without simulation error, where they were asked for.
  /// - Throws: `ArithmeticOverflow` when a sum does not fit.
  /// - Complexity: O(classes) for each tally.
  public init(
    _ record: SimulationRecord, exact: ExactAnswer? = nil
  ) throws(ArithmeticOverflow) {
    header = record.header
    self.exact = exact
    let tally = record.tally
    guard !tally.hasOverflowed else { throw ArithmeticOverflow("a sum of squares") }
    summaries = try tally.totals.map { own throws(ArithmeticOverflow) in
      try SimulationAnswer.summaries(of: own, Metric.totals)
    }
    differences = try tally.differences.map { own throws(ArithmeticOverflow) in
      var summaries: [Summary?] = []
      for (moments, metric) in zip(own, Metric.totals) {
        summaries.append(try Summary(moments, [], metric))
      }
      return summaries
    }
    var breakdowns: [Breakdown] = []
    for (grid, labels) in zip(tally.grids, record.header.labels) {
      breakdowns.append(try Breakdown(grid, labels: labels.names))
    }
    self.breakdowns = breakdowns
  }

  fileprivate static func summaries(
    of tallies: [MetricTally], _ metrics: [Metric]
  ) throws(ArithmeticOverflow) -> [Summary?] {
    var summaries: [Summary?] = []
    for (tally, metric) in zip(tallies, metrics) { summaries.append(try Summary(tally, metric)) }
    return summaries
  }
}

extension SimulationAnswer.Breakdown {
  fileprivate init(_ grid: CellGrid, labels: [String]) throws(ArithmeticOverflow) {
    dimension = grid.dimension
    self.labels = labels
    var summaries: [[[SimulationAnswer.Summary?]]] = []
    for scenario in 0..<grid.scenarioCount {
      var cells: [[SimulationAnswer.Summary?]] = []
      for cell in 0..<grid.cellCount {
        let tallies = dimension.metrics.indices.map {
          grid.tally(scenario: scenario, cell: cell, metric: $0)
        }
        cells.append(try SimulationAnswer.summaries(of: tallies, dimension.metrics))
      }
      summaries.append(cells)
    }
    self.summaries = summaries
  }
}

extension SimulationAnswer.Summary {
  /// Summarises the values of a metric.
  ///
  /// - Returns: `nil` without values.
  /// - Throws: `ArithmeticOverflow` when the mean does not fit.
  init?(_ tally: MetricTally, _ metric: Metric) throws(ArithmeticOverflow) {
    let percentiles = SimulationAnswer.percentages.compactMap { tally.histogram.percentile($0) }
    try self.init(tally.moments, percentiles, metric)
  }

  /// Puts sums and quantiles, both in the parts of a metric, into its units.
  fileprivate init?(
    _ moments: SampleMoments, _ percentiles: [UInt64], _ metric: Metric
  ) throws(ArithmeticOverflow) {
    guard moments.all.count > 0 else { return nil }
    let parts = metric.partsPerUnit
    draws = moments.all.count
    mean = try Rational(moments.all.sum, over: Int128(moments.all.count) * Int128(parts))
    standardError = moments.standardError.map { $0 / Double(parts) }
    var exact: [Rational] = []
    for percentile in percentiles {
      exact.append(try Rational(Int128(percentile), over: Int128(parts)))
    }
    self.percentiles = exact
  }

  /// Summarises a metric of a whole draw under one scenario of a tally.
  ///
  /// - Returns: `nil` where the metric is defined in no draw.
  /// - Throws: `ArithmeticOverflow` when the mean does not fit.
  public init?(
    _ metric: Metric, scenario: Int, of tally: SimulationTally
  ) throws(ArithmeticOverflow) {
    guard let place = Metric.totals.firstIndex(of: metric) else { return nil }
    try self.init(tally.totals[scenario][place], metric)
  }

  /// Whether the standard error is at most a share of the mean.
  public func reaches(_ precision: Rate) -> Bool {
    guard let standardError else { return false }
    let mean = Double(self.mean.numerator) / Double(self.mean.denominator)
    let share = Double(precision.value.numerator) / Double(precision.value.denominator)
    return standardError <= share * mean.magnitude
  }
}
