import Policy
import Quantities
import Simulation

// How a metric stands in a sheet: money without cents, which no mean is sure of, ratios in percent,
// counts with two decimals.
extension Metric {
  /// A column of values of the metric.
  func column(_ key: String, _ heading: Phrase) -> ReportTable.Column {
    self == .awardToReserve
      ? .percentage(key, heading) : .decimal(key, heading, fractionDigitLimit: decimals)
  }

  /// A column of standard errors of the metric.
  func errorColumn(_ key: String, _ heading: Phrase) -> ReportTable.Column {
    self == .awardToReserve
      ? .percentage(key, heading, fractionDigitLimit: 3)
      : .real(key, heading, fractionDigitCount: decimals)
  }

  /// A value of the metric.
  func cell(_ value: Rational?) -> Cell {
    self == .awardToReserve ? .percentage(value) : .decimal(value)
  }

  /// A simulated or estimated value of the metric.
  func cell(_ value: Double?) -> Cell {
    guard self == .awardToReserve else { return .real(value) }
    // To a hundred-millionth, so that it can stand as an exact part.
    let scaled = value.flatMap { $0.isFinite ? Int64(exactly: ($0 * 1e8).rounded()) : nil }
    return .percentage(scaled.flatMap { try? Rational(Int128($0), over: 100_000_000) })
  }

  /// The mean of a metric: the exact one where there is one.
  func meanCell(_ summary: SimulationAnswer.Summary?, _ exact: ExactAnswer.Mean?) -> Cell {
    exact.map { cell($0.value) } ?? cell(summary?.mean)
  }

  /// The standard error of a mean; an exact one has none.
  func errorCell(_ summary: SimulationAnswer.Summary?, _ exact: ExactAnswer.Mean?) -> Cell {
    exact == nil ? cell(summary?.standardError) : cell(0.0)
  }

  /// Decimals of the metric in its own unit.
  var decimals: Int {
    switch self {
    case .feeRevenue, .orderValue, .awardedSum, .feeAccrued, .feeReversed, .feesDue: 0
    case .awardToReserve: 5
    case .awardedVendors, .failedItems, .awardedBids: 2
    }
  }

  /// The largest part of a standard error in tables of counts and money; the metric's own unit.
  static let percentileHeadings = SimulationAnswer.percentages.map { "P\($0)" }
}
