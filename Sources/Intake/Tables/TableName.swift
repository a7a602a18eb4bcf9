/// A table that is read; the raw value is its name, and with `.csv` its file in a case folder.
public enum TableName: String, CaseIterable, Sendable {
  case items
  case historicalAwards = "historical_awards"
  case agencyPrices = "agency_prices"
  case marketQuotes = "market_quotes"
  case priceIndex = "price_index"
  case reserveOverrides = "reserve_overrides"
  case reserves
  case bids
  case rebids
  case reductions
  case orders
  case feeTiers = "fee_tiers"
  case collections
  case contracts

  /// The file in a case folder.
  public var fileName: String { rawValue + ".csv" }

  /// The tables of a case folder; `reserves` stands only beside loose bids.
  public static let ofCase = allCases.filter { $0 != .reserves }

  /// The tables that reserve prices are computed from.
  public static let forReserve: Set<TableName> = [
    .items, .historicalAwards, .agencyPrices, .marketQuotes, .priceIndex, .reserveOverrides,
  ]
  /// The tables that awards are decided from.
  public static let forAward = forReserve.union([.bids, .rebids, .reductions])
  /// The tables that fees are computed from.
  public static let forFees: Set<TableName> = [
    .items, .orders, .feeTiers, .collections, .contracts,
  ]
}
