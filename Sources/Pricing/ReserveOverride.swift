public import Policy
public import Quantities

/// A price that the committee decided in place of the computed one, with its record.
public struct ReserveOverride: Hashable, Sendable {
  /// The item.
  public let itemID: ItemID
  /// The decided reserve price; more than zero.
  public let reservePrice: Money
  /// Why.
  public let reason: String
  /// Who decided.
  public let decidedBy: String
  /// When.
  public let decidedOn: Day
  /// Where the row stands.
  public let position: SourcePosition

  /// Creates an override.
  public init(
    itemID: ItemID, reservePrice: Money, reason: String, decidedBy: String, decidedOn: Day,
    position: SourcePosition
  ) {
    self.itemID = itemID
    self.reservePrice = reservePrice
    self.reason = reason
    self.decidedBy = decidedBy
    self.decidedOn = decidedOn
    self.position = position
  }
}
