/// A stretch of a large table of bids: what the award needs of each row, in columns of plain numbers.
///
/// Rows that are not read in full stand here too, without an item, so that rows can be counted.
public struct BidColumns: Sendable {
  /// In the place of an item: a row that takes no part.
  public static let noItem = UInt32.max

  /// The index of each row's item among the reserve prices, or ``noItem``.
  public let items: [UInt32]
  /// The price of each row in minor units: above 0 where admitted; where disqualified, its price with
  /// a minus, or 0 for none.
  public let prices: [Int64]
  /// A number for each row's vendor: the same vendor has the same one, another one seldom has.
  public let vendorHashes: [UInt32]

  /// The number of rows.
  public var count: Int { items.count }

  /// Creates the columns, all of one length.
  public init(items: [UInt32], prices: [Int64], vendorHashes: [UInt32]) {
    self.items = items
    self.prices = prices
    self.vendorHashes = vendorHashes
  }
}
