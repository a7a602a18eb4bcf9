import Policy
public import Quantities

/// The prices of an item that the review of low bids compares with, where the evidence has them.
///
/// Enforcement Rules, Art. 79 and 80: other agencies' recent award, and a reference price.
public struct LowPriceReferences: Hashable, Sendable {
  /// The most recent effective agency price, the lowest of its day, to the nearest cent.
  public let agencyAward: Money?
  /// The representative of the market quotes, to the nearest cent.
  public let market: Money?

  /// Nothing to compare with.
  static let none = LowPriceReferences(agencyAward: nil, market: nil)

  private init(agencyAward: Money?, market: Money?) {
    self.agencyAward = agencyAward
    self.market = market
  }

  /// Takes the references from an item's reviewed evidence.
  ///
  /// - Throws: ``ArithmeticOverflow`` when an amount does not fit.
  init(
    _ review: EvidenceReview, _ classes: PerEvidenceClass<ClassPrices>
  ) throws(ArithmeticOverflow) {
    var latest: (date: Day, price: Rational)?
    for (index, row) in review.rows.enumerated()
    where row.origin.evidenceClass == .agency && review.exclusions[index] == nil {
      guard let price = review.normalised[index]?.price.minorUnits else { continue }
      if let latest {
        let isLater = row.date > latest.date
        guard isLater || (row.date == latest.date && price < latest.price) else { continue }
      }
      latest = (row.date, price)
    }
    agencyAward = try LowPriceReferences.nearestCent(latest?.price)
    market = try LowPriceReferences.nearestCent(classes.market.representative)
  }

  private static func nearestCent(_ price: Rational?) throws(ArithmeticOverflow) -> Money? {
    guard let price else { return nil }
    return try Money(rounding: price, .halfUp, toMultipleOf: Money(minorUnits: 1))
  }
}
