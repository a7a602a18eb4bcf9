import CBoostMath

/// The value of an integral with a bound of its error.
public struct Integral: Hashable, Sendable {
  /// The value.
  public var value: Double
  /// The error that the rule estimates, from above.
  public var error: Double

  /// An empty integral.
  public static let zero = Integral(value: 0, error: 0)

  /// Creates an integral from its value and error.
  public init(value: Double, error: Double) {
    self.value = value
    self.error = error
  }

  /// The integral over both ranges.
  public static func + (left: Integral, right: Integral) -> Integral {
    Integral(value: left.value + right.value, error: left.error + right.error)
  }
}

/// Integration of a function of one variable.
public enum Quadrature {
  /// The relative error at which a range is no longer halved.
  public static let relativeTolerance = 1e-12
  /// How often a range is halved at most; its error is then what ``Integral/error`` says.
  static let depthLimit: UInt32 = 20

  /// Integrates by the adaptive Gauss–Kronrod rule of 15 points of Boost.Math.
  ///
  /// - Parameters:
  ///   - from: The lower end, finite.
  ///   - to: The upper end, finite and not below `from`.
  ///   - tolerance: The error at which the range is no longer halved; where the integral is large,
  ///     ``relativeTolerance`` times its value is near enough.
  ///   - integrand: A function with finite values strictly inside the range.
  /// - Returns: The value and its estimated error.
  /// - Throws: What the integrand throws; ``NumericalError/domain`` where it is not finite.
  public static func integrate(
    from: Double, to: Double, tolerance: Double = 0,
    _ integrand: (Double) throws(NumericalError) -> Double
  ) throws(NumericalError) -> Integral {
    guard from != to else { return .zero }
    let result = try unsafe LibraryFunction.lend(integrand) { function, context in
      unsafe awardsim_integrate(
        function, context, from, to, tolerance, relativeTolerance, depthLimit)
    }
    try NumericalError.check(result.status)
    return Integral(value: result.value, error: result.error)
  }
}
