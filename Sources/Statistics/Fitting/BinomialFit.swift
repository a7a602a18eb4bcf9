extension Fit where Distribution == CountDistribution {
  /// The binomial distribution of a known number of trials under which counts are likeliest.
  ///
  /// The probability of success is the share of successes in all trials. The information of n counts
  /// about it is n · trials / (p (1 − p)). Where all trials fail, or all succeed, p is 0 or 1, the
  /// likelihood 1, and there is no standard error.
  ///
  /// - Parameters:
  ///   - sample: Counts of successes, none above the number of trials.
  ///   - trials: The number of trials behind each count, from 1 to ``CountSample/countLimit``.
  /// - Returns: The distribution, its parameter ``FittedParameter/Name/successProbability``.
  /// - Throws: ``FitError/trialsOutOfRange(trials:limit:)``,
  ///   ``FitError/moreThanTrials(count:trials:)``, ``FitError/numerical(_:)``.
  /// - Complexity: O(n) in the different counts.
  public static func binomial(_ sample: CountSample, trials: Int) throws(FitError) -> Self {
    guard 1...CountSample.countLimit ~= trials else {
      throw .trialsOutOfRange(trials: trials, limit: CountSample.countLimit)
    }
    if let most = sample.cells.last?.count, most > trials {
      throw .moreThanTrials(count: most, trials: trials)
    }
    let trialCount = Double(trials) * Double(sample.observationCount)
    let success = Double(sample.sum) / trialCount
    let error = (success * (1 - success) / trialCount).squareRoot()
    return try counts(
      .binomial(trials: trials, success: success),
      [FittedParameter(.successProbability, success, standardError: error)], sample)
  }
}
