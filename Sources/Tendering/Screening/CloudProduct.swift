public import Policy
public import Quantities

/// A product that was submitted at solicitation for one item.
public struct CloudProduct: Hashable, Sendable {
  /// The name in every table.
  public let id: ProductID
  /// The item that it would be ordered under.
  public let itemID: ItemID
  /// Who submitted it.
  public let vendorID: VendorID
  /// Who makes it; `nil` where not stated.
  public let manufacturerID: VendorID?
  /// Whether the manufacturer authorised the vendor; `nil` where no letter was handed in.
  public let isAuthorised: Bool?
  /// The brand; the item's own where not stated.
  public let brand: String?
  /// Territories of the sites where data is accessed; `nil` where not stated.
  public let accessSites: [String]?
  /// Territories of the sites where data is backed up; `nil` where not stated.
  public let backupSites: [String]?
  /// Territories of the sites kept in standby; `nil` where not stated.
  public let standbySites: [String]?
  /// Territories that data is sent through, empty for none; `nil` where not stated.
  public let transitTerritories: [String]?
  /// Where the row stands.
  public let position: SourcePosition

  /// The territories where its data is stored – accessed, backed up, kept in standby – each once.
  public var storageSites: [String] {
    var sites: [String] = []
    for site in [accessSites, backupSites, standbySites].flatMap({ $0 ?? [] })
    where !sites.contains(site) { sites.append(site) }
    return sites
  }

  /// Creates a product.
  public init(
    id: ProductID, itemID: ItemID, vendorID: VendorID, manufacturerID: VendorID? = nil,
    isAuthorised: Bool? = nil, brand: String? = nil, accessSites: [String]? = nil,
    backupSites: [String]? = nil, standbySites: [String]? = nil,
    transitTerritories: [String]? = nil, position: SourcePosition
  ) {
    self.id = id
    self.itemID = itemID
    self.vendorID = vendorID
    self.manufacturerID = manufacturerID
    self.isAuthorised = isAuthorised
    self.brand = brand
    self.accessSites = accessSites
    self.backupSites = backupSites
    self.standbySites = standbySites
    self.transitTerritories = transitTerritories
    self.position = position
  }
}

/// A brand that is restricted as harmful to national cyber security.
public struct RestrictedBrand: Hashable, Sendable {
  /// The brand.
  public let brand: String
  /// Where the row stands.
  public let position: SourcePosition

  /// Creates a row of the list.
  public init(brand: String, position: SourcePosition) {
    self.brand = brand
    self.position = position
  }
}
