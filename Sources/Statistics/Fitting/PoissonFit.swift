extension Fit where Distribution == CountDistribution {
  /// The Poisson distribution under which counts are likeliest: the one of their mean.
  ///
  /// The information of n counts about the mean is n / mean.
  ///
  /// - Parameter sample: Counts, not all 0.
  /// - Returns: The distribution, its parameter ``FittedParameter/Name/mean``.
  /// - Throws: ``FitError/allZero``, ``FitError/numerical(_:)``.
  /// - Complexity: O(n) in the different counts.
  public static func poisson(_ sample: CountSample) throws(FitError) -> Self {
    guard sample.sum > 0 else { throw .allZero }
    let mean = sample.mean
    let error = (mean / Double(sample.observationCount)).squareRoot()
    return try counts(
      .poisson(mean: mean), [FittedParameter(.mean, mean, standardError: error)], sample)
  }

  /// The fit of given estimates to a sample.
  static func counts(
    _ distribution: CountDistribution, _ parameters: [FittedParameter], _ sample: CountSample
  ) throws(FitError) -> Self {
    try FitError.checking { () throws(NumericalError) in
      try Fit(
        distribution, parameters, logLikelihood: sample.logLikelihood(of: distribution),
        observationCount: sample.observationCount)
    }
  }
}
