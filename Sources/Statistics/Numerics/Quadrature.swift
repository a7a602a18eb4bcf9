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
    var failure: NumericalError?
    let result = withoutActuallyEscaping(integrand) { integrand in
      var context = Context(integrand: integrand)
      let integral = unsafe withUnsafeMutablePointer(to: &context) { context in
        unsafe awardsim_integrate(
          { x, context in
            guard let context = unsafe context?.assumingMemoryBound(to: Context.self) else {
              return .nan
            }
            return unsafe context.pointee.value(at: x)
          }, context, from, to, tolerance, relativeTolerance, depthLimit)
      }
      failure = context.failure
      return integral
    }
    if let failure { throw failure }
    try NumericalError.check(result.status)
    return Integral(value: result.value, error: result.error)
  }

  /// The integrand on its way through C, which takes no errors.
  private struct Context {
    let integrand: (Double) throws(NumericalError) -> Double
    var failure: NumericalError?

    /// The value; not a number, which ends the integration, after a failure.
    mutating func value(at x: Double) -> Double {
      do throws(NumericalError) {
        return try integrand(x)
      } catch {
        failure = error
        return .nan
      }
    }
  }
}
