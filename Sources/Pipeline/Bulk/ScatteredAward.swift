import Policy
import Synchronization
import Tendering

/// The award of a table in which an item's rows may stand anywhere.
///
/// Rows are dealt into blocks of neighbouring items first, so that what a thread works on next fits its
/// cache; within a block they are put in the order of the items (a radix sort of two digits). Each
/// block keeps the order of the table.
enum ScatteredAward {
  static func award(
    _ table: BulkBids, policy: AwardPolicy, threads: Int, into verdicts: VerdictTable
  ) -> [AwardFindings] {
    let deal = Deal(table, threads: threads)
    return inParallel(
      deal.blockCount, threads: threads, assistant: { BlockBench(table, policy) }
    ) { bench, block in
      bench.award(deal, block: block, into: verdicts)
    }
  }
}

/// One row, as it is dealt.
struct DealtRow {
  /// The items of a block.
  static let itemsPerBlock = 4_096
  static let itemBits: Int64 = 12

  private let priceAndItem: Int64
  let row: UInt32
  let vendorHash: UInt32

  /// A price is below 2⁵⁰ in size, which leaves room for the item's place in its block.
  init(price: Int64, item: UInt32, row: Int, vendorHash: UInt32) {
    priceAndItem = price << DealtRow.itemBits | Int64(item) & Int64(DealtRow.itemsPerBlock - 1)
    self.row = UInt32(truncatingIfNeeded: row)
    self.vendorHash = vendorHash
  }

  var price: Int64 { priceAndItem >> DealtRow.itemBits }
  var itemInBlock: Int { Int(priceAndItem & Int64(DealtRow.itemsPerBlock - 1)) }
}

/// The rows of a table, dealt into blocks of items.
@safe
final class Deal: @unchecked Sendable {
  let blockCount: Int
  private let rows: UnsafeMutablePointer<DealtRow>
  /// Where each block begins, and the end of the last.
  private let blockStarts: [Int]

  init(_ table: BulkBids, threads: Int) {
    let blockCount = table.reservePrices.count / DealtRow.itemsPerBlock + 1
    // Stretches of chunks count for themselves, so that each knows where its rows go.
    let stretchCount = min(max(table.chunks.count, 1), 64)
    let stretches = (0..<stretchCount).map { stretch in
      table.chunks.count * stretch / stretchCount..<table.chunks.count * (stretch + 1)
        / stretchCount
    }
    let counts = inParallel(stretchCount, threads: threads, assistant: { () }) { _, stretch in
      var counts = [Int](repeating: 0, count: blockCount)
      for chunk in stretches[stretch] {
        for item in table.chunks[chunk].items where Int(item) < table.reservePrices.count {
          counts[Int(item) / DealtRow.itemsPerBlock] += 1
        }
      }
      return counts
    }
    var blockStarts = [0]
    var places = counts
    var total = 0
    for block in 0..<blockCount {
      for stretch in 0..<stretchCount {
        places[stretch][block] = total
        total += counts[stretch][block]
      }
      blockStarts.append(total)
    }
    self.blockCount = blockCount
    self.blockStarts = blockStarts
    let rows = UnsafeMutablePointer<DealtRow>.allocate(capacity: max(total, 1))
    unsafe self.rows = rows
    let target = unsafe DealTarget(rows: rows)
    let starts = places
    _ = inParallel(stretchCount, threads: threads, assistant: { () }) { _, stretch in
      var places = starts[stretch]
      for chunk in stretches[stretch] {
        let columns = table.chunks[chunk]
        for (row, item) in columns.items.enumerated() where Int(item) < table.reservePrices.count {
          let block = Int(item) / DealtRow.itemsPerBlock
          let place = places[block]
          places[block] = place + 1
          // As many places as the same rows were counted above.
          let dealt = DealtRow(
            price: columns.prices[row], item: item, row: table.firstRows[chunk] + row,
            vendorHash: columns.vendorHashes[row])
          unsafe target.rows[place] = dealt
        }
      }
    }
  }

  deinit {
    unsafe rows.deallocate()
  }

  /// The rows of a block, in the order of the table.
  func withRows<Result>(ofBlock block: Int, _ body: (Span<DealtRow>) -> Result) -> Result {
    let start = blockStarts[block]
    let count = blockStarts[block + 1] - start
    return unsafe body(Span(_unsafeStart: rows + start, count: count))
  }
}

/// Where threads put the rows they deal; their places never meet.
@unsafe
private struct DealTarget: @unchecked Sendable {
  let rows: UnsafeMutablePointer<DealtRow>
}

/// Where one block after another is awarded.
private struct BlockBench {
  private var bench: ItemBench
  private var starts = [Int](repeating: 0, count: DealtRow.itemsPerBlock + 1)
  private var order: [UInt32] = []
  private var prices: [Int64] = []
  private var vendorHashes: [UInt32] = []
  private var verdicts: [UInt32] = []

  init(_ table: BulkBids, _ policy: AwardPolicy) {
    bench = ItemBench(table, policy)
  }

  mutating func award(_ deal: Deal, block: Int, into table: VerdictTable) -> AwardFindings {
    let before = bench.findings
    deal.withRows(ofBlock: block) { rows in
      sort(rows)
      let (prices, vendorHashes, order, starts) = (prices, vendorHashes, order, starts)
      var verdicts = verdicts
      self.verdicts = []
      var start = 0
      for item in 0..<DealtRow.itemsPerBlock {
        // The start of each item has moved to its end.
        let end = starts[item]
        guard start < end else { continue }
        let first = start
        if verdicts.count < end - first {
          verdicts.append(contentsOf: repeatElement(0, count: end - first - verdicts.count))
        }
        var own = verdicts.mutableSpan
        bench.award(
          UInt32(block * DealtRow.itemsPerBlock + item), prices.span.extracting(first..<end),
          vendorHashes.span.extracting(first..<end), into: &own
        ) { Int(rows[Int(order[first + $0])].row) }
        for place in first..<end {
          table.set(Int(rows[Int(order[place])].row), verdicts[place - first])
        }
        start = end
      }
      self.verdicts = verdicts
    }
    return bench.findings.since(before)
  }

  /// Puts a block's rows in the order of their items, stable.
  private mutating func sort(_ rows: Span<DealtRow>) {
    for item in starts.indices { starts[item] = 0 }
    for index in rows.indices { starts[rows[index].itemInBlock + 1] += 1 }
    for item in 1..<starts.count { starts[item] += starts[item - 1] }
    if order.count < rows.count {
      let missing = rows.count - order.count
      order.append(contentsOf: repeatElement(0, count: missing))
      prices.append(contentsOf: repeatElement(0, count: missing))
      vendorHashes.append(contentsOf: repeatElement(0, count: missing))
    }
    for index in rows.indices {
      let row = rows[index]
      let place = starts[row.itemInBlock]
      starts[row.itemInBlock] = place + 1
      order[place] = UInt32(truncatingIfNeeded: index)
      prices[place] = row.price
      vendorHashes[place] = row.vendorHash
    }
  }
}
