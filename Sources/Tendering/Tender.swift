public import Quantities

/// Everything that decides the award of one item.
public struct Tender: Hashable, Sendable {
  /// The item.
  public let itemID: ItemID
  /// The published reserve price; `nil` when the item has none.
  public let reservePrice: Money?
  /// The bids, in input order; each vendor at most once.
  public let bids: [Bid]
  /// Re-bids of tied vendors, in input order; each vendor at most once.
  public let rebids: [Rebid]
  /// Price reductions, in input order; each vendor at most once a round.
  public let reductions: [Reduction]
  /// Prices beside the reserve that a low bid is compared with.
  public let comparisonPrices: ComparisonPrices

  /// Creates a tender.
  public init(
    itemID: ItemID, reservePrice: Money?, bids: [Bid], rebids: [Rebid] = [],
    reductions: [Reduction] = [], comparisonPrices: ComparisonPrices = ComparisonPrices()
  ) {
    self.itemID = itemID
    self.reservePrice = reservePrice
    self.bids = bids
    self.rebids = rebids
    self.reductions = reductions
    self.comparisonPrices = comparisonPrices
  }

  /// Prices that the low-price review compares with, where known.
  ///
  /// Enforcement Rules, Art. 79 and 80.
  public struct ComparisonPrices: Hashable, Sendable {
    /// Another agency's most recent award price.
    public let agencyAward: Money?
    /// A reference price: what the market asks.
    public let reference: Money?

    /// Creates the prices.
    public init(agencyAward: Money? = nil, reference: Money? = nil) {
      self.agencyAward = agencyAward
      self.reference = reference
    }
  }
}

/// A draw of lots among vendors, supplied from outside so that the award rule holds no randomness.
///
/// - Parameters:
///   - itemID: The item, so that each item has a draw of its own.
///   - vendors: The tied vendors in ascending order of their names, whatever the input's order.
/// - Returns: The same vendors in drawn order; the first ones win.
public typealias LotDraw = @Sendable (_ itemID: ItemID, _ vendors: [VendorID]) -> [VendorID]
