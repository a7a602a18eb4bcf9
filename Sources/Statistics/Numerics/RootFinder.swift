import CBoostMath

/// The zero of a function of one variable.
public enum RootFinder {
  /// How often a function is asked at most: more than halving down to the smallest double takes.
  static let evaluationLimit: UInt32 = 2_000

  /// The place between two bounds where a function changes its sign, by Boost.Math.
  ///
  /// Algorithm 748 of Alefeld, Potra and Shi (ACM TOMS 21, 1995): it keeps the root enclosed and
  /// halves where interpolation does not help.
  ///
  /// - Parameters:
  ///   - low: The lower bound, finite.
  ///   - high: The upper bound, finite and above `low`.
  ///   - tolerance: How near is near enough; the last bits of the root always are.
  ///   - function: A continuous function with finite values, of opposite signs at the two bounds.
  /// - Returns: From `low` to `high`.
  /// - Throws: What the function throws; ``NumericalError/domain`` for bounds out of order, equal
  ///   signs or values that are not finite, ``NumericalError/noConvergence`` otherwise.
  public static func root(
    from low: Double, to high: Double, tolerance: Double = 0,
    of function: (Double) throws(NumericalError) -> Double
  ) throws(NumericalError) -> Double {
    let result = try unsafe LibraryFunction.lend(function) { function, context in
      unsafe awardsim_root(function, context, low, high, tolerance, evaluationLimit)
    }
    return try result.checked()
  }
}
