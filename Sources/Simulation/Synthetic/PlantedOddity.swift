/// An oddity that a synthetic case holds on purpose, for the rules to find.
///
/// `planted.tsv` lists every one of them; the raw values are the kinds in that table.
public enum OddityKind: String, CaseIterable, Sendable {
  // In the price evidence.

  /// A price several times too high.
  case outlierHigh = "outlier-high"
  /// A price that lost a digit.
  case outlierLow = "outlier-low"
  /// A quote that another row already states under another name.
  case repeatedQuote = "repeated-quote"
  /// A historical award of the very case that is being priced.
  case selfMatchCase = "self-match-case"
  /// An agency price that is an order under the framework.
  case selfMatchOrder = "self-match-order"
  /// A row older than its class's age limit.
  case stale
  /// A row dated after the pricing date.
  case afterPricingDate = "after-pricing-date"
  /// A price stated without tax.
  case withoutTax = "without-tax"
  /// A price for another unit than the item's.
  case otherUnit = "other-unit"
  /// A price for another term than the item's.
  case otherTerm = "other-term"
  /// A price for another quantity tier than the item's.
  case otherTier = "other-tier"
  /// One of so many equal prices that the median absolute deviation of its class is 0.
  case constantClass = "constant-class"

  // In an item.

  /// An item with evidence of one class only.
  case singleClass = "single-class"
  /// An item all of whose evidence is stale, so that it has no reserve price.
  case noReserve = "no-reserve"
  /// An item whose reserve price the committee decided.
  case decidedReserve = "decided-reserve"
  /// An item that nobody bids for.
  case noBids = "no-bids"
  /// An item with one bid.
  case singleBid = "single-bid"
  /// An item all of whose bids are above the reserve price.
  case allAboveReserve = "all-above-reserve"

  // In the bids.

  /// A bid tied across the cutoff; the tied vendors re-bid different prices.
  case tieRebid = "tie-rebid"
  /// A bid tied across the cutoff; the tied vendors re-bid the same price again.
  case tieEqualRebid = "tie-equal-rebid"
  /// A bid tied across the cutoff without any re-bid.
  case tiePending = "tie-pending"
  /// A bid that equals the reserve price.
  case atReserve = "at-reserve"
  /// A bid above the reserve price.
  case aboveReserve = "above-reserve"
  /// A disqualified bid with a price.
  case disqualified
  /// A disqualified bid without a price.
  case disqualifiedWithoutPrice = "disqualified-without-price"
  /// A bid below 70 % of the reserve price.
  case veryLow = "very-low"
}

/// Where an oddity is planted.
struct PlantedOddity: Hashable, Sendable {
  /// The table.
  let file: SyntheticFile
  /// The row: its own identifier, in `bids.csv` the vendor.
  let rowID: String
  /// The kind.
  let kind: OddityKind
}
