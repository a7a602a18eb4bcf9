public import Quantities

/// A price as an exact fraction, before any rounding.
public struct ExactPrice: Hashable, Sendable {
  /// The price in minor units (cents).
  public let minorUnits: Rational

  /// Creates a price from its minor units.
  public init(minorUnits: Rational) {
    self.minorUnits = minorUnits
  }

  /// The price in NT$ as a plain decimal, such as `1234.5`.
  ///
  /// Exact where the decimal expansion ends within twelve digits; otherwise rounded half-up to twelve.
  public var decimalText: String {
    // The point moves within the text, because a division by 100 could overflow and this may not.
    let text = minorUnits.magnitude.decimalText(fractionDigitLimit: 10)
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let padding = String(repeating: "0", count: Swift.max(0, 3 - parts[0].count))
    let whole = padding + parts[0]
    var fraction = whole.suffix(2) + parts.dropFirst().joined()
    while fraction.last == "0" { fraction.removeLast() }
    let sign = minorUnits < .zero ? "-" : ""
    return sign + whole.dropLast(2) + (fraction.isEmpty ? "" : "." + fraction)
  }
}

extension ExactPrice: Comparable {
  /// Whether the left price is the lower one.
  public static func < (left: ExactPrice, right: ExactPrice) -> Bool {
    left.minorUnits < right.minorUnits
  }
}
