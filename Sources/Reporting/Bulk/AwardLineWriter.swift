public import Pipeline
public import Policy
import Quantities
import Tendering

/// Writes rows of the award table for many millions of bids; each thread needs one.
///
/// The same bytes as ``TableFormat`` writes of `TenderStage.resultTable`.
public struct AwardLineWriter: ~Copyable {
  /// What a stretch of rows is written from.
  public struct Rows {
    /// The number of the first row.
    public var first: Int
    /// The columns of the bids.
    public var columns: BidColumns
    /// Where the names of each row lie.
    public var names: [RowNames]
    /// The texts put aside.
    public var aside: [UInt8]

    /// Puts a stretch together; columns and names are of one length.
    public init(first: Int, columns: BidColumns, names: [RowNames], aside: [UInt8]) {
      self.first = first
      self.columns = columns
      self.names = names
      self.aside = aside
    }
  }

  private let form: AwardLineForm
  private let reservePrices: [Int64]
  private let ruled: RuledLines
  private var buffer = LineBuffer()
  /// The reserve price of each row that states it.
  private var stated: [Int64] = []

  /// Prepares the writing; `nil` for the format `table`, whose columns are as wide as all their rows
  /// need.
  ///
  /// - Parameters:
  ///   - format: Rows of comma-separated values, or JSON objects.
  ///   - language: The language of the reasons.
  ///   - reservePrices: The reserve price of each item in minor units; 0 for none.
  ///   - ruled: The rows of items that `AwardRule` decided.
  public init?(
    _ format: TableFormat, _ language: Language, reservePrices: [Int64], ruled: RuledLines
  ) {
    guard let form = AwardLineForm(format, language, columns: AwardTableRow.columns.map(\.key))
    else { return nil }
    self.form = form
    self.reservePrices = reservePrices
    self.ruled = ruled
  }

  /// What stands before the first row.
  public var opening: [UInt8] { form.opening }

  /// What stands behind the last row.
  public var closing: [UInt8] { form.closing }

  /// The whole result where there are no rows.
  public var empty: [UInt8] { form.empty }

  /// Writes a stretch of rows over the one before.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - bytes: The bytes that their names lie in.
  ///   - verdicts: The verdicts on all rows of the table.
  /// - Complexity: O(bytes written).
  public mutating func write(_ rows: Rows, bytes: Span<UInt8>, verdicts: VerdictTable) {
    buffer.removeAll()
    let (form, lines, allReserves) = (form, ruled, reservePrices)
    var nextLine = lines.index(atOrBehind: rows.first)
    let columns = rows.columns
    let count = min(columns.count, rows.names.count)
    let (prices, names) = (columns.prices.span, rows.names.span)
    let aside = rows.aside.span
    var stated = stated
    self.stated = []
    verdicts.withVerdicts(from: rows.first, count: count) {
      AwardLineWriter.collect(allReserves, items: columns.items, verdicts: $0, into: &stated)
    }
    defer { self.stated = stated }
    let reserves = stated.span
    verdicts.withVerdicts(from: rows.first, count: count) { verdicts in
      for index in verdicts.indices {
        let verdict = PackedVerdict(rawValue: verdicts[index])
        if writeOrdinary(names[index], bytes, verdict, prices[index], reserves[index], form) {
          continue
        }
        if form.isJSON, rows.first + index > 0 { write(form.separator) }
        if verdict == .undecided {
          nextLine = lines.advance(nextLine, to: rows.first + index)
          write(lines.bytes.span, lines.line(nextLine))
          continue
        }
        let (item, vendor) = (names[index].item, names[index].vendor)
        let isCareful = form.isJSON || names[index].isAside
        if isCareful { writeWithCare(item, vendor, names[index].isAside ? aside : bytes) }
        let nameLength = isCareful ? 0 : item.count + vendor.count
        var cursor = unsafe buffer.cursor(room: form.pieceLength + nameLength)
        if !isCareful {
          unsafe cursor.write(bytes, item)
          unsafe cursor.write(form.beforeVendor, of: form.pieces)
          unsafe cursor.write(bytes, vendor)
          unsafe cursor.write(form.beforePrice, of: form.pieces)
        }
        unsafe AwardLineWriter.write(
          verdict, price: prices[index], reservePrice: reserves[index], form, &cursor)
        unsafe buffer.advance(to: cursor)
      }
    }
  }

