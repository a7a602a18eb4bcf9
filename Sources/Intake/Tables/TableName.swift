/// A table that is read; the raw value is its name, and with `.csv` its file in a case folder.
public enum TableName: String, CaseIterable, Sendable {
  /// What is priced, tendered and ordered.
  case items
  /// Award prices of earlier cases of the framework.
  case historicalAwards = "historical_awards"
  /// Award prices that agencies obtained outside the framework.
  case agencyPrices = "agency_prices"
  /// Quotes of the market inquiry.
  case marketQuotes = "market_quotes"
  /// Which agencies ask for which items.
  case demand
  /// Vendors and manufacturers.
  case vendors
  /// Products that were submitted.
  case products
  /// Certificates of manufacturers and bidders.
  case certificates
  /// Results of tests.
  case tests
  /// Evidence of security items.
  case securityItems = "security_items"
  /// Brands that are restricted.
  case restrictedBrands = "restricted_brands"
  /// Items on the lists of earlier tenders.
  case listings
  /// A price index by month.
  case priceIndex = "price_index"
  /// Reserve prices that the committee decided otherwise.
  case reserveOverrides = "reserve_overrides"
  /// Reserve prices beside loose bids.
  case reserves
  /// Bids.
  case bids
  /// Re-bids of tied vendors.
  case rebids
  /// Price reductions where no bid is within the reserve price.
  case reductions
  /// Call-off orders.
  case orders
  /// Agencies that order.
  case agencies
  /// Tiers of the service fee.
  case feeTiers = "fee_tiers"
  /// Payments of the service fee.
  case collections
  /// Periods of the other contracts that orders belong to.
  case contracts

  /// The file in a case folder.
  public var fileName: String { rawValue + ".csv" }
  /// The workbook that may stand in its place.
  public var workbookName: String { rawValue + ".xlsx" }

  /// The tables of a case folder; `reserves` stands only beside loose bids.
  public static let ofCase = allCases.filter { $0 != .reserves }

  /// The tables that reserve prices are computed from.
  public static let forReserve: Set<TableName> = [
    .items, .historicalAwards, .agencyPrices, .marketQuotes, .priceIndex, .reserveOverrides,
  ]
  /// The tables that screening looks at.
  public static let forScreening: Set<TableName> = [
    .items, .demand, .vendors, .products, .certificates, .tests, .securityItems,
    .restrictedBrands, .listings, .bids,
  ]
  /// The tables that awards are decided from.
  public static let forAward = forReserve.union(forScreening).union([.rebids, .reductions])
  /// The tables that the calendar looks at.
  public static let forCalendar = forFees.union([.vendors, .products, .certificates])
  /// The tables that fees are computed from, and those that the rules of orders look at.
  public static let forFees = forAward.union([
    .orders, .agencies, .feeTiers, .collections, .contracts,
  ])
}
