import Glibc

/// Where the fields of a row lie, however they were found.
protocol RowPlaces {
  /// Where the bytes lie that the places count from.
  var base: UnsafeRawPointer { get }
  /// Whether a field stands in quotation marks.
  var isQuoted: Bool { get }
  /// Whether the row is of ordinary length and, where it has wide characters, of plain text alone.
  var isSound: Bool { get }

  /// A field without the spaces around it.
  func range(_ field: Int) -> Range<Int>
}

extension RowPlaces {
  /// Whether a field is a word of ASCII.
  @inline(__always)
  func isWord(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return unsafe memcmp(base + range.lowerBound, word.utf8Start, range.count) == 0
  }

  @inline(never)
  fileprivate func trimmed(_ start: Int, _ end: Int) -> Range<Int> {
    let bytes = unsafe Span<UInt8>(
      _unsafeStart: base.assumingMemoryBound(to: UInt8.self), count: end)
    return CSVTable.trimmed(start..<end, in: bytes)
  }
}

/// The fields of a row between marks: no quotation mark, no control character, nothing beyond ASCII.
@safe
struct MarkedRow: RowPlaces {
  let base: UnsafeRawPointer
  /// The mark behind each field; before the first one, the byte before the row.
  private let marks: UnsafeMutablePointer<UInt32>
  private let width: Int

  @inline(__always)
  init(_ base: UnsafeRawPointer, _ marks: UnsafeMutablePointer<UInt32>, width: Int) {
    unsafe self.base = base
    unsafe self.marks = marks
    self.width = width
  }

  /// The byte behind the row.
  @inline(__always)
  var end: Int { Int(unsafe marks[width - 1]) + 1 }

  @inline(__always)
  var isQuoted: Bool { false }

  @inline(__always)
  var isSound: Bool {
    Int(unsafe marks[width - 1] &- marks[-1]) <= CSVLimits.fieldLengthBytes
  }

  @inline(__always)
  func range(_ field: Int) -> Range<Int> {
    let start = Int(unsafe marks[field - 1] &+ 1)
    let end = Int(unsafe marks[field])
    guard start < end else { return start..<start }
    let first = unsafe base.load(fromByteOffset: start, as: UInt8.self)
    let last = unsafe base.load(fromByteOffset: end - 1, as: UInt8.self)
    if first != 0x20, last != 0x20 { return unsafe Range(uncheckedBounds: (start, end)) }
    return trimmed(start, end)
  }
}

/// The fields of a row that was walked over byte by byte.
@safe
struct RowFields: RowPlaces {
  let base: UnsafeRawPointer
  private let starts: UnsafeMutablePointer<Int32>
  private let ends: UnsafeMutablePointer<Int32>
  private let rowStart: Int
  private let rowEnd: Int
  private let isWide: Bool
  let isQuoted: Bool

  @inline(__always)
  init(
    _ base: UnsafeRawPointer, _ starts: UnsafeMutablePointer<Int32>,
    _ ends: UnsafeMutablePointer<Int32>, row: Range<Int>, isWide: Bool, isQuoted: Bool
  ) {
    unsafe self.base = base
    unsafe self.starts = starts
    unsafe self.ends = ends
    (rowStart, rowEnd) = (row.lowerBound, row.upperBound)
    self.isWide = isWide
    self.isQuoted = isQuoted
  }

  @inline(__always)
  func range(_ field: Int) -> Range<Int> {
    let start = Int(unsafe starts[field])
    let end = Int(unsafe ends[field])
    guard start < end else { return start..<start }
    let first = unsafe base.load(fromByteOffset: start, as: UInt8.self)
    let last = unsafe base.load(fromByteOffset: end - 1, as: UInt8.self)
    // A space, or a byte that ideographic spaces begin or end with.
    if first > 0x20, first != 0xE3, last > 0x20, last != 0x80 { return start..<end }
    return trimmed(start, end)
  }

  @inline(__always)
  var isSound: Bool {
    guard rowEnd - rowStart <= CSVLimits.fieldLengthBytes else { return false }
    return !isWide || isPlain
  }

  @inline(never)
  private var isPlain: Bool {
    let bytes = unsafe Span<UInt8>(
      _unsafeStart: (base + rowStart).assumingMemoryBound(to: UInt8.self),
      count: rowEnd - rowStart)
    return PlainText.isPlain(bytes)
  }
}
