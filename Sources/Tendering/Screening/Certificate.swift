public import Policy
public import Quantities

/// A certificate of a management standard.
public struct Certificate: Hashable, Sendable {
  /// Who holds it: a manufacturer for its data centre, or a bidder.
  public let holderID: VendorID
  /// The standard, as the policy names it.
  public let standard: String
  /// The one product that it is for; `nil` for all of the holder's.
  public let productID: ProductID?
  /// Its first day.
  public let validFrom: Day
  /// Its last day; not before the first.
  public let validUntil: Day
  /// Whether it shows the data centre in its scope; `nil` where the record does not say.
  public let isDataCentreInScope: Bool?
  /// Where the row stands.
  public let position: SourcePosition

  /// Creates a certificate.
  public init(
    holderID: VendorID, standard: String, productID: ProductID? = nil, validFrom: Day,
    validUntil: Day, isDataCentreInScope: Bool? = nil, position: SourcePosition
  ) {
    self.holderID = holderID
    self.standard = standard
    self.productID = productID
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.isDataCentreInScope = isDataCentreInScope
    self.position = position
  }

  /// Whether it takes a validity that ends on a day further, without a gap.
  public func extends(validityUntil day: Day) -> Bool {
    validFrom <= day + 1 && validUntil > day
  }
}
