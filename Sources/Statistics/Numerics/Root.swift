import CBoostMath

/// Where a function of one variable is 0.
public enum Root {
  /// Finds the root of a rising function by the algorithm 748 of Alefeld, Potra and Shi in Boost.Math.
  ///
  /// - Parameters:
  ///   - low: Where the function is at most 0, finite.
  ///   - high: Where the function is at least 0, finite and not below `low`.
  ///   - function: A continuous function with finite values from `low` to `high`.
  /// - Returns: The root, to the last bits of a double.
  /// - Throws: What the function throws; ``NumericalError/domain`` where it is not finite or the signs
  ///   at the ends are others.
  public static func find(
    from low: Double, to high: Double,
    _ function: (Double) throws(NumericalError) -> Double
  ) throws(NumericalError) -> Double {
    try unsafe FunctionThroughC.use(function) { callback, context in
      unsafe awardsim_root(callback, context, low, high)
    }.checked()
  }
}
