public import Policy
import Tendering

/// The multiple award over a table of many millions of bids.
///
/// Items stand together in the table (``GroupedAward``) or anywhere (``ScatteredAward``); the verdicts
/// are the same. Memory: 4 bytes a row beside the columns, and where the items are scattered some 24
/// more.
public struct BulkAward: Sendable {
  /// A verdict for each row, those without an item included.
  public let verdicts: VerdictTable
  /// How many bids are pending in ties; those of ``itemsForRule`` are not counted.
  public let pendingCount: Int
  /// The items that `AwardRule` must decide, ascending.
  public let itemsForRule: [UInt32]
  /// Rows, ascending, whose vendor may have another bid for the item: the first row of such a vendor
  /// and each later one.
  public let equalVendorRows: [Int]

  /// Awards every item.
  ///
  /// - Parameters:
  ///   - chunks: The bids, in the order of the table.
  ///   - reservePrices: The reserve price of each item in minor units; 0 for none.
  ///   - leftToRule: For each item, whether `AwardRule` must decide it in any case; empty for none.
  ///   - policy: The parameters.
  ///   - threads: The most threads to use; they change nothing but the time.
  /// - Complexity: O(n) for lots of bounded size.
  public init(
    of chunks: [BidColumns], reservePrices: [Int64], leftToRule: [Bool] = [], policy: AwardPolicy,
    threads: Int
  ) {
    var firstRows: [Int] = []
    firstRows.reserveCapacity(chunks.count)
    var count = 0
    for chunk in chunks {
      firstRows.append(count)
      count += chunk.count
    }
    let table = BulkBids(
      chunks: chunks, firstRows: firstRows, reservePrices: reservePrices, leftToRule: leftToRule)
    verdicts = VerdictTable(count: count)
    let findings =
      if table.isGrouped(threads: threads) {
        GroupedAward.award(table, policy: policy, threads: threads, into: verdicts)
      } else {
        ScatteredAward.award(table, policy: policy, threads: threads, into: verdicts)
      }
    pendingCount = findings.reduce(0) { $0 + $1.pendingCount }
    itemsForRule = findings.flatMap(\.itemsForRule).sorted()
    equalVendorRows = findings.flatMap(\.equalVendorRows).sorted()
  }
}

/// What is awarded: the columns with the place of each in the table.
struct BulkBids: Sendable {
  let chunks: [BidColumns]
  /// The row of the table that each chunk begins with.
  let firstRows: [Int]
  let reservePrices: [Int64]
  let leftToRule: [Bool]

  /// The last item of the rows before a chunk; rows without an item are passed over.
  func lastItem(before chunk: Int) -> UInt32 {
    for earlier in chunks[..<chunk].reversed() {
      if let last = earlier.items.last(where: { $0 != BidColumns.noItem }) { return last }
    }
    return BidColumns.noItem
  }

  /// Chunks that are looked at before the next decision whether to go on.
  private static let stretchLength = 64

  /// Whether all rows of each item stand together.
  ///
  /// - Complexity: O(n); a table of scattered items is found out within its first chunks.
  func isGrouped(threads: Int) -> Bool {
    var seen = [UInt64](repeating: 0, count: reservePrices.count / 64 + 1)
    for first in stride(from: 0, to: chunks.count, by: BulkBids.stretchLength) {
      let count = min(BulkBids.stretchLength, chunks.count - first)
      let runs = inParallel(count, threads: threads, assistant: { () }) { _, piece in
        runItems(ofChunk: first + piece)
      }
      for item in runs.joined() {
        let (word, bit) = (Int(item) / 64, UInt64(1) << UInt64(item % 64))
        guard word < seen.count, seen[word] & bit == 0 else { return false }
        seen[word] |= bit
      }
    }
    return true
  }

  /// The items of the runs of equal items that begin in a chunk.
  private func runItems(ofChunk chunk: Int) -> [UInt32] {
    var last = lastItem(before: chunk)
    var items: [UInt32] = []
    for item in chunks[chunk].items where item != last && item != BidColumns.noItem {
      items.append(item)
      last = item
    }
    return items
  }
}

/// What one thread found beside the verdicts.
struct AwardFindings: Sendable {
  var pendingCount = 0
  var itemsForRule: [UInt32] = []
  var equalVendorRows: [Int] = []

  /// What was found since an earlier state of the same findings.
  func since(_ earlier: AwardFindings) -> AwardFindings {
    AwardFindings(
      pendingCount: pendingCount - earlier.pendingCount,
      itemsForRule: Array(itemsForRule[earlier.itemsForRule.count...]),
      equalVendorRows: Array(equalVendorRows[earlier.equalVendorRows.count...]))
  }
}
