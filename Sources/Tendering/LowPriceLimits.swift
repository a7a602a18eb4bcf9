import Policy
import Quantities

/// The prices below which an item's bids are reviewed.
///
/// Each limit is rounded up to a whole minor unit. A price is a whole number of minor units, so it
/// lies below the exact limit exactly when it lies below the rounded one, and the rounded limit less
/// the price is the exact security rounded up to a cent. Sources: see ``LowPriceReview``.
struct LowPriceLimits {
  private struct Limit {
    let finding: LowPriceReview.Finding
    let price: Money

    init(_ flag: LowPriceFlag, _ share: Share, of price: Money) throws(ArithmeticOverflow) {
      finding = LowPriceReview.Finding(flag: flag, share: share, comparisonPrice: price)
      self.price = try Money(
        rounding: price.exact * share.value, .ceiling, toMultipleOf: Money(minorUnits: 1))
    }
  }

  private let total: Limit
  private let item: Limit
  private let agencyAward: Limit?
  private let reference: Limit?
  /// Below this total no security is asked for: 70 % of the reserve, whatever the policy's limits.
  private let noTotalSecurity: Money

  /// Computes the limits of one item.
  ///
  /// - Throws: ``ArithmeticOverflow`` when one has no exact representation.
  init(
    reservePrice: Money, comparisonPrices: Tender.ComparisonPrices, policy: AwardPolicy
  ) throws(ArithmeticOverflow) {
    total = try Limit(.belowTotal, policy.lowPriceTotal, of: reservePrice)
    item = try Limit(.belowItem, policy.lowPriceItem, of: reservePrice)
    agencyAward =
      if let price = comparisonPrices.agencyAward {
        try Limit(.belowAgencyAward, policy.lowPriceItem, of: price)
      } else { nil }
    reference =
      if let price = comparisonPrices.reference {
        try Limit(.belowReference, policy.lowPriceItem, of: price)
      } else { nil }
    noTotalSecurity = try Money(
      rounding: reservePrice.exact * Rational(7, over: 10), .ceiling,
      toMultipleOf: Money(minorUnits: 1))
  }

  /// Reviews one price.
  ///
  /// - Returns: `nil` when the price is below no limit.
  /// - Throws: ``ArithmeticOverflow`` when a security does not fit.
  func review(of price: Money) throws(ArithmeticOverflow) -> LowPriceReview? {
    let broken = [total, item, agencyAward, reference].compactMap { $0 }.filter { price < $0.price }
    guard !broken.isEmpty else { return nil }
    let totalSecurity: LowPriceReview.TotalSecurity? =
      if price >= total.price {
        nil
      } else if price < noTotalSecurity {
        .noneAsked
      } else {
        .amount(try total.price - price)
      }
    return LowPriceReview(
      findings: broken.map(\.finding), totalSecurity: totalSecurity,
      partSecurity: price < item.price ? try item.price - price : nil)
  }
}
