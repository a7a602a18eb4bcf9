public import Policy
public import Quantities

/// What was handed in about one security item of one product.
public struct SecurityItemEvidence: Hashable, Sendable {
  /// The product.
  public let productID: ProductID
  /// The part, as the policy's matrices name it.
  public let part: String
  /// Whether the product offers it.
  public let isOffered: Bool
  /// Where the row stands.
  public let position: SourcePosition

  /// Creates a row.
  public init(productID: ProductID, part: String, isOffered: Bool, position: SourcePosition) {
    self.productID = productID
    self.part = part
    self.isOffered = isOffered
    self.position = position
  }
}
