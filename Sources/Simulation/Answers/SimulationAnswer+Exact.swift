import Quantities

extension SimulationAnswer {
  /// The exact mean of a metric under a scenario; `nil` where there is none.
  public func exactMean(of metric: Metric, scenario: Int) -> ExactAnswer.Mean? {
    exact?.totals[scenario]?[metric]
  }

  /// The exact difference of a metric to the baseline; `nil` where either has no exact mean.
  public func exactDifference(of metric: Metric, scenario: Int) -> ExactAnswer.Mean? {
    guard let own = exactMean(of: metric, scenario: scenario),
      let baseline = exactMean(of: metric, scenario: 0)
    else { return nil }
    return ExactAnswer.Mean(
      value: own.value - baseline.value, error: own.error + baseline.error)
  }

  /// How many times larger the standard error of a difference to the baseline would be between
  /// independent runs; `nil` where either error is not known, or the difference never varies.
  public func pairingFactor(of metric: Metric, scenario: Int) -> Double? {
    guard let place = Metric.totals.firstIndex(of: metric), scenario > 0,
      let paired = differences[scenario - 1][place]?.standardError, paired > 0,
      let own = summaries[scenario][place]?.standardError,
      let baseline = summaries[0][place]?.standardError
    else { return nil }
    return (own * own + baseline * baseline).squareRoot() / paired
  }

  /// The answer divided by a dimension; `nil` where it is not.
  public func breakdown(_ dimension: Dimension) -> Breakdown? {
    breakdowns.first { $0.dimension == dimension }
  }

  /// The exact mean of a metric in a cell; `nil` where there is none.
  public func exactMean(
    of metric: Metric, _ dimension: Dimension, cell: Int, scenario: Int
  ) -> ExactAnswer.Mean? {
    dimension == .item ? exact?.items[scenario]?[cell][metric] : nil
  }

  /// How many standard errors exact and simulated means lie apart at most, beyond the exact ones' own
  /// error; `nil` where nothing has both.
  public var largestDeviation: Double? {
    var largest: Double?
    for scenario in summaries.indices {
      for (metric, summary) in zip(Metric.totals, summaries[scenario]) {
        guard let summary, let error = summary.standardError,
          let exact = exactMean(of: metric, scenario: scenario)
        else { continue }
        let mean = Double(summary.mean.numerator) / Double(summary.mean.denominator)
        // What rounding in the last places may do is no deviation.
        let slack = exact.error + 1e-12 * exact.value.magnitude
        let apart = max(0, (mean - exact.value).magnitude - slack)
        // What happened in no draw may still happen in one of so many.
        let resolution = max(error, 1 / Double(summary.draws))
        largest = max(largest ?? 0, apart / resolution)
      }
    }
    return largest
  }
}
