import Policy
import Quantities

/// The rows of a chunk of `reserves`.
struct ReservePart: Sendable {
  /// The key of each row's item; empty for a row that is not read, or repeats another.
  var names: [NameKey] = []
  /// The bytes of long names, by row.
  var longNames: [Int: [UInt8]] = [:]
  /// The reserve price of each row in minor units; 0 for none.
  var prices: [Int64] = []
  /// Rows with errors.
  var faultyRows: [Int] = []
  /// Whether names must be compared as strings, which this reader does not do here.
  var isUnfit = false
}

/// Takes the rows of `reserves`.
struct ReserveTaker: RowTaker {
  private let table: BulkTable
  private let itemField: Int
  private let priceField: Int
  private var part = ReservePart()
  private var odd: OddRows

  /// - Returns: `nil` for a table without the columns, which cannot be.
  init?(_ table: BulkTable) {
    guard let item = table.fields[.itemID], let price = table.fields[.reservePrice] else {
      return nil
    }
    self.table = table
    (itemField, priceField) = (item, price)
    odd = OddRows(table)
  }

  @inline(__always)
  mutating func take(_ places: some RowPlaces) -> Bool {
    let base = unsafe places.base
    let item = places.range(itemField)
    let price = places.range(priceField)
    guard !item.isEmpty, item.count <= RowReader.identifierLimit, places.isSound else {
      return false
    }
    var minorUnits: Int64 = 0
    if !price.isEmpty {
      minorUnits = unsafe PlainAmount.minorUnits(base, price.lowerBound, price.upperBound)
      guard minorUnits > 0 else { return false }
    }
    let key = unsafe NameKey(base, item.lowerBound, length: item.count)
    if key.isLong {
      part.longNames[part.names.count] = unsafe Array(
        UnsafeRawBufferPointer(start: base + item.lowerBound, count: item.count))
    }
    part.names.append(key)
    part.prices.append(minorUnits)
    return true
  }

  mutating func takeOdd(_ bytes: Span<UInt8>, line: Int) {
    odd.add(bytes, line: line, row: part.names.count)
    part.names.append(.empty)
    part.prices.append(0)
  }

  mutating func finish(_ base: UnsafeRawPointer) -> ReservePart {
    if !odd.isEmpty { readOddRows() }
    let finished = part
    part = ReservePart()
    part.names.reserveCapacity(finished.names.count)
    part.prices.reserveCapacity(finished.names.count)
    return finished
  }

  private mutating func readOddRows() {
    var diagnostics = Diagnostics()
    var missing = Set(odd.rows.values)
    for reserve in odd.bound(&diagnostics)?.reserves(&diagnostics).rows ?? [] {
      guard let row = odd.rows[reserve.position.line] else { continue }
      missing.remove(row)
      NameKey.withKey(of: reserve.itemID.text) { key, bytes in
        if !PlainText.isPlain(bytes) { part.isUnfit = true }
        part.names[row] = key
        if key.isLong { part.longNames[row] = Array(reserve.itemID.text.utf8) }
      }
      part.prices[row] = reserve.reservePrice?.minorUnits ?? 0
    }
    // A row that repeats another one gives no row and no error.
    if diagnostics.hasErrors { part.faultyRows = missing.sorted() }
    odd.clear()
  }
}

/// The odd rows of a chunk, which are read row by row.
struct OddRows {
  private let table: BulkTable
  private var excerpt: TableExcerpt
  /// The row that stands on each line, both counted within the chunk.
  private(set) var rows: [Int: Int] = [:]

  init(_ table: BulkTable) {
    self.table = table
    excerpt = TableExcerpt(table)
  }

  var isEmpty: Bool { rows.isEmpty }

  mutating func add(_ bytes: Span<UInt8>, line: Int, row: Int) {
    excerpt.add(bytes, line: line)
    rows[line] = row
  }

  func bound(_ diagnostics: inout Diagnostics) -> BoundTable? { excerpt.bound(&diagnostics) }

  mutating func clear() {
    excerpt = TableExcerpt(table)
    rows = [:]
  }
}
