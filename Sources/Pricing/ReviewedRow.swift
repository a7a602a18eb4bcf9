public import Quantities

/// One row of evidence with everything that was decided about it.
public struct ReviewedRow: Hashable, Sendable {
  /// The row as it was read.
  public let evidence: Evidence
  /// Its price on the item's terms; `nil` when it cannot be carried there.
  public let normalised: NormalisedPrice?
  /// Whether it takes part in the price, and why not.
  public let disposition: Disposition
  /// Its exact score in its class's outlier test; `nil` where it was not tested.
  public let outlierScore: Rational?
  /// What the item's reserve price would be without it; `nil` when influence was not asked for.
  public let influence: Influence?

  /// Whether a row takes part in the price.
  public enum Disposition: Hashable, Sendable {
    /// It does.
    case used
    /// It does not.
    case excluded(Exclusion)

    /// Why the row takes no part; `nil` when it does.
    public var exclusion: Exclusion? {
      guard case .excluded(let exclusion) = self else { return nil }
      return exclusion
    }
  }

  /// Whether the row is normalised and independent, be it an outlier or not.
  public var isEffective: Bool {
    switch disposition {
    case .used, .excluded(.outlier): true
    case .excluded: false
    }
  }
}
