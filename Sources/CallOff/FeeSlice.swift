public import Policy
public import Quantities

/// The part of an order that one rate is charged on: the whole order under slab tiers.
public struct FeeSlice: Hashable, Sendable {
  /// The tier, by its index in the table.
  public let tierIndex: Int
  /// The amount charged on.
  public let amount: Money
  /// The exact fee on it, in minor units.
  public let exactFee: Rational

  /// Creates a slice.
  public init(tierIndex: Int, amount: Money, exactFee: Rational) {
    self.tierIndex = tierIndex
    self.amount = amount
    self.exactFee = exactFee
  }
}

/// Why an order, or a part of it, has no rate.
///
/// A fee of 0 would be a silent choice, so both are errors.
public enum FeeCoverageProblem: Hashable, Sendable {
  /// The order lies below the first tier.
  case noTier(OrderID, measured: Phrase, firstBound: Phrase)
  /// Each slice has its own rate, and the slice below the first tier has none.
  case sliceWithoutRate(OrderID, firstBound: Phrase)

  /// The problem in words: what is wrong, and what was expected.
  public var phrase: Phrase {
    switch self {
    case .noTier(let order, let measured, let firstBound):
      Phrase(
        "no fee tier covers order \(order) of \(measured.english);"
          + " expected at least \(firstBound.english), or a tier that starts lower",
        "訂單 \(order)（\(measured.traditionalChinese)）無適用級距；"
          + "應達 \(firstBound.traditionalChinese)，或增列較低級距")
    case .sliceWithoutRate(let order, let firstBound):
      Phrase(
        "the part of order \(order) below \(firstBound.english) has no rate;"
          + " expected tiers from 0, since each slice is charged at its own rate",
        "訂單 \(order) 未達 \(firstBound.traditionalChinese) 之部分無適用費率；"
          + "採分段累進時，級距應自 0 起")
    }
  }
}
