import Quantities

/// Numbers to nine significant digits: what a calibration hands on.
///
/// Far more than any estimate is good for, and few enough that the last bits of a processor's
/// arithmetic do not show.
enum SignificantDigits {
  static let count = 9

  /// The number rounded, by multiplications and divisions alone.
  static func rounded(_ number: Double) -> Double {
    guard number != 0, number.isFinite else { return number }
    var scale = 1.0
    let low = 1e8
    var magnitude = number.magnitude
    while magnitude < low, scale < 1e300 {
      magnitude *= 10
      scale *= 10
    }
    guard magnitude < low * 10 else { return number.rounded() }
    return (number * scale).rounded() / scale
  }
}

extension Rate {
  /// The exact rate nearest to a number, to nine significant digits.
  ///
  /// - Returns: `nil` for a number below 0, or one that a rate does not hold.
  init?(significant number: Double) {
    guard number >= 0, number < 1e9 else { return nil }
    var scale: Int128 = 1
    var scaled = number
    while scaled < 1e8, scale < 1_000_000_000_000_000_000 {
      scaled *= 10
      scale *= 10
    }
    guard let exact = try? Rational(Int128(scaled.rounded()), over: scale) else { return nil }
    self.init(exact)
  }
}
