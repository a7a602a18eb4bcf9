public import Pipeline
import Policy
public import Quantities
public import Tendering

/// Bids and reserve prices without a case, in tables of up to a hundred million rows.
///
/// The rows become columns of plain numbers (`BidColumns`); names stay in the files and are read again
/// where they are printed. Whatever is out of the ordinary (an error, a price with a comma, a rare
/// script) is read row by row as ``LooseFiles`` does, so every message and every reading has one place.
public struct BulkAwardInput: Sendable {
  /// The reserve price of each item in minor units; 0 for none.
  public let reservePrices: [Int64]
  /// The bids, in the order of the table.
  public let columns: [BidColumns]
  /// For each item, whether a re-bid names it; empty where there are no re-bids.
  public let hasRebid: [Bool]
  /// Every file read, in the order of reading; without their hash sums.
  public let inputFiles: [Case.InputFile]

  let table: BulkTable
  let chunks: [TableChunk<BidPart>]
  private let names: NameTable
  private let reserves: BulkReserves
  private let headings: Diagnostics
  private let rebids: LoadedRebids?
  private let threads: Int

  /// Reads `award --bids FILE --reserves FILE [--rebids FILE]`, up to what all rows must be known for.
  ///
  /// `nil` where the tables are nothing for this reader, and ``LooseFiles`` must read them: pipes,
  /// wrong headings, rows beyond ``BulkLimits/rowLengthBytes``, reserve prices of items in rare
  /// scripts.
  ///
  /// - Parameters:
  ///   - bidsPath: The table of bids.
  ///   - reservesPath: The table of reserve prices.
  ///   - rebidsPath: The table of re-bids, if there is one.
  ///   - threads: The most threads to use.
  ///   - chunkLengthBytes: The stretch of a file that is read at a time; changes nothing else.
  /// - Throws: ``IntakeError`` when a file is missing or cannot be read, or is beyond ``BulkLimits``.
  public init?(
    bids bidsPath: String, reserves reservesPath: String, rebids rebidsPath: String? = nil,
    threads: Int, chunkLengthBytes: Int = BulkLimits.chunkLengthBytes
  ) throws(IntakeError) {
    try requireFiles([bidsPath, reservesPath] + (rebidsPath.map { [$0] } ?? []))
    let seed = UInt64.random(in: .min ... .max)
    guard case .table(let reserveTable) = try BulkTable.open(reservesPath, .reserves),
      case .table(let table) = try BulkTable.open(bidsPath, .bids),
      let reserves = try BulkReserves(
        reserveTable, chunkLengthBytes: chunkLengthBytes, threads: threads),
      let fields = BidFields(table),
      let chunks = try table.scan(
        chunkLengthBytes: chunkLengthBytes, threads: threads,
        taker: { BidTaker(table, fields, reserves.names, seed: seed) })
    else { return nil }
    try table.checkRowCount(chunks.map(\.part.columns.count))

    rebids = if let rebidsPath { try LoadedRebids(rebidsPath) } else { nil }
    var hasRebid: [Bool] = []
    if let rebids {
      hasRebid = [Bool](repeating: false, count: reserves.names.count)
      for item in rebids.items {
        if let index = reserves.names.index(of: item) { hasRebid[Int(index)] = true }
      }
    }
    self.hasRebid = hasRebid
    reservePrices = reserves.prices
    columns = chunks.map(\.part.columns)
    var headings = reserveTable.diagnostics
    headings.append(table.diagnostics)
    self.headings = headings
    self.table = table
    self.chunks = chunks
    self.threads = threads
    self.reserves = reserves
    names = reserves.names
    inputFiles =
      [reserveTable, table].map {
        Case.InputFile(
          name: $0.file.path, sha256: "", rowCount: nil, fieldNumbers: $0.fieldNumbers)
      } + (rebids?.inputFiles ?? [])
  }

  /// Checks what only shows in all rows together, and reports every error of the tables.
  ///
  /// - Parameter equalVendorRows: Rows, ascending, whose vendor may have another bid for the item.
  /// - Returns: The re-bids in the order of their table, and the warnings.
  /// - Throws: ``IntakeError/invalid(_:)`` when there is an error. Of the rows with errors of a table
  ///   beyond ``CSVLimits`` the first ``BulkLimits/excerptRows`` are reported and counted.
  public func checked(
    equalVendorRows: [Int]
  ) throws(IntakeError) -> (rebids: [Rebid], diagnostics: Diagnostics) {
    var diagnostics = headings
    diagnostics.append(reserves.diagnostics)
    var known = KnownNames()
    known.itemTable = .reserves
    let (wanted, isCut) = rowsToCheck(equalVendorRows)
    var hasAllBids = true
    var bidKeys: Set<BidKey> = []
    if wanted.contains(where: { !$0.isEmpty }) {
      let excerpt = try table.excerpt(
        chunks, rowCounts: columns.map(\.count), wanted: wanted, threads: threads, &diagnostics)
      if let bound = excerpt?.bound {
        if reserves.isComplete { known.items = listedItems(among: bound) }
        bidKeys = bound.bids(known, &diagnostics).names
        hasAllBids = bound.table.isComplete && !isCut
      }
    }
    var rows: [Rebid] = []
    if let rebids {
      if reserves.isComplete { known.items = listedItems(among: rebids) }
      if hasAllBids { known.bids = bidKeys }
      diagnostics.append(rebids.diagnostics)
      rows = rebids.bound?.rebids(known, &diagnostics) ?? []
    }
    guard !diagnostics.hasErrors else { throw .invalid(diagnostics) }
    return (rows, diagnostics)
  }

