/// The columns of a table of a synthetic case, from which its heading and its description are made.
struct SyntheticTable: Sendable {
  /// A type of Table Schema (Frictionless).
  enum FieldType: String, Sendable {
    case string
    case integer
    case number
    case date
  }

  /// A column.
  struct Field: Sendable {
    let name: String
    let type: FieldType
    let title: String
    var isRequired: Bool
    /// The values it may have; empty for any.
    var choices: [String] = []
    /// The least value; `nil` for any.
    var minimum: String?

    init(
      _ name: String, _ type: FieldType = .string, _ title: String, isRequired: Bool = true,
      choices: [String] = [], minimum: String? = nil
    ) {
      self.name = name
      self.type = type
      self.title = title
      self.isRequired = isRequired
      self.choices = choices
      self.minimum = minimum
    }
  }

  /// Columns whose values stand in another table.
  struct ForeignKey: Sendable {
    let field: String
    let table: SyntheticFile
    /// The column of the other table; of the same name if not given.
    var target: String?
  }

  let title: String
  let fields: [Field]
  let primaryKey: [String]
  var foreignKeys: [ForeignKey] = []

  /// The table that a file holds; `nil` for one that is no table.
  static func of(_ file: SyntheticFile) -> SyntheticTable? {
    switch file {
    case .header, .dataPackage: nil
    case .items: items
    case .demand: demand
    case .vendors: vendors
    case .products: products
    case .certificates: certificates
    case .tests: tests
    case .securityItems: securityItems
    case .restrictedBrands: restrictedBrands
    case .listings: listings
    case .historicalAwards: historicalAwards
    case .agencyPrices: agencyPrices
    case .marketQuotes: marketQuotes
    case .priceIndex: priceIndex
    case .reserveOverrides: reserveOverrides
    case .bids: bids
    case .rebids: rebids
    case .orders: orders
    case .agencies: agencies
    case .feeTiers: feeTiers
    case .collections: collections
    case .contracts: contracts
    case .planted: planted
    case .plantedScreening: plantedScreening
    case .plantedOrders: plantedOrders
    }
  }
}
