import Glibc

/// Where the fields of a row lie.
@safe
struct RowFields {
  /// Where the bytes lie that the places count from.
  let base: UnsafeRawPointer
  private let starts: UnsafeMutablePointer<Int32>
  private let ends: UnsafeMutablePointer<Int32>
  private let rowStart: Int
  private let rowEnd: Int
  private let isWide: Bool
  /// Whether a field stands in quotation marks.
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

  /// A field without the spaces around it.
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

  @inline(never)
  private func trimmed(_ start: Int, _ end: Int) -> Range<Int> {
    let bytes = unsafe Span<UInt8>(
      _unsafeStart: base.assumingMemoryBound(to: UInt8.self), count: end)
    return CSVTable.trimmed(start..<end, in: bytes)
  }

  /// Whether the row is of ordinary length and, where it has wide characters, of plain text alone.
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

  /// Whether a field is a word of ASCII.
  @inline(__always)
  func isWord(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return unsafe memcmp(base + range.lowerBound, word.utf8Start, range.count) == 0
  }
}
