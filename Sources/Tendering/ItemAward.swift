public import Policy
public import Quantities

/// The award of one item, with everything that led to it.
public struct ItemAward: Hashable, Sendable {
  /// The item.
  public let itemID: ItemID
  /// The reserve price; `nil` when the item has none.
  public let reservePrice: Money?
  /// The parameters that decided.
  public let policy: AwardPolicy
  /// What each bid came to, in input order.
  public let bids: [BidAward]
  /// n and k; `nil` where no bid was valid or the computation failed.
  public let cutoff: Cutoff?
  /// The price of the k-th lowest valid bid; `nil` where there is none.
  public let cutoffPrice: Money?
  /// What happened to equal bids across the cutoff; `nil` where there were none.
  public let tie: TieRecord?
  /// The re-bids that had no effect, with the reason.
  public let unusedRebids: [UnusedRebid]
  /// The reduction of prices; `nil` when it was not entered.
  public let priceReduction: PriceReductionRecord?
  /// What the item came to.
  public let outcome: ItemOutcome

  /// Bids submitted, disqualified ones too.
  public var submittedCount: Int { bids.count }
  /// Bids that could take part; after a reduction of prices, those within the reserve then.
  public let validCount: Int
  /// n: what the share was taken of; 0 where no cutoff was drawn.
  public var baseCount: Int { cutoff?.baseCount ?? 0 }
  /// k: how many of the lowest are awarded before ties; 0 where no cutoff was drawn.
  public var cutoffCount: Int { cutoff?.count ?? 0 }
  /// Bids awarded.
  public let awardedCount: Int
  /// Bids that wait for the decision of a tie.
  public let pendingCount: Int

  /// The awarded bids, in input order.
  public var awarded: some Sequence<BidAward> { bids.lazy.filter { $0.contractPrice != nil } }
}
