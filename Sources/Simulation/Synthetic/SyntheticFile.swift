/// A file of a synthetic case.
enum SyntheticFile: Int, CaseIterable, Sendable {
  case header
  case items
  case demand
  case vendors
  case products
  case certificates
  case tests
  case securityItems
  case restrictedBrands
  case listings
  case historicalAwards
  case agencyPrices
  case marketQuotes
  case priceIndex
  case reserveOverrides
  case bids
  case rebids
  case orders
  case agencies
  case feeTiers
  case collections
  case contracts
  case planted
  case plantedScreening
  case plantedOrders
  case dataPackage

  /// The file's name in the case's folder.
  var name: String {
    switch self {
    case .header: "case.yaml"
    case .dataPackage: "datapackage.json"
    // Not a CSV file, since a case has no such table: whoever reads one would warn of it.
    case .planted, .plantedScreening, .plantedOrders: resourceName + ".tsv"
    default: resourceName + ".csv"
    }
  }

  /// The name under which the data package lists the file.
  var resourceName: String {
    switch self {
    case .header: "case"
    case .items: "items"
    case .demand: "demand"
    case .vendors: "vendors"
    case .products: "products"
    case .certificates: "certificates"
    case .tests: "tests"
    case .securityItems: "security_items"
    case .restrictedBrands: "restricted_brands"
    case .listings: "listings"
    case .historicalAwards: "historical_awards"
    case .agencyPrices: "agency_prices"
    case .marketQuotes: "market_quotes"
    case .priceIndex: "price_index"
    case .reserveOverrides: "reserve_overrides"
    case .bids: "bids"
    case .rebids: "rebids"
    case .orders: "orders"
    case .agencies: "agencies"
    case .feeTiers: "fee_tiers"
    case .collections: "collections"
    case .contracts: "contracts"
    case .planted: "planted"
    case .plantedScreening: "planted_screening"
    case .plantedOrders: "planted_orders"
    case .dataPackage: "datapackage"
    }
  }

  /// What stands between two fields of the file, where it is a table.
  var delimiter: UInt8 { isPlanted ? UInt8(ascii: "\t") : UInt8(ascii: ",") }

  /// Whether the file is for tests and no table of a case.
  var isPlanted: Bool {
    self == .planted || self == .plantedScreening || self == .plantedOrders
  }
}
