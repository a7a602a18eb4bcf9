/// A distribution given by its quantiles, linear between them, in whole numbers only.
///
/// A table and integer arithmetic give the same value on every machine, which the C library's
/// `exp` and `log` do not.
struct QuantileTable: Sendable {
  /// The value below which a share of the distribution lies.
  struct Knot: Sendable {
    /// The share in millionths, 0 to 1,000,000.
    let millionths: Int64
    /// The value.
    let value: Int64

    init(_ millionths: Int64, _ value: Int64) {
      self.millionths = millionths
      self.value = value
    }
  }

  /// The knots: ascending, the first at 0 and the last at 1,000,000.
  let knots: [Knot]

  init(_ knots: [(millionths: Int64, value: Int64)]) {
    self.knots = knots.map { Knot($0.millionths, $0.value) }
  }

  /// The quantile at `position` / 2³², rounded down.
  ///
  /// - Complexity: O(knots).
  func value(at position: UInt32) -> Int64 {
    // In units of a millionth over 2³², so that a knot and a position compare exactly.
    let target = Int64(position) * 1_000_000
    guard let upper = knots.firstIndex(where: { $0.millionths << 32 > target }), upper > 0 else {
      return knots.last?.value ?? 0
    }
    let (low, high) = (knots[upper - 1], knots[upper])
    let part = Int128(target - low.millionths << 32)
    let whole = Int128((high.millionths - low.millionths) << 32)
    return low.value + Int64(Int128(high.value - low.value) * part / whole)
  }
}
