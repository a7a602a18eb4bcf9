import Glibc
import Pipeline
import Policy
import Quantities
import Tendering

/// The rows of a chunk of `bids`.
struct BidPart: Sendable {
  /// What the award needs of each row; a row with an error, or of an item that is not listed, has no
  /// item.
  var columns: BidColumns
  /// Items whose vendors must be compared as strings, or that a row with an error names.
  var itemsToCheck: [UInt32]
  /// Whether a row has no item.
  var hasFaultyRows: Bool
}

/// The fields of a row of `bids`.
struct BidFields: Sendable {
  let item: Int
  let vendor: Int
  let price: Int
  let status: Int?
  let submitted: Int?

  /// - Returns: `nil` for a table without the columns, which cannot be.
  init?(_ table: BulkTable) {
    guard let item = table.fields[.itemID], let vendor = table.fields[.vendorID],
      let price = table.fields[.unitPrice]
    else { return nil }
    (self.item, self.vendor, self.price) = (item, vendor, price)
    status = table.fields[.status]
    submitted = table.fields[.submittedAt]
  }
}

/// Takes the rows of `bids`.
struct BidTaker: ~Copyable, RowTaker {
  private let table: BulkTable
  private let names: NameTable
  private let fields: BidFields
  private let seed: UInt64

  private var items = ColumnBuilder<UInt32>()
  private var prices = ColumnBuilder<Int64>()
  private var vendorHashes = ColumnBuilder<UInt32>()
  private var itemsToCheck: [UInt32] = []
  private var odd: OddRows
  private var lookUp = ItemLookUp()

  /// - Parameters:
  ///   - table: The table.
  ///   - fields: Where its columns are.
  ///   - names: The items.
  ///   - seed: For the numbers of vendors, so that no table can be made whose vendors share one.
  init(_ table: BulkTable, _ fields: BidFields, _ names: NameTable, seed: UInt64) {
    self.table = table
    self.fields = fields
    self.names = names
    self.seed = seed
    odd = OddRows(table)
  }

  @inline(__always)
  mutating func take(_ places: some RowPlaces) -> Bool {
    let base = unsafe places.base
    let item = places.range(fields.item)
    let vendor = places.range(fields.vendor)
    let priceRange = places.range(fields.price)
    guard !item.isEmpty, !vendor.isEmpty, vendor.count <= RowReader.identifierLimit,
      places.isSound
    else { return false }
    if let submitted = fields.submitted, places.range(submitted).count > RowReader.textLimit {
      return false
    }
    var isDisqualified = false
    if let statusField = fields.status {
      let status = places.range(statusField)
      if !status.isEmpty, !places.isWord(status, BidTaker.valid) {
        guard places.isWord(status, BidTaker.disqualified) else { return false }
        isDisqualified = true
      }
    }
    var price = unsafe PlainAmount.minorUnits(base, priceRange.lowerBound, priceRange.upperBound)
    guard price > 0 || (isDisqualified && priceRange.isEmpty) else { return false }
    if isDisqualified { price = -price }
    prices.append(price)
    vendorHashes.append(
      unsafe hash(NameKey(base, vendor.lowerBound, length: vendor.count)))
    unsafe lookUp.add(item, of: base, names, into: &items)
    return true
  }

  private static let valid: StaticString = "valid"
  private static let disqualified: StaticString = "disqualified"

  /// The number that stands for a vendor.
  @inline(__always)
  private func hash(_ key: NameKey) -> UInt32 {
    UInt32(truncatingIfNeeded: key.hash(seed: seed) >> 32)
  }

  mutating func takeOdd(_ bytes: Span<UInt8>, line: Int) {
    odd.add(bytes, line: line, row: prices.count)
    prices.append(0)
    vendorHashes.append(0)
    lookUp.addNone(into: &items)
  }

  mutating func finish(_ base: UnsafeRawPointer) -> BidPart {
    unsafe lookUp.finish(base, names, into: &items)
    if !odd.isEmpty { readOddRows() }
    let items = items.values
    let part = BidPart(
      columns: BidColumns(
        items: items, prices: prices.values, vendorHashes: vendorHashes.values),
      itemsToCheck: itemsToCheck, hasFaultyRows: items.contains(BidColumns.noItem))
    self.items.removeAll()
    prices.removeAll()
    vendorHashes.removeAll()
    itemsToCheck = []
    return part
  }

  private mutating func readOddRows() {
    var diagnostics = Diagnostics()
    defer { odd.clear() }
    guard let read = odd.bound(&diagnostics)?.bids(KnownNames(), &diagnostics) else { return }
    for bid in read.rows {
      guard let row = odd.rows[bid.position.line], let item = names.index(of: bid.itemID) else {
        continue
      }
      items[row] = item
      let price = bid.unitPrice?.minorUnits ?? 0
      prices[row] = bid.status == .disqualified ? -price : price
      NameKey.withKey(of: bid.vendorID.text) { key, bytes in
        if PlainText.isPlain(bytes) {
          vendorHashes[row] = hash(key)
        } else {
          itemsToCheck.append(item)
        }
      }
    }
    if diagnostics.hasErrors {
      // A vendor's second bid is one whatever is wrong with the first.
      itemsToCheck += read.names.compactMap { names.index(of: $0.itemID) }
    }
  }
}
