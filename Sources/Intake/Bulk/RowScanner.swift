/// Walks over the rows of a stretch of a CSV file, eight bytes at a time.
///
/// It takes only what it knows to be right: fields without quotation marks, or whole fields in them with
/// none inside, and no control character. Any other row is *odd*: where it ends is found as `CSVScanner`
/// would, and what it says is left to `CSVReader`. Whether wide characters are sound is left to
/// ``PlainText``.
@safe
struct RowScanner {
  enum Step: Equatable {
    /// A row of as many fields as there are headings.
    case row
    /// A row for `CSVReader`.
    case odd
    /// Nothing but spaces.
    case blank
    /// The row goes on behind the stretch.
    case incomplete
    /// There are no more rows.
    case end
  }

  /// Bytes that must stand behind the stretch: a line feed, then anything that may be read.
  static let paddingBytes = 1 + FieldMarks.overreadBytes

  private let base: UnsafeRawPointer
  private let count: Int
  private let isLast: Bool
  private let width: Int
  /// The fields of the row at hand.
  private let starts: UnsafeMutablePointer<Int32>
  private let ends: UnsafeMutablePointer<Int32>
  /// Where the row at hand begins, and where the next one does.
  private(set) var rowStart: Int
  private(set) var position: Int
  /// Line breaks before ``position``.
  private(set) var lineBreakCount = 0
  /// Whether the row at hand has bytes beyond ASCII.
  private var isWide = false
  /// Whether a field of the row at hand stands in quotation marks.
  private var isQuoted = false

  /// - Parameters:
  ///   - base: The stretch, followed by ``paddingBytes`` of which the first is a line feed.
  ///   - count: Its length, below 2³¹.
  ///   - start: Where its first row begins.
  ///   - isLast: Whether the file ends with it.
  ///   - width: The number of headings.
  ///   - starts: Room for `width` places.
  ///   - ends: Room for as many.
  init(
    _ base: UnsafeRawPointer, count: Int, from start: Int, isLast: Bool, width: Int,
    starts: UnsafeMutablePointer<Int32>, ends: UnsafeMutablePointer<Int32>
  ) {
    unsafe self.base = base
    self.count = count
    self.isLast = isLast
    self.width = width
    unsafe self.starts = starts
    unsafe self.ends = ends
    rowStart = start
    position = start
  }

  private static let low: UInt64 = 0x2D2D_2D2D_2D2D_2D2D
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Moves to the next row.
  @inline(__always)
  mutating func next() -> Step {
    let start = position
    rowStart = start
    guard start < count else { return isLast ? .end : .incomplete }
    var field = 0
    var begin = start
    var wide = false
    var quoted = false
    while true {
      var end = begin
      var behind = begin
      var byte = unsafe base.load(fromByteOffset: begin, as: UInt8.self)
      if byte == CSVByte.quote {
        quoted = true
        begin += 1
        end = begin
        while end < count {
          byte = unsafe base.load(fromByteOffset: end, as: UInt8.self)
          if byte == CSVByte.quote { break }
          if byte < 0x20 || byte == 0x7F { return oddRow(start) }
          if byte >= 0x80 { wide = true }
          end += 1
        }
        guard end < count else { return isLast ? oddRow(start) : .incomplete }
        behind = end + 1
        byte = unsafe base.load(fromByteOffset: behind, as: UInt8.self)
        guard byte == CSVByte.comma || byte == CSVByte.lineFeed || byte == CSVByte.carriageReturn
        else { return behind < count || isLast ? oddRow(start) : .incomplete }
      } else {
        // The first byte below the dash, or above the tilde, ends the run; others pass by eights.
        while true {
          let word = unsafe base.loadUnaligned(fromByteOffset: end, as: UInt64.self)
          let special =
            ((word &- RowScanner.low) | (word &+ RowScanner.ones) | word) & RowScanner.highBits
          guard special != 0 else {
            end += 8
            continue
          }
          end += special.trailingZeroBitCount >> 3
          byte = unsafe base.load(fromByteOffset: end, as: UInt8.self)
          if byte == CSVByte.comma || byte == CSVByte.lineFeed { break }
          if byte >= 0x80 {
            wide = true
          } else if byte < 0x20 || byte == 0x7F || byte == CSVByte.quote {
            if byte == CSVByte.carriageReturn { break }
            return oddRow(start)
          }
          end += 1
        }
        behind = end
      }
      guard field < width else { return oddRow(start) }
      unsafe starts[field] = Int32(truncatingIfNeeded: begin)
      unsafe ends[field] = Int32(truncatingIfNeeded: end)
      field += 1
      if byte == CSVByte.comma {
        begin = behind + 1
        continue
      }
      guard let next = passLineBreak(at: behind) else { return .incomplete }
      position = next
      lineBreakCount += behind < count ? 1 : 0
      isWide = wide
      isQuoted = quoted
      if field == width { return .row }
      return finishNarrow(start, end: behind, fieldCount: field)
    }
  }

