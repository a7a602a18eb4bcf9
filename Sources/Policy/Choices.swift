// The choices that the rules leave open, each with the raw value that policy files use.

/// How the representatives of the evidence classes become one reserve price (assumed).
public enum CombinationMethod: String, CaseIterable, Sendable {
  /// The lowest representative.
  case minimum
  /// The median of the representatives.
  case median
  /// The mean of the representatives, weighted by class.
  case weightedMean = "weighted-mean"
  /// The representative of the historical awards alone.
  case historical
  /// The representative of the agency prices alone.
  case agency
  /// The representative of the market quotes alone.
  case market
  /// A quantile (type 7) of all rows left, of whatever class.
  case quantile
}

/// Which bids the cutoff share is taken of (assumed).
public enum CutoffBase: String, CaseIterable, Sendable {
  /// The valid bids.
  case valid
  /// Every bid submitted, disqualified and above-reserve ones too.
  case submitted
}

/// What happens to equal bids that lie across the cutoff.
///
/// Assumed; after the Enforcement Rules, Art. 62.
public enum TieRule: String, CaseIterable, Sendable {
  /// One more reduction among them, then a lot; with neither, they are pending.
  case rebidThenLot = "rebid-then-lot"
  /// All of them are awarded.
  case includeAll = "include-all"
  /// None of them is awarded.
  case excludeAll = "exclude-all"
}

/// At which price a winner's contract is made.
///
/// Assumed; after the Enforcement Rules, Art. 65.
public enum ContractPriceRule: String, CaseIterable, Sendable {
  /// The vendor's own bid.
  case ownBid = "own-bid"
  /// The lowest awarded price for everyone; hypothetical.
  case matchLowest = "match-lowest"
}

/// Whether vendors may reduce their prices where no bid is within the reserve price.
///
/// Assumed: the reserve is published, so there is no negotiation; Art. 53 of the Act has the path.
public enum PriceReductionRule: String, CaseIterable, Sendable {
  /// No reduction: an item without a valid bid fails.
  case none
  /// One priority reduction by the lowest bidder, then up to three rounds among all.
  case article53 = "article-53"
}

/// Whether one rate covers a whole order or each slice has its own (assumed).
public enum FeeMode: String, CaseIterable, Sendable {
  /// The tier of the whole order gives the rate of the whole order.
  case slab
  /// Each slice of the order is charged at the rate of its own tier.
  case marginal
}

/// What the tier of an order follows (assumed).
public enum TierMeasure: String, CaseIterable, Sendable {
  /// The order's amount.
  case amount
  /// The order's quantity.
  case quantity
}

/// Whether the rate applies to the price or is contained in it (assumed).
public enum FeeBase: String, CaseIterable, Sendable {
  /// amount × rate.
  case gross
  /// amount − amount / (1 + rate).
  case netOf = "net-of"
}
