import Pipeline
import Policy
import Quantities

/// A large table of reserve prices, read.
struct BulkReserves: Sendable {
  let file: BulkFile
  let names: NameTable
  /// The reserve price of each item in minor units; 0 for none.
  let prices: [Int64]
  /// What is wrong with the rows.
  let diagnostics: Diagnostics
  /// Items of rows with errors, beside those of ``names``.
  let otherItems: Set<ItemID>
  /// Whether the items are all known: no row had to be left out.
  let isComplete: Bool

  /// Reads the rows.
  ///
  /// - Returns: `nil` where the table is nothing for this reader.
  /// - Throws: ``IntakeError`` when the file cannot be read, or has too many rows.
  init?(
    _ table: BulkTable, chunkLengthBytes: Int, threads: Int
  ) throws(IntakeError) {
    guard let sample = ReserveTaker(table),
      let chunks = try table.scan(
        chunkLengthBytes: chunkLengthBytes, threads: threads, taker: { sample }),
      !chunks.contains(where: \.part.isUnfit)
    else { return nil }
    let rowCounts = chunks.map(\.part.names.count)
    try table.checkRowCount(rowCounts)

    let names = NameTable.build(chunks.map(\.part))
    var prices = [Int64?](repeating: nil, count: names.table.count)
    var conflicting: Set<UInt32> = []
    var row = 0
    for chunk in chunks {
      for price in chunk.part.prices {
        let index = names.indexOfRow[row]
        row += 1
        guard index != NameTable.none else { continue }
        if prices[Int(index)] ?? price != price { conflicting.insert(index) }
        if prices[Int(index)] == nil { prices[Int(index)] = price }
      }
    }
    file = table.file
    self.names = names.table
    self.prices = prices.map { $0 ?? 0 }

    guard !conflicting.isEmpty || chunks.contains(where: { !$0.part.faultyRows.isEmpty }) else {
      (diagnostics, otherItems, isComplete) = (Diagnostics(), [], true)
      return
    }
    var firstRow = 0
    let wanted = chunks.map { chunk in
      defer { firstRow += chunk.part.names.count }
      let repeated = chunk.part.names.indices.filter {
        conflicting.contains(names.indexOfRow[firstRow + $0])
      }
      return Set(repeated).union(chunk.part.faultyRows).sorted()
    }
    var found = Diagnostics()
    let (bounded, isCut) = table.bounded(wanted)
    let excerpt = try table.excerpt(
      chunks, rowCounts: rowCounts, wanted: bounded, threads: threads, &found)
    otherItems = excerpt?.bound.reserves(&found).names ?? []
    isComplete = excerpt?.bound.table.isComplete == true && !isCut
    diagnostics = found
  }
}

extension NameTable {
  /// Builds the table of the items of some chunks.
  fileprivate static func build(
    _ parts: [ReservePart]
  ) -> (table: NameTable, indexOfRow: [UInt32]) {
    var longNames: [Int: [UInt8]] = [:]
    var keys: [NameKey] = []
    keys.reserveCapacity(parts.reduce(0) { $0 + $1.names.count })
    for part in parts {
      for (row, name) in part.longNames { longNames[keys.count + row] = name }
      keys += part.names
    }
    return build(keys) { longNames[$0] ?? [] }
  }
}

extension BulkTable {
  /// Checks the number of rows.
  func checkRowCount(_ rowCounts: [Int]) throws(IntakeError) {
    guard rowCounts.reduce(0, +) <= BulkLimits.rows else {
      throw .unreadable(path: file.path, reason: "it has more than \(BulkLimits.rows) rows")
    }
  }

  /// How many rows with errors are read once more: all of a table that could be read as a whole.
  var excerptRowLimit: Int {
    file.count <= CSVLimits.fileLengthBytes ? .max : BulkLimits.excerptRows
  }

  /// The first of some rows with errors, and whether there are more than are read once more.
  func bounded(_ wanted: [[Int]]) -> (rows: [[Int]], isCut: Bool) {
    var rest = excerptRowLimit
    let rows = wanted.map { rows in
      let taken = rows.prefix(rest)
      rest -= taken.count
      return Array(taken)
    }
    return (rows, zip(rows, wanted).contains { $0.count < $1.count })
  }
}
