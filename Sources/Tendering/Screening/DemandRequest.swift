public import Policy
public import Quantities

/// One agency's wish for one item in the demand survey (slide 3, stage 2).
public struct DemandRequest: Hashable, Sendable {
  /// The item asked for.
  public let itemID: ItemID
  /// The agency that asks.
  public let agencyID: AgencyID
  /// Units the agency expects to order over the contract; `nil` where it does not say.
  public let quantity: Int64?
  /// Where the row stands.
  public let position: SourcePosition

  /// Creates a request.
  public init(
    itemID: ItemID, agencyID: AgencyID, quantity: Int64?, position: SourcePosition
  ) {
    self.itemID = itemID
    self.agencyID = agencyID
    self.quantity = quantity
    self.position = position
  }
}
