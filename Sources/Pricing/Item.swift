public import Policy
public import Quantities

/// One line of the framework contract: priced, tendered and ordered on its own.
public struct Item: Hashable, Sendable {
  /// The item's name in every table.
  public let id: ItemID
  /// The service category.
  public let category: Category
  /// The product's name.
  public let name: String
  /// The product's brand.
  public let brand: String?
  /// What a unit price buys, such as "user" or "instance"; `nil` when not stated.
  public let unit: String?
  /// The term that a unit price covers, in months; `nil` when not stated.
  public let termMonths: Int?
  /// The quantity tier that a unit price holds for; `nil` when not stated.
  public let quantityTier: String?
  /// Where the item's row stands.
  public let position: SourcePosition

  /// Creates an item.
  public init(
    id: ItemID, category: Category, name: String, brand: String? = nil, unit: String? = nil,
    termMonths: Int? = nil, quantityTier: String? = nil, position: SourcePosition
  ) {
    self.id = id
    self.category = category
    self.name = name
    self.brand = brand
    self.unit = unit
    self.termMonths = termMonths
    self.quantityTier = quantityTier
    self.position = position
  }
}

/// A service category of the framework (slides 3, 9, 10); the raw values are what tables use.
public enum Category: String, CaseIterable, Sendable {
  /// Infrastructure as a service.
  case iaas
  /// Platform as a service.
  case paas
  /// Packaged software as a service.
  case saasPackage = "saas-package"
  /// Office-productivity software as a service: mail, calendar, drive, messaging.
  case saasProductivity = "saas-productivity"

  /// The category in words.
  public var phrase: Phrase {
    switch self {
    case .iaas: Phrase("IaaS", "IaaS 基礎設施")
    case .paas: Phrase("PaaS", "PaaS 平台")
    case .saasPackage: Phrase("SaaS, package", "SaaS 套裝型")
    case .saasProductivity: Phrase("SaaS, office productivity", "SaaS 辦公生產力工具")
    }
  }
}
