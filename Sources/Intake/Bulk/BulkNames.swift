public import Pipeline
import Policy
import Quantities
import Tendering

/// Reads the names of a large table of bids again, chunk by chunk; each thread needs one.
public struct BulkNames: ~Copyable {
  private let input: BulkAwardInput
  private var scan: ChunkScan<NameTaker>
  private var part = NamePart()

  /// Prepares the reading.
  ///
  /// - Returns: `nil` for a table without the columns, which cannot be.
  public init?(of input: BulkAwardInput) {
    guard let fields = BidFields(input.table) else { return nil }
    self.input = input
    scan = ChunkScan(input.table, NameTaker(input.table, fields))
  }

  /// Reads the names of a chunk.
  ///
  /// - Parameter chunk: The chunk's number; there are as many as `BidColumns`.
  /// - Throws: ``IntakeError`` when the file cannot be read, or has other rows than before.
  public mutating func read(chunk: Int) throws(IntakeError) {
    part = try input.table.rescan(input.chunks[chunk], &scan)
    guard part.names.count == input.columns[chunk].count, !part.isBroken else {
      throw input.table.file.changed
    }
  }

  /// Where the names of each row lie.
  public var rows: [RowNames] { part.names }

  /// The texts that were put aside, in UTF-8.
  public var aside: [UInt8] { part.aside }

  /// The bytes of the table that ranges not put aside belong to.
  public func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    scan.buffer.withBytes(0..<scan.buffer.range.count, body)
  }
}

/// The names of a chunk.
struct NamePart: Sendable {
  var names: [RowNames] = []
  var aside: [UInt8] = []
  /// Whether a row could be read before and cannot now.
  var isBroken = false
}

/// Takes the names of the rows of `bids`.
struct NameTaker: ~Copyable, RowTaker {
  private let fields: BidFields
  private var names = ColumnBuilder<RowNames>()
  private var aside: [UInt8] = []
  private var odd: OddRows

  init(_ table: BulkTable, _ fields: BidFields) {
    self.fields = fields
    odd = OddRows(table)
  }

  @inline(__always)
  mutating func take(_ places: some RowPlaces) -> Bool {
    let base = unsafe places.base
    let item = places.range(fields.item)
    let vendor = places.range(fields.vendor)
    guard places.isQuoted else {
      names.append(RowNames(item: item, vendor: vendor, isAside: false))
      return true
    }
    let itemBytes = unsafe UnsafeRawBufferPointer(
      start: base + item.lowerBound, count: item.count)
    let vendorBytes = unsafe UnsafeRawBufferPointer(
      start: base + vendor.lowerBound, count: vendor.count)
    unsafe names.append(putAside(itemBytes, vendorBytes))
    return true
  }

  mutating func takeOdd(_ bytes: Span<UInt8>, line: Int) {
    odd.add(bytes, line: line, row: names.count)
    names.append(RowNames(item: 0..<0, vendor: 0..<0, isAside: true))
  }

  mutating func finish(_ base: UnsafeRawPointer) -> NamePart {
    var isBroken = false
    if !odd.isEmpty {
      var diagnostics = Diagnostics()
      for bid in odd.bound(&diagnostics)?.bids(KnownNames(), &diagnostics).rows ?? [] {
        guard let row = odd.rows[bid.position.line] else { continue }
        names[row] = putAside(bid.itemID.text.utf8, bid.vendorID.text.utf8)
      }
      isBroken = diagnostics.hasErrors
      odd.clear()
    }
    let part = NamePart(names: names.values, aside: aside, isBroken: isBroken)
    names.removeAll()
    aside = []
    return part
  }

  private mutating func putAside(
    _ item: some Sequence<UInt8>, _ vendor: some Sequence<UInt8>
  ) -> RowNames {
    let start = aside.count
    aside.append(contentsOf: item)
    let middle = aside.count
    aside.append(contentsOf: vendor)
    return RowNames(item: start..<middle, vendor: middle..<aside.count, isAside: true)
  }
}
