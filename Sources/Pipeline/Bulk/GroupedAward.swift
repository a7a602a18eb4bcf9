import Policy
import Tendering

/// The award of a table in which all rows of an item stand together.
///
/// A thread takes a chunk and awards the items that begin in it; the last one may reach into the
/// chunks behind.
enum GroupedAward {
  static func award(
    _ table: BulkBids, policy: AwardPolicy, threads: Int, into verdicts: VerdictTable
  ) -> [AwardFindings] {
    inParallel(table.chunks.count, threads: threads, assistant: { ItemBench(table, policy) }) {
      bench, chunk in
      let before = bench.findings
      award(table, chunk: chunk, &bench, into: verdicts)
      return bench.findings.since(before)
    }
  }

  private static func award(
    _ table: BulkBids, chunk: Int, _ bench: inout ItemBench, into verdicts: VerdictTable
  ) {
    let columns = table.chunks[chunk]
    let items = columns.items.span
    let prices = columns.prices.span
    let hashes = columns.vendorHashes.span
    let begun = table.lastItem(before: chunk)
    var row = 0
    // What began before belongs to the chunk before.
    while row < items.count, items[row] == begun || items[row] == BidColumns.noItem { row += 1 }
    while row < items.count {
      let item = items[row]
      let start = row
      while row < items.count, items[row] == item { row += 1 }
      guard item != BidColumns.noItem else { continue }
      let isWhole = row < items.count && items[row] != BidColumns.noItem
      guard isWhole || chunk + 1 == table.chunks.count && row == items.count else {
        row = awardSpread(table, item, chunk: chunk, from: start, &bench, into: verdicts)
        continue
      }
      let first = table.firstRows[chunk] + start
      verdicts.withMutableVerdicts(from: first, count: row - start) { verdicts in
        bench.award(
          item, prices.extracting(start..<row), hashes.extracting(start..<row), into: &verdicts
        ) { first + $0 }
      }
    }
  }

  /// Awards an item whose rows are parted by rows without an item, or by the end of the chunk.
  ///
  /// - Returns: The first row of the chunk that is no longer the item's.
  private static func awardSpread(
    _ table: BulkBids, _ item: UInt32, chunk: Int, from start: Int, _ bench: inout ItemBench,
    into verdicts: VerdictTable
  ) -> Int {
    var rows: [Int] = []
    var prices: [Int64] = []
    var vendorHashes: [UInt32] = []
    var (part, row) = (chunk, start)
    var endInChunk = table.chunks[chunk].count
    while part < table.chunks.count {
      let columns = table.chunks[part]
      while row < columns.count,
        columns.items[row] == item || columns.items[row] == BidColumns.noItem
      {
        if columns.items[row] == item {
          prices.append(columns.prices[row])
          vendorHashes.append(columns.vendorHashes[row])
          rows.append(table.firstRows[part] + row)
        }
        row += 1
      }
      if part == chunk { endInChunk = row }
      guard row == columns.count else { break }
      (part, row) = (part + 1, 0)
    }
    var own = [UInt32](repeating: 0, count: rows.count)
    var span = own.mutableSpan
    bench.award(item, prices.span, vendorHashes.span, into: &span) { rows[$0] }
    for (place, row) in rows.enumerated() { verdicts.set(row, own[place]) }
    return endInChunk
  }
}
