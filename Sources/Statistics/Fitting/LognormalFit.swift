extension Fit where Distribution == ContinuousDistribution {
  /// The lognormal distribution under which numbers are likeliest: the logarithms' normal fit.
  ///
  /// The likelihood is that of the numbers themselves, so that it compares with other families' of the
  /// same sample.
  ///
  /// - Parameter sample: Numbers above 0, not all equal.
  /// - Returns: The distribution, its parameters ``FittedParameter/Name/logMean`` and
  ///   ``FittedParameter/Name/logStandardDeviation``.
  /// - Throws: ``FitError/outsideSupport(value:low:high:)``, ``FitError/noSpread(value:)``,
  ///   ``FitError/tooConcentrated(low:high:)`` where no two logarithms differ,
  ///   ``FitError/numerical(_:)``.
  /// - Complexity: O(n).
  public static func lognormal(_ sample: ContinuousSample) throws(FitError) -> Self {
    let (low, high) = sample.range
    guard low > 0 else { throw .outsideSupport(value: low, low: 0, high: .infinity) }
    guard low < high else { throw .noSpread(value: low) }
    let logarithms = try FitError.checking { () throws(NumericalError) in
      var logarithms: [Double] = []
      for value in sample.sorted { logarithms.append(try SpecialFunction.log(value)) }
      return logarithms
    }
    guard logarithms.first != logarithms.last else { throw .tooConcentrated(low: low, high: high) }
    let (mean, deviation) = try ContinuousSample(logarithms).moments()
    let n = Double(sample.observationCount)
    return try FitError.checking { () throws(NumericalError) in
      let normal = try normalLogLikelihood(deviation: deviation, observationCount: n)
      return try Fit(
        .lognormal(logMean: mean, logStandardDeviation: deviation),
        [
          FittedParameter(.logMean, mean, standardError: deviation / n.squareRoot()),
          FittedParameter(
            .logStandardDeviation, deviation, standardError: deviation / (2 * n).squareRoot()),
        ],
        logLikelihood: normal - logarithms.reduce(0, +), observationCount: sample.observationCount)
    }
  }
}
