import Quantities

extension Rational {
  /// The exact quantile of type 7: linear between the order statistics.
  ///
  /// Hyndman and Fan, *Sample quantiles in statistical packages* (The American Statistician 50, 1996).
  ///
  /// - Parameters:
  ///   - probability: Where the quantile lies, 0 for the lowest.
  ///   - sorted: The fractions in ascending order.
  /// - Returns: `nil` when there is none.
  /// - Throws: ``ArithmeticOverflow`` when the result does not fit.
  static func quantile(
    _ probability: Share, ofSorted sorted: [Rational]
  ) throws(ArithmeticOverflow) -> Rational? {
    guard let last = sorted.last else { return nil }
    let position = try Rational(Int64(sorted.count - 1)) * probability.value
    let whole = position.rounded(.floor)
    guard let index = Int(exactly: whole), index + 1 < sorted.count else { return last }
    let part = try position - Rational(Int64(index))
    return try sorted[index] + part * (sorted[index + 1] - sorted[index])
  }
}
