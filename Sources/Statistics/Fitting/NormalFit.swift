extension Fit where Distribution == ContinuousDistribution {
  /// The normal distribution under which numbers are likeliest: of their mean, and of their standard
  /// deviation over n.
  ///
  /// The information of n numbers is n / σ² about the mean and 2n / σ² about the standard deviation.
  ///
  /// - Parameter sample: Numbers, not all equal.
  /// - Returns: The distribution, its parameters ``FittedParameter/Name/mean`` and
  ///   ``FittedParameter/Name/standardDeviation``.
  /// - Throws: ``FitError/noSpread(value:)``, ``FitError/numerical(_:)``.
  /// - Complexity: O(n).
  public static func normal(_ sample: ContinuousSample) throws(FitError) -> Self {
    let (mean, deviation) = try sample.moments()
    let n = Double(sample.observationCount)
    return try FitError.checking { () throws(NumericalError) in
      try Fit(
        .normal(mean: mean, standardDeviation: deviation),
        [
          FittedParameter(.mean, mean, standardError: deviation / n.squareRoot()),
          FittedParameter(
            .standardDeviation, deviation, standardError: deviation / (2 * n).squareRoot()),
        ],
        logLikelihood: normalLogLikelihood(deviation: deviation, observationCount: n),
        observationCount: sample.observationCount)
    }
  }

  /// The logarithm of the greatest normal likelihood: −n (log σ + log √2π + ½).
  static func normalLogLikelihood(
    deviation: Double, observationCount: Double
  ) throws(NumericalError) -> Double {
    try -observationCount
      * (SpecialFunction.log(deviation) + NormalMixture.logRootOfTwoPi + 0.5)
  }
}
