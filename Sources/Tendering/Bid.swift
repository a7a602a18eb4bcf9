public import Policy
public import Quantities

/// One vendor's bid for one item, as it was read.
public struct Bid: Hashable, Sendable {
  /// Whether the bid takes part; the raw values are what tables use.
  public enum Status: String, CaseIterable, Sendable {
    /// Submitted and admitted.
    case valid
    /// Refused before prices were looked at.
    case disqualified
  }

  /// The item.
  public let itemID: ItemID
  /// The bidder; one vendor bids once for an item.
  public let vendorID: VendorID
  /// The unit price, more than zero; only a disqualified bid may have none.
  public let unitPrice: Money?
  /// Whether the bid takes part, as its row says or screening decided.
  public var status: Status
  /// Why screening refused the bid; `nil` where it did not.
  public var refusal: Phrase?
  /// When the bid was submitted, where stated.
  public let submittedAt: String?
  /// Where the row stands.
  public let position: SourcePosition

  /// Creates a bid.
  public init(
    itemID: ItemID, vendorID: VendorID, unitPrice: Money?, status: Status = .valid,
    refusal: Phrase? = nil, submittedAt: String? = nil, position: SourcePosition
  ) {
    self.itemID = itemID
    self.vendorID = vendorID
    self.unitPrice = unitPrice
    self.status = status
    self.refusal = refusal
    self.submittedAt = submittedAt
    self.position = position
  }
}

/// A reduced price, given where no bid was within the reserve price.
///
/// Government Procurement Act, Art. 53.
public struct Reduction: Hashable, Sendable {
  /// The item.
  public let itemID: ItemID
  /// The vendor that reduces its price.
  public let vendorID: VendorID
  /// 0 for the lowest bidder's priority reduction, 1 to 3 for the rounds among all.
  public let round: Int
  /// The reduced unit price; more than zero.
  public let unitPrice: Money
  /// Where the row stands.
  public let position: SourcePosition

  /// Creates a reduction.
  public init(
    itemID: ItemID, vendorID: VendorID, round: Int, unitPrice: Money, position: SourcePosition
  ) {
    self.itemID = itemID
    self.vendorID = vendorID
    self.round = round
    self.unitPrice = unitPrice
    self.position = position
  }
}

/// The price that a tied vendor gives when asked for one more reduction.
public struct Rebid: Hashable, Sendable {
  /// The item.
  public let itemID: ItemID
  /// The vendor that was tied at the cutoff.
  public let vendorID: VendorID
  /// The reduced unit price; more than zero.
  public let unitPrice: Money
  /// Where the row stands.
  public let position: SourcePosition

  /// Creates a re-bid.
  public init(itemID: ItemID, vendorID: VendorID, unitPrice: Money, position: SourcePosition) {
    self.itemID = itemID
    self.vendorID = vendorID
    self.unitPrice = unitPrice
    self.position = position
  }
}
