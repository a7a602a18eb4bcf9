import Pipeline

/// What a kind of table makes of its rows, chunk by chunk; each thread has one.
protocol RowTaker: ~Copyable, SendableMetatype {
  /// What a chunk comes to.
  associatedtype Part: Sendable

  /// Takes a row that has as many fields as there are headings.
  ///
  /// - Returns: Whether it is known to be right; otherwise it is an odd one.
  mutating func take(_ row: some RowPlaces) -> Bool

  /// Takes note of an odd row, in the place of a row.
  mutating func takeOdd(_ bytes: Span<UInt8>, line: Int)

  /// Ends a chunk.
  ///
  /// - Parameter base: The bytes that the rows were taken from.
  /// - Returns: What the rows since the last end come to.
  mutating func finish(_ base: UnsafeRawPointer) -> Part
}

/// A chunk of a table, read.
struct TableChunk<Part: Sendable>: Sendable {
  /// Where its first row begins, and where the first row of the next chunk does.
  var range: Range<Int>
  var lineBreakCount: Int
  /// Whether a row of it is too long to be read in pieces.
  var isUnfit = false
  var part: Part
}

extension BulkTable {
  /// Reads all rows.
  ///
  /// Each thread takes a chunk to begin behind the first line feed in it. A quoted line break may prove
  /// that wrong; the chunk is read again then, from where the one before it ended.
  ///
  /// - Parameters:
  ///   - chunkLengthBytes: The stretch of the file that makes a chunk.
  ///   - threads: The most threads to use.
  ///   - taker: Makes what takes the rows; each thread needs one.
  /// - Returns: The chunks in the order of the file; `nil` where a row is too long for this reader.
  /// - Throws: ``IntakeError`` when the file cannot be read.
  /// - Complexity: O(bytes).
  func scan<Taker: RowTaker & ~Copyable>(
    chunkLengthBytes: Int, threads: Int, taker: @Sendable () -> Taker
  ) throws(IntakeError) -> [TableChunk<Taker.Part>]? {
    let chunkCount = max(1, (file.count + chunkLengthBytes - 1) / chunkLengthBytes)
    var chunks = try inParallel(
      chunkCount, threads: threads, assistant: { ChunkScan(self, taker()) }
    ) { scan, chunk throws(IntakeError) in
      let start = chunk * chunkLengthBytes
      return try scan.chunk(
        from: start > rowsStart ? nil : rowsStart, near: start,
        to: min(start + chunkLengthBytes, file.count))
    }
    var position = rowsStart
    for index in chunks.indices {
      if chunks[index].range.lowerBound != position {
        var scan = ChunkScan(self, taker())
        chunks[index] = try scan.chunk(
          from: position, near: position, to: min((index + 1) * chunkLengthBytes, file.count))
      }
      if chunks[index].isUnfit { return nil }
      position = chunks[index].range.upperBound
    }
    return chunks
  }

  /// Reads the rows of chunks that were read before once more.
  ///
  /// - Parameters:
  ///   - chunk: A chunk.
  ///   - scan: What takes the rows.
  /// - Returns: What the chunk comes to.
  /// - Throws: ``IntakeError`` when the file cannot be read, or does not end its rows where it did.
  func rescan<Taker: RowTaker & ~Copyable, Part>(
    _ chunk: TableChunk<Part>, _ scan: inout ChunkScan<Taker>
  ) throws(IntakeError) -> Taker.Part {
    let again = try scan.chunk(
      from: chunk.range.lowerBound, near: chunk.range.lowerBound, to: chunk.range.upperBound)
    guard again.range == chunk.range, !again.isUnfit else { throw file.changed }
    return again.part
  }
}

/// Reads one chunk after another; each thread has one.
struct ChunkScan<Taker: RowTaker & ~Copyable>: ~Copyable {
  private let table: BulkTable
  let buffer: ChunkBuffer
  private var taker: Taker

  init(_ table: BulkTable, _ taker: consuming Taker) {
    self.table = table
    self.taker = taker
    buffer = ChunkBuffer(width: table.width)
  }

  /// Reads one chunk.
  ///
  /// - Parameters:
  ///   - exact: Where its first row begins; `nil` for behind the first line feed.
  ///   - near: The nominal start.
  ///   - end: Rows that begin here or later belong to the next chunk.
  /// - Returns: The chunk, from its first row to that of the next.
  /// - Throws: ``IntakeError`` when the file cannot be read.
  mutating func chunk(
    from exact: Int?, near: Int, to end: Int
  ) throws(IntakeError) -> TableChunk<Taker.Part> {
    // One byte before the nominal start may be the line feed that the first row begins behind.
    let offset = exact ?? near - 1
    var start = 0
    if offset < end {
      try buffer.load(offset..<min(end + ChunkBuffer.slackBytes, table.file.count), of: table.file)
      if exact == nil {
        start = buffer.firstIndex(of: CSVByte.lineFeed).map { $0 + 1 } ?? end - offset
      }
    }
    let first = start
    var lineBreakCount = 0
    var isUnfit = false
    while offset + start < end {
      let (next, lineBreaks, isComplete) = takeRows(
        from: start, until: end - offset, lineOffset: lineBreakCount)
      start = next
      lineBreakCount += lineBreaks
      if isComplete { break }
      // The row at hand goes on behind what was read.
      let loaded = buffer.range.upperBound
      if loaded - (offset + start) >= BulkLimits.rowLengthBytes || loaded == table.file.count {
        isUnfit = true
        break
      }
      try buffer.load(offset..<min(loaded + buffer.range.count, table.file.count), of: table.file)
    }
    return TableChunk(
      range: offset + first..<offset + start, lineBreakCount: lineBreakCount, isUnfit: isUnfit,
      part: unsafe taker.finish(buffer.base))
  }

  /// Takes the rows that are here in full.
  private mutating func takeRows(
    from start: Int, until limit: Int, lineOffset: Int
  ) -> (position: Int, lineBreakCount: Int, isComplete: Bool) {
    let base = unsafe buffer.base
    var scanner = unsafe RowScanner(
      base, count: buffer.range.count, from: start,
      isLast: buffer.range.upperBound == table.file.count, width: table.width,
      starts: buffer.starts, ends: buffer.ends)
    var marks = unsafe FieldMarks(
      base, count: buffer.range.count, from: start, width: table.width)
    while scanner.position < limit {
      let line = lineOffset + scanner.lineBreakCount
      if let row = marks.row() {
        scanner.pass(to: row.end)
        if !taker.take(row) { takeOdd(scanner.rowStart..<scanner.position, line: line) }
        continue
      }
      let step = scanner.next()
      marks.skip(to: scanner.position)
      switch step {
      case .row:
        if taker.take(scanner.row) { continue }
        takeOdd(scanner.rowStart..<scanner.position, line: line)
      case .odd: takeOdd(scanner.rowStart..<scanner.position, line: line)
      case .blank: continue
      case .end: return (scanner.position, scanner.lineBreakCount, true)
      case .incomplete: return (scanner.position, scanner.lineBreakCount, false)
      }
    }
    return (scanner.position, scanner.lineBreakCount, true)
  }

  @inline(never)
  private mutating func takeOdd(_ row: Range<Int>, line: Int) {
    buffer.withBytes(row) { taker.takeOdd($0, line: line) }
  }
}
