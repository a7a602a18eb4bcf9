import CBoostMath

/// Logarithms, the exponential and the gamma function, the same on every processor of an architecture.
///
/// Computed in long double where that is wider and rounded once; the C library's double functions
/// differ between processors. Not for random draws, which take basic operations only.
public enum SpecialFunction {
  /// e to the power x.
  ///
  /// - Parameter x: A finite number.
  /// - Returns: Not negative; 0 where the value is below the smallest double.
  /// - Throws: ``NumericalError/domain`` for what is no finite number, ``NumericalError/overflow``.
  public static func exp(_ x: Double) throws(NumericalError) -> Double {
    try awardsim_exp(x).checked()
  }

  /// The natural logarithm.
  ///
  /// - Parameter x: Above 0 and finite.
  /// - Returns: A finite number.
  /// - Throws: ``NumericalError/domain`` outside these.
  public static func log(_ x: Double) throws(NumericalError) -> Double {
    try awardsim_log(x).checked()
  }

  /// The natural logarithm of 1 + x, to full relative precision near 0.
  ///
  /// - Parameter x: Above −1 and finite.
  /// - Returns: A finite number.
  /// - Throws: ``NumericalError/domain`` outside these.
  public static func log(onePlus x: Double) throws(NumericalError) -> Double {
    try awardsim_log1p(x).checked()
  }

  /// The natural logarithm of 1 + x, less x, to full relative precision near 0.
  ///
  /// - Parameter x: Above −1 and finite.
  /// - Returns: Not above 0.
  /// - Throws: ``NumericalError/domain`` outside these.
  public static func logExcess(onePlus x: Double) throws(NumericalError) -> Double {
    try awardsim_log1pmx(x).checked()
  }

  /// The logarithm of the gamma function.
  ///
  /// - Parameter x: Above 0 and finite.
  /// - Returns: A finite number.
  /// - Throws: ``NumericalError/domain`` outside these, ``NumericalError/overflow``.
  public static func logGamma(_ x: Double) throws(NumericalError) -> Double {
    try awardsim_lgamma(x).checked()
  }

  /// The logarithm of the beta function.
  ///
  /// - Parameters:
  ///   - a: Above 0 and finite.
  ///   - b: Above 0 and finite.
  /// - Returns: A finite number.
  /// - Throws: ``NumericalError/domain`` outside these, ``NumericalError/overflow``.
  public static func logBeta(_ a: Double, _ b: Double) throws(NumericalError) -> Double {
    try awardsim_lbeta(a, b).checked()
  }

  /// The first derivative of ``logGamma(_:)``.
  ///
  /// - Parameter x: Above 0 and finite.
  /// - Returns: A finite number.
  /// - Throws: ``NumericalError/domain`` outside these, ``NumericalError/overflow``.
  public static func digamma(_ x: Double) throws(NumericalError) -> Double {
    try awardsim_digamma(x).checked()
  }

  /// The second derivative of ``logGamma(_:)``.
  ///
  /// - Parameter x: Above 0 and finite.
  /// - Returns: Above 0.
  /// - Throws: ``NumericalError/domain`` outside these, ``NumericalError/overflow``.
  public static func trigamma(_ x: Double) throws(NumericalError) -> Double {
    try awardsim_trigamma(x).checked()
  }
}