  /// The rows to read once more, within each chunk: those without an item, of items to check, of
  /// items with re-bids, and those given.
  private func rowsToCheck(_ equalVendorRows: [Int]) -> (rows: [[Int]], isCut: Bool) {
    var items = hasRebid
    let named = chunks.flatMap(\.part.itemsToCheck)
    if items.isEmpty, !named.isEmpty { items = Array(repeating: false, count: names.count) }
    for item in named { items[Int(item)] = true }
    var wanted: [[Int]] = []
    var firstRow = 0
    var next = 0
    // Rows without an item have errors, which may be too many; the others must all be read.
    var rest = table.excerptRowLimit
    var isCut = false
    for chunk in chunks {
      let count = chunk.part.columns.count
      var rows: Set<Int> = []
      if chunk.part.hasFaultyRows || !items.isEmpty {
        for (row, item) in chunk.part.columns.items.enumerated()
        where item == BidColumns.noItem || (!items.isEmpty && items[Int(item)]) {
          if item == BidColumns.noItem {
            isCut = isCut || rest == 0
            guard rest > 0 else { continue }
            rest -= 1
          }
          rows.insert(row)
        }
      }
      while next < equalVendorRows.count, equalVendorRows[next] < firstRow + count {
        rows.insert(equalVendorRows[next] - firstRow)
        next += 1
      }
      wanted.append(rows.sorted())
      firstRow += count
    }
    return (wanted, isCut)
  }

  /// The items of a table's rows that the reserve prices list.
  private func listedItems(among bound: BoundTable) -> Set<ItemID> {
    Set(
      (0..<bound.table.rowCount).compactMap { row in
        let item = ItemID(bound.cell(.itemID, row: row)?.text ?? "")
        return isListed(item) ? item : nil
      })
  }

  private func listedItems(among rebids: LoadedRebids) -> Set<ItemID> {
    rebids.items.filter { isListed($0) }
  }

  private func isListed(_ item: ItemID) -> Bool {
    names.index(of: item) != nil || reserves.otherItems.contains(item)
  }

  /// The name of an item as the reserve prices have it.
  public func itemID(_ item: UInt32) -> ItemID { names.name(of: Int(item)) }

  /// Checks that no table has been written to since it was opened.
  ///
  /// - Throws: ``IntakeError/unreadable(path:reason:)``.
  public func checkUnchanged() throws(IntakeError) {
    try table.file.checkUnchanged()
    try reserves.file.checkUnchanged()
  }

  /// The files with their hash sums, read once more.
  ///
  /// - Throws: ``IntakeError`` when a file cannot be read or has changed.
  public func hashedInputFiles() throws(IntakeError) -> [Case.InputFile] {
    var files = inputFiles
    for (index, file) in [reserves.file, table.file].enumerated() {
      files[index] = Case.InputFile(
        name: files[index].name, sha256: try file.sha256(), rowCount: files[index].rowCount,
        fieldNumbers: files[index].fieldNumbers)
    }
    return files
  }

  /// The bids for some items, read in full.
  ///
  /// - Parameter items: For each item, whether it is wanted.
  /// - Returns: The bids with their rows in the table, ascending.
  /// - Throws: ``IntakeError`` when the file cannot be read or has changed.
  public func bids(
    where items: [Bool]
  ) throws(IntakeError) -> [(row: Int, item: UInt32, bid: Bid)] {
    let wanted = columns.map { columns in
      columns.items.indices.filter { row in
        let item = Int(columns.items[row])
        return item < items.count && items[item]
      }
    }
    var diagnostics = Diagnostics()
    let excerpt = try table.excerpt(
      chunks, rowCounts: columns.map(\.count), wanted: wanted, threads: threads, &diagnostics)
    guard let excerpt else { throw table.file.changed }
    let rows = excerpt.bound.bids(KnownNames(), &diagnostics).rows
    guard !diagnostics.hasErrors else { throw table.file.changed }
    var bids: [(row: Int, item: UInt32, bid: Bid)] = []
    bids.reserveCapacity(rows.count)
    for bid in rows {
      guard let row = excerpt.rowOfLine[bid.position.line], let item = names.index(of: bid.itemID)
      else { throw table.file.changed }
      bids.append((row, item, bid))
    }
    return bids
  }
}

/// A table of re-bids whose rows are not read yet.
private struct LoadedRebids: Sendable {
  let bound: BoundTable?
  let items: Set<ItemID>
  let diagnostics: Diagnostics
  let inputFiles: [Case.InputFile]

  init(_ path: String) throws(IntakeError) {
    var loader = try TableLoader(ReadOptions())
    bound = try loader.load(.rebids, at: path, named: path)
    diagnostics = loader.diagnostics
    inputFiles = loader.inputFiles
    items = Set(
      (0..<(bound?.table.rowCount ?? 0)).compactMap { [bound] row in
        bound?.cell(.itemID, row: row).map { ItemID($0.text) }
      })
  }
}
