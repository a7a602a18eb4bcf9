import CBoostMath

/// The regularised incomplete beta function, and the binomial tails that it gives.
public enum IncompleteBeta {
  /// I_x(a, b), by Boost.Math.
  ///
  /// - Parameters:
  ///   - x: From 0 to 1.
  ///   - a: Above 0.
  ///   - b: Above 0.
  /// - Returns: From 0 to 1.
  /// - Throws: ``NumericalError/domain`` outside these.
  public static func regularised(
    _ x: Double, a: Double, b: Double
  ) throws(NumericalError) -> ScaledReal {
    try awardsim_ibeta(a, b, x).checked()
  }

  /// The probability of at most so many successes, small ones to full relative precision.
  ///
  /// - Parameters:
  ///   - count: The most successes.
  ///   - trials: The number of trials, not negative.
  ///   - failure: The probability of failure in each, from 0 to 1.
  /// - Returns: From 0 to 1.
  /// - Throws: ``NumericalError/domain`` outside these.
  public static func atMost(
    _ count: Int, of trials: Int, failure: Double
  ) throws(NumericalError) -> ScaledReal {
    if count < 0 { return .zero }
    if count >= trials { return ScaledReal(1) }
    return try regularised(failure, a: Double(trials - count), b: Double(count + 1))
  }

  /// The probability of more than so many successes, small ones to full relative precision.
  ///
  /// - Parameters:
  ///   - count: The number that is exceeded.
  ///   - trials: The number of trials, not negative.
  ///   - success: The probability of success in each, from 0 to 1.
  /// - Returns: From 0 to 1.
  /// - Throws: ``NumericalError/domain`` outside these.
  public static func moreThan(
    _ count: Int, of trials: Int, success: Double
  ) throws(NumericalError) -> ScaledReal {
    if count < 0 { return ScaledReal(1) }
    if count >= trials { return .zero }
    return try regularised(success, a: Double(count + 1), b: Double(trials - count))
  }
}