  /// Passes a row that ends with a line feed.
  @inline(__always)
  mutating func pass(to end: Int) {
    rowStart = position
    position = end
    lineBreakCount += 1
  }

  /// The fields of the row at hand.
  var row: RowFields {
    @inline(__always) get {
      unsafe RowFields(
        base, starts, ends, row: rowStart..<position, isWide: isWide, isQuoted: isQuoted)
    }
  }

  /// Passes LF, CR LF, CR or the end of the file.
  ///
  /// - Returns: `nil` where the stretch ends too early to tell.
  @inline(__always)
  private func passLineBreak(at place: Int) -> Int? {
    guard place < count else { return isLast ? count : nil }
    guard unsafe base.load(fromByteOffset: place, as: UInt8.self) == CSVByte.carriageReturn else {
      return place + 1
    }
    if place + 1 == count { return isLast ? count : nil }
    let isPair =
      unsafe base.load(fromByteOffset: place + 1, as: UInt8.self) == CSVByte.lineFeed
    return place + (isPair ? 2 : 1)
  }

  /// A row of too few fields: blank, or odd.
  private func finishNarrow(_ start: Int, end: Int, fieldCount: Int) -> Step {
    let isBlank = fieldCount == 1 && isBlank(start..<end)
    return isBlank ? .blank : .odd
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    let bytes = unsafe Span<UInt8>(
      _unsafeStart: base.assumingMemoryBound(to: UInt8.self), count: count)
    return CSVTable.trimmed(range, in: bytes).isEmpty
  }

  /// Finds the end of a row as `CSVScanner` does.
  @inline(never)
  private mutating func oddRow(_ start: Int) -> Step {
    var place = start
    var isFieldStart = true
    var inner = 0
    while place < count {
      let byte = unsafe base.load(fromByteOffset: place, as: UInt8.self)
      if isFieldStart, byte == CSVByte.quote {
        guard let behind = passQuoted(from: place + 1, &inner) else {
          guard isLast else { return .incomplete }
          place = count
          break
        }
        place = behind
        isFieldStart = false
      } else if byte == CSVByte.lineFeed || byte == CSVByte.carriageReturn {
        break
      } else {
        isFieldStart = byte == CSVByte.comma
        place += 1
      }
    }
    guard let next = passLineBreak(at: place) else { return .incomplete }
    lineBreakCount += inner + (place < count ? 1 : 0)
    position = next
    let first = unsafe base.load(fromByteOffset: start, as: UInt8.self)
    return first != CSVByte.quote && isBlank(start..<place) ? .blank : .odd
  }

  /// Passes a quoted field and the text behind it.
  ///
  /// - Parameters:
  ///   - start: The byte behind the opening quotation mark.
  ///   - lineBreaks: Takes the line breaks in the field.
  /// - Returns: The comma or line break behind; `nil` where the stretch ends before.
  private func passQuoted(from start: Int, _ lineBreaks: inout Int) -> Int? {
    var place = start
    while true {
      guard place < count else { return nil }
      let byte = unsafe base.load(fromByteOffset: place, as: UInt8.self)
      if byte == CSVByte.quote {
        if place + 1 == count, !isLast { return nil }
        // Behind the last byte of the file the padding stands, which is no quotation mark.
        let following = unsafe base.load(fromByteOffset: place + 1, as: UInt8.self)
        guard following == CSVByte.quote else { break }
        place += 2
      } else if byte == CSVByte.lineFeed || byte == CSVByte.carriageReturn {
        guard let next = passLineBreak(at: place) else { return nil }
        lineBreaks += 1
        place = next
      } else {
        place += 1
      }
    }
    place += 1
    while place < count {
      let byte = unsafe base.load(fromByteOffset: place, as: UInt8.self)
      if byte == CSVByte.comma || byte == CSVByte.lineFeed || byte == CSVByte.carriageReturn {
        return place
      }
      place += 1
    }
    return isLast ? count : nil
  }
}