  /// Writes a row as nearly all are: names beside each other, a whole amount, a low rank or none.
  ///
  /// - Returns: Whether it is such a row; nothing is written otherwise.
  @inline(__always)
  private mutating func writeOrdinary(
    _ names: RowNames, _ bytes: Span<UInt8>, _ verdict: PackedVerdict, _ price: Int64,
    _ reservePrice: Int64, _ form: AwardLineForm
  ) -> Bool {
    let middle = form.pieces.ranked(verdict)
    let amount = AmountDigits(minorUnits: price)
    guard !form.isJSON, middle.count > 0, let pair = names.pair, pair.count <= 32,
      pair.lowerBound + 32 <= bytes.count, amount.isShort, price != 0
    else { return false }
    let tail = form.pieces.tail(verdict)
    var cursor = unsafe buffer.cursor(room: form.pieceLength + pair.count)
    unsafe bytes.withUnsafeBufferPointer { source in
      guard let base = source.baseAddress else { return }
      unsafe cursor.write(base + pair.lowerBound, count: pair.count)
    }
    unsafe cursor.write(UInt8(ascii: ","))
    unsafe cursor.write(amount.units, if: true)
    unsafe cursor.writeLong(middle, of: form.pieces)
    unsafe cursor.write(amount.units, if: tail.hasContractPrice)
    if tail.hasReserve { unsafe cursor.write(AmountDigits(minorUnits: reservePrice)) }
    unsafe cursor.write(tail.end, of: form.pieces)
    unsafe buffer.advance(to: cursor)
    return true
  }

  /// Collects the reserve prices that rows state, all before any is written: items anywhere in a table
  /// are far apart in memory, and so the waits for it overlap.
  private static func collect(
    _ reservePrices: [Int64], items: [UInt32], verdicts: Span<UInt32>, into stated: inout [Int64]
  ) {
    if stated.count < verdicts.count {
      stated.append(contentsOf: repeatElement(0, count: verdicts.count - stated.count))
    }
    let above = PackedVerdict(.aboveReserve).rawValue
    let (items, reserves) = (items.span, reservePrices.span)
    var own = stated.mutableSpan
    for index in verdicts.indices {
      // Without a branch: where no price is stated the first one is read.
      let item = verdicts[index] == above ? Int(items[index]) : 0
      own[index] = item < reserves.count ? reserves[item] : 0
    }
  }

  private mutating func write(_ piece: Piece) {
    var cursor = unsafe buffer.cursor(room: form.pieceLength)
    unsafe cursor.write(piece, of: form.pieces)
    unsafe buffer.advance(to: cursor)
  }

  private mutating func write(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var cursor = unsafe buffer.cursor(room: range.count)
    unsafe cursor.write(bytes, range)
    unsafe buffer.advance(to: cursor)
  }

  /// Writes what stands behind the names.
  @inline(__always)
  private static func write(
    _ verdict: PackedVerdict, price: Int64, reservePrice: Int64, _ form: AwardLineForm,
    _ cursor: inout LineCursor
  ) {
    let amount = AmountDigits(minorUnits: price)
    if price == 0 {
      unsafe cursor.write(form.noPrice, of: form.pieces)
    } else {
      unsafe cursor.write(amount)
    }
    let tail = form.pieces.tail(verdict)
    unsafe cursor.write(tail.beforeRank, of: form.pieces)
    if tail.hasRank {
      unsafe cursor.write(DecimalDigits(UInt64(truncatingIfNeeded: verdict.rank)))
    }
    unsafe cursor.write(tail.middle, of: form.pieces)
    if tail.hasContractPrice {
      unsafe cursor.write(amount)
    } else if tail.hasReserve {
      unsafe cursor.write(AmountDigits(minorUnits: reservePrice))
    }
    unsafe cursor.write(tail.end, of: form.pieces)
  }

  /// Writes names that may have to be quoted or escaped.
  private mutating func writeWithCare(
    _ item: Range<Int>, _ vendor: Range<Int>, _ bytes: Span<UInt8>
  ) {
    write(form.beforeItem, text: item, bytes)
    write(form.beforeVendor, text: vendor, bytes)
    write(form.beforePrice)
  }

  private mutating func write(_ before: Piece, text range: Range<Int>, _ bytes: Span<UInt8>) {
    var written: [UInt8] = []
    let isPlain = form.isJSON && AwardLineWriter.isPlainJSON(bytes, range)
    if !isPlain {
      let string = String(decoding: range.map { bytes[$0] }, as: UTF8.self)
      written = Array(
        (form.isJSON ? JSONValue.string(string).text : CommaSeparated.field(string)).utf8)
    }
    var cursor = unsafe buffer.cursor(room: form.pieceLength + range.count + written.count)
    unsafe cursor.write(before, of: form.pieces)
    if isPlain {
      unsafe cursor.write(UInt8(ascii: "\""))
      unsafe cursor.write(bytes, range)
      unsafe cursor.write(UInt8(ascii: "\""))
    } else {
      unsafe cursor.write(written.span, written.indices)
    }
    unsafe buffer.advance(to: cursor)
  }

  private static func isPlainJSON(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range {
      let byte = bytes[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return false }
    }
    return true
  }

  /// The bytes that were written last.
  public func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe buffer.withBytes { bytes throws(Failure) in try unsafe body(bytes) }
  }
}
