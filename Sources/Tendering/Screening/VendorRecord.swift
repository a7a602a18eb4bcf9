public import Policy
public import Quantities

/// What is on file about a vendor or an original manufacturer.
public struct VendorRecord: Hashable, Sendable {
  /// In which part it comes; the raw values are what tables use.
  public enum Role: String, CaseIterable, Sendable {
    /// Submits products or bids; may be the manufacturer as well.
    case vendor
    /// Makes products that others submit.
    case manufacturer
  }

  /// The name in every table.
  public let id: VendorID
  /// In which part it comes.
  public let role: Role
  /// The territory it is from, as an ISO 3166 code; `nil` where not stated.
  public let territory: String?
  /// Whether it is of a third area with PRC capital; `nil` where not stated.
  public let hasPRCCapital: Bool?
  /// Whether it is on the list of PRC investments; `nil` where not stated.
  public let isOnInvestmentList: Bool?
  /// Whether its proof of capability holds; `nil` where none was handed in.
  public let isCapable: Bool?
  /// Where the row stands.
  public let position: SourcePosition

  /// Creates a record.
  public init(
    id: VendorID, role: Role = .vendor, territory: String? = nil, hasPRCCapital: Bool? = nil,
    isOnInvestmentList: Bool? = nil, isCapable: Bool? = nil, position: SourcePosition
  ) {
    self.id = id
    self.role = role
    self.territory = territory
    self.hasPRCCapital = hasPRCCapital
    self.isOnInvestmentList = isOnInvestmentList
    self.isCapable = isCapable
    self.position = position
  }
}
