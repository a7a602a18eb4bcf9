public import Statistics

/// The values of one metric over some draws: exact sums, and classes to read quantiles from.
public struct MetricTally: Hashable, Codable, Sendable {
  /// Powers of two have 2^bits classes: quantiles of whole draws are within 2⁻¹¹ of their value.
  public static let bitsOfTotals = 11
  /// Quantiles of a single item, vendor or month are within 2⁻⁸.
  public static let bitsOfCells = 8

  /// Count, sum and squares of the values.
  public private(set) var moments: SampleMoments
  /// The values in classes.
  public private(set) var histogram: LogLinearHistogram

  /// Creates a tally without values.
  init(bits: Int, replicateCount: Int) {
    moments = SampleMoments(replicateCount: replicateCount)
    histogram = LogLinearHistogram(bits: bits)
  }

  /// Whether both parts are of the same values, at most so many.
  func isWhole(bits: Int, replicateCount: Int, atMost count: Int) -> Bool {
    histogram.bits == bits && histogram.count == moments.all.count && moments.all.count <= count
      && moments.isWhole(replicateCount: replicateCount)
  }

  /// Adds the value of a draw, in the parts of the metric.
  ///
  /// - Parameters:
  ///   - value: Not negative: a count, an amount or a ratio.
  ///   - draw: The number of the draw.
  mutating func add(_ value: Int64, draw: Int) {
    moments.add(value, draw: draw)
    histogram.add(UInt64(clamping: value))
  }

  /// Adds the values of consecutive draws; `nil` is none.
  mutating func add(_ values: [Int64?], firstDraw: Int) {
    moments.add(values, firstDraw: firstDraw)
    histogram.add(contentsOf: values)
  }

  /// Adds the values of other draws.
  mutating func merge(_ other: MetricTally) {
    moments.merge(other.moments)
    histogram.merge(other.histogram)
  }
}
