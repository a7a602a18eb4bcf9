import Policy
import Tendering

/// The award of a table in which an item's rows may stand anywhere.
///
/// Rows are dealt into blocks of neighbouring items first, so that what a thread works on next fits its
/// cache; within a block they are put in the order of the items (a radix sort of two digits). Each
/// block keeps the order of the table, so the verdicts are collected as the rows were dealt.
enum ScatteredAward {
  static func award(
    _ table: BulkBids, policy: AwardPolicy, threads: Int, into verdicts: VerdictTable
  ) -> [AwardFindings] {
    let deal = Deal(table, threads: threads)
    var findings = inParallel(
      deal.blockCount, threads: threads, assistant: { BlockBench(table, policy) }
    ) { bench, block in
      bench.award(deal, block: block)
    }
    let places = Set(findings.flatMap(\.equalVendorRows))
    for block in findings.indices { findings[block].equalVendorRows = [] }
    let rows = deal.collect(verdicts, rowsOf: places, threads: threads)
    return findings + [AwardFindings(equalVendorRows: rows)]
  }
}

/// Where one block after another is awarded.
private struct BlockBench {
  private var bench: ItemBench
  private var sorted = SortedBlock()

  init(_ table: BulkBids, _ policy: AwardPolicy) {
    bench = ItemBench(table, policy)
  }

  /// - Returns: What was found; of rows with equal vendors the places in the deal.
  mutating func award(_ deal: Deal, block: Int) -> AwardFindings {
    let before = bench.findings
    let firstPlace = deal.firstPlace(ofBlock: block)
    deal.withBlock(block) { dealt, words in
      sorted.sort(dealt, words)
      let sorted = sorted
      let (order, starts) = (sorted.order.span, sorted.starts.span)
      let (prices, vendorHashes) = (sorted.prices.span, sorted.vendorHashes.span)
      var verdicts = [UInt32](repeating: 0, count: sorted.mostBids)
      var own = verdicts.mutableSpan
      var start = 0
      for item in 0..<DealtPrice.itemsPerBlock {
        // The start of each item has moved to its end.
        let end = starts[item]
        guard start < end else { continue }
        let first = start
        bench.award(
          UInt32(truncatingIfNeeded: block * DealtPrice.itemsPerBlock + item),
          prices.extracting(first..<end), vendorHashes.extracting(first..<end), into: &own
        ) { firstPlace + Int(order[first + $0]) }
        for place in first..<end { words[Int(order[place])] = own[place - first] }
        start = end
      }
    }
    return bench.findings.since(before)
  }
}

/// The rows of a block in the order of their items.
private struct SortedBlock {
  /// Where each item begins, and where it ends once the rows are sorted.
  private(set) var starts = [Int](repeating: 0, count: DealtPrice.itemsPerBlock + 1)
  /// The place of each row in the block.
  private(set) var order: [UInt32] = []
  private(set) var prices: [Int64] = []
  private(set) var vendorHashes: [UInt32] = []
  /// The bids of the item that has most.
  private(set) var mostBids = 0

  /// Sorts a block, stable.
  mutating func sort(_ dealt: Span<DealtPrice>, _ hashes: borrowing MutableSpan<UInt32>) {
    if order.count < dealt.count {
      let missing = dealt.count - order.count
      order.append(contentsOf: repeatElement(0, count: missing))
      prices.append(contentsOf: repeatElement(0, count: missing))
      vendorHashes.append(contentsOf: repeatElement(0, count: missing))
    }
    count(dealt)
    // Taken out, so that all can be written at once.
    var (starts, order, prices, vendorHashes) = (starts, order, prices, vendorHashes)
    (self.starts, self.order, self.prices, self.vendorHashes) = ([], [], [], [])
    do {
      var nextPlaces = starts.mutableSpan
      var ownOrder = order.mutableSpan
      var ownPrices = prices.mutableSpan
      var ownHashes = vendorHashes.mutableSpan
      for index in dealt.indices {
        let row = dealt[index]
        let place = nextPlaces[row.itemInBlock]
        nextPlaces[row.itemInBlock] = place + 1
        ownOrder[place] = UInt32(truncatingIfNeeded: index)
        ownPrices[place] = row.price
        ownHashes[place] = hashes[index]
      }
    }
    (self.starts, self.order, self.prices, self.vendorHashes) =
      (starts, order, prices, vendorHashes)
  }

  private mutating func count(_ dealt: Span<DealtPrice>) {
    var starts = starts.mutableSpan
    for item in starts.indices { starts[item] = 0 }
    for place in dealt.indices { starts[dealt[place].itemInBlock + 1] += 1 }
    var most = 0
    for item in 1..<starts.count {
      most = max(most, starts[item])
      starts[item] += starts[item - 1]
    }
    mostBids = most
  }
}
