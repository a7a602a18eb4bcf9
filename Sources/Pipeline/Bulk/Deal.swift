/// The price of a row, with its item's place in the block.
struct DealtPrice: BitwiseCopyable {
  /// The items of a block: with some ten bids each, a block fits a processor's own cache.
  static let itemsPerBlock = 1 << itemBits
  private static let itemBits: Int64 = 10

  private let priceAndItem: Int64

  /// A price is below 2⁵⁰ in size, which leaves room for the item.
  init(_ price: Int64, item: UInt32) {
    priceAndItem =
      price << DealtPrice.itemBits | Int64(item) & Int64(DealtPrice.itemsPerBlock - 1)
  }

  var price: Int64 { priceAndItem >> DealtPrice.itemBits }
  var itemInBlock: Int { Int(priceAndItem & Int64(DealtPrice.itemsPerBlock - 1)) }
}

/// The rows of a table, dealt into blocks of items.
@safe
final class Deal: @unchecked Sendable {
  let blockCount: Int
  private let table: BulkBids
  private let prices: UnsafeMutablePointer<DealtPrice>
  /// The number of each row's vendor, and its verdict later.
  private let words: UnsafeMutablePointer<UInt32>
  /// Where each block begins, and the end of the last.
  private let blockStarts: [Int]
  /// Stretches of chunks, and where each one's rows begin within each block.
  private let stretches: [Range<Int>]
  private let starts: [[Int]]

  init(_ table: BulkBids, threads: Int) {
    self.table = table
    let blockCount = table.reservePrices.count / DealtPrice.itemsPerBlock + 1
    // Stretches of chunks count for themselves, so that each knows where its rows go.
    let stretchCount = min(max(table.chunks.count, 1), 64)
    let stretches = (0..<stretchCount).map { stretch in
      table.chunks.count * stretch / stretchCount..<table.chunks.count * (stretch + 1)
        / stretchCount
    }
    let itemCount = table.reservePrices.count
    let counts = inParallel(stretchCount, threads: threads, assistant: { () }) { _, stretch in
      var counts = [Int](repeating: 0, count: blockCount)
      var own = counts.mutableSpan
      for chunk in stretches[stretch] {
        for item in table.chunks[chunk].items where Int(item) < itemCount {
          own[Int(item) / DealtPrice.itemsPerBlock] += 1
        }
      }
      return counts
    }
    var blockStarts = [0]
    var starts = counts
    var total = 0
    for block in 0..<blockCount {
      for stretch in 0..<stretchCount {
        starts[stretch][block] = total
        total += counts[stretch][block]
      }
      blockStarts.append(total)
    }
    self.blockCount = blockCount
    self.blockStarts = blockStarts
    self.stretches = stretches
    self.starts = starts
    unsafe prices = .allocate(capacity: max(total, 1))
    unsafe words = .allocate(capacity: max(total, 1))
    _ = inParallel(stretchCount, threads: threads, assistant: { () }) { _, stretch in
      deal(stretch)
    }
  }

  deinit {
    unsafe prices.deallocate()
    unsafe words.deallocate()
  }

  /// Deals the rows of a stretch: no other one has their places.
  private func deal(_ stretch: Int) {
    var places = starts[stretch]
    var next = places.mutableSpan
    let itemCount = table.reservePrices.count
    for chunk in stretches[stretch] {
      let columns = table.chunks[chunk]
      let (items, rowPrices) = (columns.items.span, columns.prices.span)
      let hashes = columns.vendorHashes.span
      for row in items.indices where Int(items[row]) < itemCount {
        let block = Int(items[row]) / DealtPrice.itemsPerBlock
        let place = next[block]
        next[block] = place + 1
        // As many places as the same rows were counted before.
        unsafe (prices + place).initialize(to: DealtPrice(rowPrices[row], item: items[row]))
        unsafe (words + place).initialize(to: hashes[row])
      }
    }
  }

  /// The first place of a block.
  func firstPlace(ofBlock block: Int) -> Int { blockStarts[block] }

  /// The rows of a block, in the order of the table: prices, and the words that verdicts replace.
  func withBlock(_ block: Int, _ body: (Span<DealtPrice>, inout MutableSpan<UInt32>) -> Void) {
    let start = blockStarts[block]
    let count = blockStarts[block + 1] - start
    var words = unsafe MutableSpan(_unsafeStart: words + start, count: count)
    unsafe body(Span(_unsafeStart: prices + start, count: count), &words)
  }

  /// Puts the verdicts where the rows of the table are.
  ///
  /// - Parameters:
  ///   - verdicts: Takes them.
  ///   - wanted: Some places.
  ///   - threads: The most threads to use.
  /// - Returns: The rows at these places.
  func collect(_ verdicts: VerdictTable, rowsOf wanted: Set<Int>, threads: Int) -> [Int] {
    let rows = inParallel(stretches.count, threads: threads, assistant: { () }) { _, stretch in
      collect(stretch, verdicts, rowsOf: wanted)
    }
    return rows.flatMap { $0 }
  }

  private func collect(_ stretch: Int, _ verdicts: VerdictTable, rowsOf wanted: Set<Int>) -> [Int] {
    var places = starts[stretch]
    var next = places.mutableSpan
    var found: [Int] = []
    let itemCount = table.reservePrices.count
    for chunk in stretches[stretch] {
      let columns = table.chunks[chunk]
      let items = columns.items.span
      let first = table.firstRows[chunk]
      for row in items.indices where Int(items[row]) < itemCount {
        let block = Int(items[row]) / DealtPrice.itemsPerBlock
        let place = next[block]
        next[block] = place + 1
        verdicts.set(first + row, unsafe words[place])
        if !wanted.isEmpty, wanted.contains(place) { found.append(first + row) }
      }
    }
    return found
  }
}
