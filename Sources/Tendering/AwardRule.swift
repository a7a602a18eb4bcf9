public import Policy
import Quantities

/// The multiple award at the cutoff: one item's bids in, every bid's outcome out.
///
/// Published reserve price, lowest-price award, bids ranked low to high, the first 90 % awarded:
/// slide 3; Government Procurement Act, Art. 52 I 4; Enforcement Rules, Art. 62 and 65. The steps,
/// each in a file of its own: `BidValidity`, where no bid is valid the `PriceReductionPath`,
/// `Ranking`, `Cutoff`, `TieBreak`, `ContractPrice`, `LowPriceReview`. There is no reserve list of
/// vendors who might follow a winner that drops out (assumed).
public struct AwardRule: Sendable {
  /// The parameters.
  public let policy: AwardPolicy
  /// The draw for ties that re-bids leave; `nil` when none can be drawn.
  public let lot: LotDraw?

  /// Creates the rule.
  ///
  /// - Parameters:
  ///   - policy: The parameters; without a lot seed in it no lot is drawn.
  ///   - lot: The draw, seeded by the policy's seed.
  public init(policy: AwardPolicy, lot: LotDraw? = nil) {
    self.policy = policy
    self.lot = lot
  }

  /// Awards one item.
  ///
  /// A number that has no exact representation fails the item, never the run. The order of the bids
  /// decides nothing.
  ///
  /// - Complexity: O(n log n) in the number of bids.
  public func award(_ tender: Tender) -> ItemAward {
    let ranked = RankedTender(tender, reductionRule: policy.priceReduction)
    if let failure = ranked.failure {
      return ItemAward(of: ranked, policy: policy, failure: failure)
    }
    do throws(ArithmeticOverflow) {
      return try ItemAward(of: ranked, Selection(from: ranked, by: self), policy: policy)
    } catch {
      return ItemAward(of: ranked, policy: policy, failure: .arithmetic(error))
    }
  }
}

extension ItemAward {
  /// Puts a selection together with the judgements on each bid.
  fileprivate init(
    of ranked: RankedTender, _ selection: Selection, policy: AwardPolicy
  ) throws(ArithmeticOverflow) {
    let tender = ranked.tender
    let limits: LowPriceLimits? =
      if let reservePrice = tender.reservePrice {
        try LowPriceLimits(
          reservePrice: reservePrice, comparisonPrices: tender.comparisonPrices, policy: policy)
      } else { nil }
    var verdicts = BidVerdicts(of: ranked)
    verdicts.apply(selection)
    let pendingCount = selection.pendingIndices.count

    itemID = tender.itemID
    reservePrice = tender.reservePrice
    self.policy = policy
    bids = try verdicts.bidAwards(of: tender, limits: limits)
    cutoff = selection.cutoff
    cutoffPrice = selection.cutoffPrice
    tie = selection.tie?.record
    unusedRebids = selection.unusedRebids(of: tender)
    priceReduction = ranked.reduction
    validCount = ranked.ranking.entries.count
    awardedCount = selection.winners.count
    self.pendingCount = pendingCount
    outcome = selection.outcome
  }

  /// The award of an item that failed before a selection.
  fileprivate init(of ranked: RankedTender, policy: AwardPolicy, failure: ItemFailure) {
    let verdicts = BidVerdicts(of: ranked, otherwise: .notAwarded(.itemFailed(failure)))
    itemID = ranked.tender.itemID
    reservePrice = ranked.tender.reservePrice
    self.policy = policy
    bids = verdicts.bidAwards(of: ranked.tender)
    cutoff = nil
    cutoffPrice = nil
    tie = nil
    unusedRebids = ranked.tender.rebids.map { UnusedRebid(rebid: $0, reason: .noTie) }
    priceReduction = ranked.reduction
    validCount = ranked.ranking.entries.count
    awardedCount = 0
    pendingCount = 0
    outcome = .failed(failure)
  }
}
