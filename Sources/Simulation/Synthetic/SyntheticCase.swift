public import Quantities

// A synthetic case is a made-up procurement case of a given size: items, price evidence, bids and
// orders that hang together as a real case would, with oddities planted for every rule to find.
// Nothing in it is a fact about anyone; every file of it says so.

/// The size, the seed and the case number of a synthetic case.
///
/// The rows of an item depend on the seed, the item's number and the average counts an item, not on
/// how many items there are: twice the items with twice the rows repeat the first blocks of
/// ``blockLength`` items byte for byte. The counts of evidence rows, bids and orders are exact, except
/// that a block of items none of which is awarded has no orders.
public struct SyntheticCase: Hashable, Sendable {
  /// The seed of all randomness.
  public let seed: UInt64
  /// Items.
  public let itemCount: Int
  /// Vendors, each of which may bid for every item.
  public let vendorCount: Int
  /// Rows of price evidence in all three classes together.
  public let evidenceCount: Int
  /// Bids.
  public let bidCount: Int
  /// The most bids that an item gets; at most the vendors.
  public let largestBidCountPerItem: Int
  /// Call-off orders, those under other contracts included.
  public let orderCount: Int
  /// The day that prices are set for, on which policy values are looked up.
  public var pricingDate: Day { calendar.pricingDate }
  /// The case's number and the dates that follow from it.
  let calendar: SyntheticCalendar

  /// Items that share a quota of rows and whose orders are sorted by date among each other.
  public static let blockLength = 64
  /// The most bids that an item gets, unless the average asks for more.
  public static let usualLargestBidCountPerItem = 20
  /// The most rows of any kind, and the most items.
  public static let largestCount = 1_000_000_000

  /// Creates a size; counts that are left out follow the number of items.
  ///
  /// - Throws: ``SyntheticCaseError`` when a count is out of bounds or the case number has no dates.
  public init(
    seed: UInt64 = 1_150_202, items: Int = 64, vendors: Int = 24, evidence: Int? = nil,
    bids: Int? = nil, orders: Int? = nil, caseNumber: String = "1150202"
  ) throws(SyntheticCaseError) {
    self.seed = seed
    itemCount = try SyntheticCase.checked(items, "items", 1...10_000_000)
    vendorCount = try SyntheticCase.checked(vendors, "vendors", 1...100_000)
    evidenceCount = try SyntheticCase.checked(
      evidence ?? items * 16, "evidence", items...SyntheticCase.largestCount)
    // A few items have no bid or a single one, so the others could not take a full average.
    let mostBids = items * vendors * 3 / 4
    bidCount = try SyntheticCase.checked(
      bids ?? min(items * 45 / 4, mostBids), "bids", 0...mostBids)
    let averageWithRoom = (bidCount * 4 / 3 + items - 1) / items
    largestBidCountPerItem = min(
      vendors, max(SyntheticCase.usualLargestBidCountPerItem, averageWithRoom))
    orderCount = try SyntheticCase.checked(
      orders ?? items * 40, "orders", 0...SyntheticCase.largestCount)
    calendar = try SyntheticCalendar(caseNumber: caseNumber)
  }

  private static func checked(
    _ count: Int, _ name: String, _ bounds: ClosedRange<Int>
  ) throws(SyntheticCaseError) -> Int {
    guard bounds.contains(count) else { throw .count(name, count, bounds: bounds) }
    return count
  }
}

/// Why there is no synthetic case of a size.
public enum SyntheticCaseError: Error, Hashable, Sendable {
  /// A count is out of bounds.
  case count(String, Int, bounds: ClosedRange<Int>)
  /// The case number is not one of the two yearly tenders from ROC year 112 on.
  case caseNumber(String)

  /// The error in words: what is wrong, and what was expected.
  public var message: String {
    switch self {
    case .count(let name, let count, let bounds):
      "\(count) \(name): expected \(bounds.lowerBound) to \(bounds.upperBound)"
    case .caseNumber(let text):
      "\(text) is no case with known dates: expected one such as 1150202 or 1150206"
    }
  }
}
