public import Policy
public import Quantities

/// An item on the list of an earlier tender, with what was sold.
public struct Listing: Hashable, Sendable {
  /// The item.
  public let itemID: ItemID
  /// The case whose list it was on.
  public let caseNumber: String
  /// Units sold under that case; 0 for none.
  public let soldQuantity: Int64
  /// Where the row stands.
  public let position: SourcePosition

  /// Creates a listing.
  public init(itemID: ItemID, caseNumber: String, soldQuantity: Int64, position: SourcePosition) {
    self.itemID = itemID
    self.caseNumber = caseNumber
    self.soldQuantity = soldQuantity
    self.position = position
  }
}
