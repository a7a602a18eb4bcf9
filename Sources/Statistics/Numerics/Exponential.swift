import CBoostMath

/// The exponential function, the same on every processor of one architecture.
public enum Exponential {
  /// e^x.
  ///
  /// - Parameter x: A number; far below 0 the value is 0.
  /// - Returns: A number from 0 on.
  /// - Throws: ``NumericalError/domain`` for what is no number, ``NumericalError/overflow`` where the
  ///   value is too large.
  public static func value(_ x: Double) throws(NumericalError) -> Double {
    try awardsim_exp(x).checked()
  }
}
