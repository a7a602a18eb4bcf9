/// A large CSV file with its headings read and its columns found.
struct BulkTable: Sendable {
  let file: BulkFile
  let schema: TableSchema
  /// The headings, as they stand, with a line break behind.
  let head: [UInt8]
  /// Where the rows begin, and on which line.
  let rowsStart: Int
  let firstLine: Int
  /// The number of headings.
  let width: Int
  /// The field of each column that is there.
  let fields: [Column: Int]
  /// What is wrong or odd with the headings.
  let diagnostics: Diagnostics

  /// The outcome of opening a table.
  enum Opening {
    case table(BulkTable)
    /// The headings have errors; the rows cannot be read.
    case invalid(Diagnostics)
    /// Nothing for this reader: headings of uncommon length, a file that is no ordinary one.
    case unfit
  }

  /// Opens a table and reads its headings.
  ///
  /// - Throws: ``IntakeError`` when the file is missing, cannot be read or is too long.
  static func open(_ path: String, _ table: TableName) throws(IntakeError) -> Opening {
    guard let file = try BulkFile(path) else { return .unfit }
    guard file.count <= BulkLimits.fileLengthBytes else {
      throw .unreadable(
        path: path, reason: "the file is longer than \(BulkLimits.fileLengthBytes) bytes")
    }
    let length = min(file.count, BulkLimits.rowLengthBytes)
    let bytes = try file.bytes(0..<length)
    guard let end = headEnd(bytes, isWhole: length == file.count) else { return .unfit }
    var head = Array(bytes[..<end.offset])
    var diagnostics = Diagnostics()
    guard let read = CSVReader.read(head, file: path, diagnostics: &diagnostics),
      let bound = BoundTable(read, TableSchema.of(table), diagnostics: &diagnostics)
    else { return .invalid(diagnostics) }
    if head.last != CSVByte.lineFeed, head.last != CSVByte.carriageReturn {
      head.append(CSVByte.lineFeed)
    }
    var fields: [Column: Int] = [:]
    for (column, source) in bound.sources {
      if case .field(let field) = source { fields[column] = field }
    }
    return .table(
      BulkTable(
        file: file, schema: bound.schema, head: head, rowsStart: end.offset,
        firstLine: end.lineBreakCount + 1, width: read.headings.count, fields: fields,
        diagnostics: diagnostics))
  }

  /// The end of the first row that is not blank.
  ///
  /// - Returns: `nil` where it lies behind the bytes.
  private static func headEnd(
    _ bytes: [UInt8], isWhole: Bool
  ) -> (offset: Int, lineBreakCount: Int)? {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let padded = bytes + [CSVByte.lineFeed] + [UInt8](repeating: 0, count: RowScanner.paddingBytes)
    return unsafe padded.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return nil }
      // A width of nothing makes every row odd, which ends it in the same place.
      let places = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
      defer { unsafe places.deallocate() }
      var scanner = unsafe RowScanner(
        base, count: bytes.count, from: start, isLast: isWhole, width: 0, starts: places,
        ends: places)
      while true {
        switch scanner.next() {
        case .blank: continue
        case .incomplete: return nil
        case .row, .odd, .end: return (scanner.position, scanner.lineBreakCount)
        }
      }
    }
  }

  /// An excerpt of the table: its headings and some rows.
  func excerpt() -> TableExcerpt { TableExcerpt(self) }

  /// The number of the field that each column is read from, counted from 1.
  var fieldNumbers: [String: Int] {
    Dictionary(uniqueKeysWithValues: fields.map { ($0.key.rawValue, $0.value + 1) })
  }
}

/// Some rows of a large table, to be read row by row.
struct TableExcerpt {
  private let table: BulkTable
  private var bytes: [UInt8]
  private var marks: [CSVLineMark] = []

  init(_ table: BulkTable) {
    self.table = table
    bytes = table.head
  }

  /// The number of rows.
  var rowCount: Int { marks.count }

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - row: Its bytes, line break and all; only the last row of a file has none.
  ///   - line: The physical line it starts on.
  mutating func add(_ row: Span<UInt8>, line: Int) {
    marks.append(CSVLineMark(offset: bytes.count, line: line))
    for index in row.indices { bytes.append(row[index]) }
  }

  /// Reads the rows as a table.
  ///
  /// - Returns: `nil` never for a table whose headings were read before.
  func bound(_ diagnostics: inout Diagnostics) -> BoundTable? {
    var own = Diagnostics()
    let read = CSVReader.read(
      bytes, file: table.file.path, lineMarks: marks, diagnostics: &own)
    // Warnings about the headings have been given.
    diagnostics.appendErrors(of: own)
    return read.map {
      BoundTable($0, table.schema, sources: table.fields.mapValues { .field($0) })
    }
  }
}
