public import Quantities

/// A dated index that carries a price from its own month to the pricing month.
public struct PriceIndex: Hashable, Sendable {
  /// The index by month; every value is more than zero.
  public let values: [Month: Rational]

  /// Creates an index; values that are not above zero are left out.
  public init(_ values: [Month: Rational]) {
    self.values = values.filter { $0.value > .zero }
  }
}
