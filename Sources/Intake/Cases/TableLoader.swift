import Pipeline

/// Reads table files one after the other, collecting what is wrong with them and what was read.
struct TableLoader {
  let encoding: TextEncoding
  private(set) var mapping: Mapping?
  var diagnostics = Diagnostics()
  /// Every file read, in the order of reading.
  private(set) var inputFiles: [Case.InputFile] = []
  private let isMappingBroken: Bool

  /// Reads the mapping file, if there is one.
  ///
  /// - Throws: ``IntakeError`` when it is missing or cannot be read; its errors are collected.
  init(_ options: ReadOptions) throws(IntakeError) {
    encoding = options.encoding
    guard let path = options.mappingPath else {
      isMappingBroken = false
      return
    }
    let bytes = try inputBytes(at: path)
    mapping = MappingFile.mapping(from: bytes, file: path, diagnostics: &diagnostics)
    isMappingBroken = mapping == nil
    note(path, bytes, rowCount: nil)
  }

  /// Notes a file that was read.
  mutating func note(
    _ name: String, _ bytes: [UInt8], rowCount: Int?, fieldNumbers: [String: Int] = [:]
  ) {
    inputFiles.append(
      Case.InputFile(
        name: name, sha256: sha256(bytes), rowCount: rowCount, fieldNumbers: fieldNumbers))
  }

  /// Reads a table and finds its columns.
  ///
  /// - Parameters:
  ///   - table: Which table it is.
  ///   - path: Where the file is.
  ///   - name: What it is called in messages.
  /// - Returns: `nil` when it has errors that leave nothing to read; they are collected.
  /// - Throws: ``IntakeError`` when the file is missing or cannot be read.
  mutating func load(
    _ table: TableName, at path: String, named name: String
  ) throws(IntakeError) -> BoundTable? {
    let bytes = try inputBytes(at: path)
    let text = encoding.utf8(from: bytes, file: name, diagnostics: &diagnostics)
    let read = text.flatMap { CSVReader.read($0, file: name, diagnostics: &diagnostics) }
    let bound = read.flatMap { bind($0, TableSchema.of(table)) }
    note(
      name, bytes, rowCount: read?.rowCount ?? 0, fieldNumbers: bound?.fieldNumbers ?? [:])
    return bound
  }

  private mutating func bind(_ table: CSVTable, _ schema: TableSchema) -> BoundTable? {
    // Without the mapping that was asked for, every heading would be called wrong.
    guard !isMappingBroken else { return nil }
    guard let mapping else { return BoundTable(table, schema, diagnostics: &diagnostics) }
    return mapping.bind(table, schema, diagnostics: &diagnostics)
  }
}
