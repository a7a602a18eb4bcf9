public import Policy
import Quantities

/// How one price comes to stand for its class.
///
/// The fourth step, assumed: the median for historical awards and agency prices, but their minimum
/// where at most two rows are left; the lowest quote for the market at every number.
public enum RepresentativeRule: Hashable, Sendable {
  /// The lowest price left.
  case lowest
  /// The middle price left, or the mean of the two in the middle.
  case median

  /// The largest number of rows of which the lowest is taken, whatever the class.
  public static let lowestCount = 2

  /// The rule for a class with some rows left.
  public init(for evidenceClass: EvidenceClass, keptCount: Int) {
    self =
      evidenceClass == .market || keptCount <= RepresentativeRule.lowestCount ? .lowest : .median
  }

  /// The representative of the prices left.
  ///
  /// - Parameter kept: The prices in ascending order.
  /// - Returns: `nil` when there is none.
  /// - Throws: ``ArithmeticOverflow`` when a mean does not fit.
  func representative(of kept: ArraySlice<Rational>) throws(ArithmeticOverflow) -> Rational? {
    switch self {
    case .lowest: kept.first
    case .median: try Rational.median(ofSorted: kept)
    }
  }

  /// The rule in words.
  public var phrase: Phrase {
    switch self {
    case .lowest: Phrase("the lowest", "最低價")
    case .median: Phrase("the median", "中位數")
    }
  }
}
