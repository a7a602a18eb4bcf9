public import Policy
public import Quantities

/// An item and a vendor that it is ordered from.
public struct OrderPlace: Hashable, Sendable {
  /// The item.
  public let itemID: ItemID
  /// The vendor.
  public let vendorID: VendorID

  /// Creates a place.
  public init(itemID: ItemID, vendorID: VendorID) {
    self.itemID = itemID
    self.vendorID = vendorID
  }
}

/// What the rules of orders look at beside the orders themselves; what is not there is `nil`.
///
/// Reserve prices, awards and sites are those of the case at hand: orders of other contracts are not
/// measured against them.
public struct OrderFacts: Hashable, Sendable {
  /// What became of a vendor's bid for an item.
  public enum Award: Hashable, Sendable {
    /// It was awarded.
    case awarded
    /// It is tied across the cutoff and undecided.
    case pending
    /// It was not awarded, for a reason.
    case notAwarded(Phrase, SourcePosition)
  }

  /// `agencies.csv`.
  public var agencies: [AgencyRecord]?
  /// Which records the table of orders has a column for.
  public var columns: OrderRecordColumns
  /// Reserve prices of the items that have one.
  public var reservePrices: [ItemID: Money]?
  /// What became of each bid.
  public var awards: [OrderPlace: Award]?
  /// Territories where the data of an item is stored, by who submitted its products.
  public var sitesOfVendor: [OrderPlace: [String]]
  /// Territories where the data of an item is stored, over all of its products.
  public var sitesOfItem: [ItemID: [String]]
  /// Whether the case lists the other contracts that orders belong to.
  public var listsOtherContracts: Bool

  /// Creates facts of which none is there.
  public init() {
    columns = []
    sitesOfVendor = [:]
    sitesOfItem = [:]
    listsOtherContracts = false
  }

  /// Where the data of an order of the case's own contract is stored: at the sites of what its vendor
  /// submitted for the item, otherwise of all products of the item.
  func sites(of order: Order) -> [String] {
    sitesOfVendor[OrderPlace(itemID: order.itemID, vendorID: order.vendorID)]
      ?? sitesOfItem[order.itemID] ?? []
  }
}
