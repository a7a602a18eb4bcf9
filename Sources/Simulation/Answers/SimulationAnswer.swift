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
    /// P5, P25, P50, P75 and P95: each the value of a draw.
    public let percentiles: [Rational]
  }

  /// The percentages of ``Summary/percentiles``.
  public static let percentages = [5, 25, 50, 75, 95]

  /// What the answer is computed from, without its values.
  public let header: SimulationRecord.Header
  /// For each scenario the summary of each metric, in the order of `Metric.allCases`; `nil` where the
  /// metric is defined in no draw.
  public let summaries: [[Summary?]]
  /// For each scenario but the first the difference to the first, draw by draw; `nil` where no draw
  /// defines both.
  public let differences: [[Summary?]]

  /// Summarises a whole run.
  ///
  /// - Throws: `ArithmeticOverflow` when a sum does not fit.
  /// - Complexity: O(n log n) in the number of values.
  public init(_ record: SimulationRecord) throws(ArithmeticOverflow) {
    header = record.header
    var summaries: [[Summary?]] = []
    var differences: [[Summary?]] = []
    for scenario in record.values {
      var own: [Summary?] = []
      var paired: [Summary?] = []
      for (index, metric) in Metric.allCases.enumerated() {
        own.append(try Summary(scenario[index].compactMap { $0 }, metric))
        let pairs = try SimulationAnswer.differences(scenario[index], record.values[0][index])
        paired.append(try Summary(pairs, metric))
      }
      summaries.append(own)
      differences.append(paired)
    }
    self.summaries = summaries
    self.differences = Array(differences.dropFirst())
  }

  private static func differences(
    _ values: [Int64?], _ baseline: [Int64?]
  ) throws(ArithmeticOverflow) -> [Int64] {
    var differences: [Int64] = []
    for case (let value?, let other?) in zip(values, baseline) {
      let (difference, overflow) = value.subtractingReportingOverflow(other)
      guard !overflow else { throw ArithmeticOverflow("a difference between scenarios") }
      differences.append(difference)
    }
    return differences
  }
}

extension SimulationAnswer.Summary {
  /// Summarises values in the parts of a metric.
  ///
  /// - Returns: `nil` without values.
  public init?(_ values: [Int64], _ metric: Metric) throws(ArithmeticOverflow) {
    guard !values.isEmpty else { return nil }
    guard let exact = ExactSummary(of: values) else { throw ArithmeticOverflow("a sum of squares") }
    let parts = metric.partsPerUnit
    draws = exact.count
    mean = try Rational(exact.sum, over: Int128(exact.count) * Int128(parts))
    standardError = exact.standardError.map { $0 / Double(parts) }
    var percentiles: [Rational] = []
    for percentage in SimulationAnswer.percentages {
      percentiles.append(
        try Rational(Int128(exact.percentile(percentage)), over: Int128(parts)))
    }
    self.percentiles = percentiles
  }

  /// Whether the standard error is at most a share of the mean.
  public func reaches(_ precision: Rate) -> Bool {
    guard let standardError else { return false }
    let mean = Double(self.mean.numerator) / Double(self.mean.denominator)
    let share = Double(precision.value.numerator) / Double(precision.value.denominator)
    return standardError <= share * mean.magnitude
  }
}
