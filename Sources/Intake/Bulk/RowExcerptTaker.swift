import Pipeline

/// Some rows of a chunk, as they stand.
struct ExcerptPart: Sendable {
  /// The rows one after the other.
  var bytes: [UInt8] = []
  /// Of each row: where it begins in `bytes`, its line and its number, both counted within the chunk.
  var rows: [(offset: Int, line: Int, row: Int)] = []
}

/// Takes the rows that are asked for, to be read row by row.
struct ExcerptTaker: RowTaker {
  /// The rows of the chunk at hand that are wanted, ascending.
  private let wanted: [Int]
  private var next = 0
  private var row = 0
  private var part = ExcerptPart()

  init(_ wanted: [Int]) {
    self.wanted = wanted
  }

  // Every row is an odd one here: only those come with their lines.
  func take(_ row: some RowPlaces) -> Bool { false }

  mutating func takeOdd(_ bytes: Span<UInt8>, line: Int) {
    defer { row += 1 }
    guard next < wanted.count, wanted[next] == row else { return }
    next += 1
    part.rows.append((part.bytes.count, line, row))
    for index in bytes.indices { part.bytes.append(bytes[index]) }
  }

  mutating func finish(_ base: UnsafeRawPointer) -> ExcerptPart { part }
}

extension BulkTable {
  /// Rows of a table, read row by row.
  struct Excerpt {
    let bound: BoundTable
    /// The row of the large table that stands on each line.
    let rowOfLine: [Int: Int]
  }

  /// Reads some rows once more.
  ///
  /// - Parameters:
  ///   - chunks: The chunks of the table.
  ///   - rowCounts: The number of rows of each.
  ///   - wanted: The numbers of the wanted rows within each chunk, ascending.
  ///   - threads: The most threads to use.
  ///   - diagnostics: Takes errors of rows that are no rows of the table.
  /// - Returns: `nil` never for a table whose headings were read before.
  /// - Throws: ``IntakeError`` when the file cannot be read or has changed.
  func excerpt<Part>(
    _ chunks: [TableChunk<Part>], rowCounts: [Int], wanted: [[Int]], threads: Int,
    _ diagnostics: inout Diagnostics
  ) throws(IntakeError) -> Excerpt? {
    let parts = try inParallel(chunks.count, threads: threads, assistant: { () }) {
      _, chunk throws(IntakeError) -> ExcerptPart in
      guard !wanted[chunk].isEmpty else { return ExcerptPart() }
      var scan = ChunkScan(self, ExcerptTaker(wanted[chunk]))
      return try rescan(chunks[chunk], &scan)
    }
    var excerpt = TableExcerpt(self)
    var rowOfLine: [Int: Int] = [:]
    var (line, firstRow) = (firstLine, 0)
    for (chunk, part) in parts.enumerated() {
      for (index, row) in part.rows.enumerated() {
        let end = index + 1 < part.rows.count ? part.rows[index + 1].offset : part.bytes.count
        excerpt.add(part.bytes.span.extracting(row.offset..<end), line: line + row.line)
        rowOfLine[line + row.line] = firstRow + row.row
      }
      line += chunks[chunk].lineBreakCount
      firstRow += rowCounts[chunk]
    }
    return excerpt.bound(&diagnostics).map { Excerpt(bound: $0, rowOfLine: rowOfLine) }
  }
}
