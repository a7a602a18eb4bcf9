/// How a quantity that lies between two whole numbers becomes one of them.
///
/// All three work on exact fractions; none of them sees a floating-point number. The raw values are
/// the names that policy files use.
public enum Rounding: String, CaseIterable, Sendable {
  /// To the nearest whole number, one half away from zero.
  case halfUp = "half-up"
  /// To the largest whole number that is not greater.
  case floor
  /// To the smallest whole number that is not less.
  case ceiling
}
