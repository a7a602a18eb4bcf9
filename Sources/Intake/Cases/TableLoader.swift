import Pipeline
import WorkbookReading

/// Reads table files one after the other, collecting what is wrong with them and what was read.
struct TableLoader {
  let encoding: TextEncoding
  /// Where files are read from.
  let files: InputFiles
  private(set) var mapping: Mapping?
  var diagnostics = Diagnostics()
  /// Every file read, in the order of reading.
  private(set) var inputFiles: [Case.InputFile] = []
  private let isMappingBroken: Bool
  /// The workbooks opened so far by their paths; `nil` for one that could not be.
  private var workbooks: [String: OpenWorkbook?] = [:]

  /// Reads the mapping file, if there is one.
  ///
  /// - Throws: ``IntakeError`` when it is missing or cannot be read; its errors are collected.
  init(
    _ options: ReadOptions, files: InputFiles = InputFiles()
  ) throws(IntakeError) {
    encoding = options.encoding
    self.files = files
    guard let path = options.mappingPath else {
      isMappingBroken = false
      return
    }
    let bytes = try files.bytes(at: path, named: path)
    mapping = MappingFile.mapping(from: bytes, file: path, diagnostics: &diagnostics)
    isMappingBroken = mapping == nil
    note(path, bytes, rowCount: nil)
  }

  /// Notes a file that was read.
  mutating func note(
    _ name: String, _ bytes: [UInt8], rowCount: Int?, fieldNumbers: [String: Int] = [:]
  ) {
    note(name, sha256: sha256(bytes), rowCount: rowCount, fieldNumbers: fieldNumbers)
  }

  private mutating func note(
    _ name: String, sha256: String, rowCount: Int?, fieldNumbers: [String: Int]
  ) {
    inputFiles.append(
      Case.InputFile(name: name, sha256: sha256, rowCount: rowCount, fieldNumbers: fieldNumbers))
  }

  /// Reads a table and finds its columns.
  ///
  /// - Parameters:
  ///   - table: Which table it is.
  ///   - path: Where the file is: CSV, or a workbook with or without one of its sheets.
  ///   - name: What it is called in messages.
  /// - Returns: `nil` when it has errors that leave nothing to read; they are collected.
  /// - Throws: ``IntakeError`` when the file is missing or cannot be read.
  mutating func load(
    _ table: TableName, at path: String, named name: String
  ) throws(IntakeError) -> BoundTable? {
    if let location = WorkbookLocation(path) { return try loadSheet(table, location, named: name) }
    let bytes = try files.bytes(at: path, named: name)
    if isWorkbook(bytes, name) {
      note(name, bytes, rowCount: 0)
      return nil
    }
    let text = encoding.utf8(from: bytes, file: name, diagnostics: &diagnostics)
    let read = text.flatMap { CSVReader.read($0, file: name, diagnostics: &diagnostics) }
    let bound = read.flatMap { bind($0, TableSchema.of(table)) }
    note(
      name, bytes, rowCount: read?.rowCount ?? 0, fieldNumbers: bound?.fieldNumbers ?? [:])
    return bound
  }

  /// Reports a workbook that is called like a file of text.
  private mutating func isWorkbook(_ bytes: [UInt8], _ name: String) -> Bool {
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return false }
    diagnostics.report(
      Diagnostic(
        file: name, line: 0, column: 0, problem: "the file is a workbook or another archive",
        expectation: "CSV, or a name that ends in .xlsx"))
    return true
  }

  // MARK: Workbooks

  /// Opens a workbook; one that was opened before is not read again.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - name: What it is called in messages.
  /// - Returns: `nil` when it has errors; they are collected at the first opening.
  /// - Throws: ``IntakeError`` when the file is missing or cannot be read.
  mutating func workbook(at path: String, named name: String) throws(IntakeError) -> OpenWorkbook? {
    if let known = workbooks[path] { return known }
    let bytes = try files.bytes(at: path, named: name)
    do throws(WorkbookReadingError) {
      let opened = OpenWorkbook(
        name: name, reader: try WorkbookReader(bytes), sha256: sha256(bytes))
      workbooks[path] = opened
      return opened
    } catch {
      diagnostics.report(error.diagnostic(inFile: name))
      note(name, bytes, rowCount: 0)
      workbooks[path] = .some(nil)
      return nil
    }
  }

  private mutating func loadSheet(
    _ table: TableName, _ location: WorkbookLocation, named name: String
  ) throws(IntakeError) -> BoundTable? {
    let file = WorkbookLocation(name)?.file ?? name
    guard let workbook = try workbook(at: location.file, named: file) else { return nil }
    let schema = TableSchema.of(table)
    let fits: (CSVTable) -> Bool = { headings in
      var trial = self
      trial.diagnostics = Diagnostics()
      return trial.bind(headings, schema) != nil
    }
    var found = diagnostics
    let sheet = workbook.sheet(for: table, named: location.sheet, fits: fits, &found)
    diagnostics = found
    guard let sheet else {
      note(file, sha256: workbook.sha256, rowCount: 0, fieldNumbers: [:])
      return nil
    }
    let read = read(sheet, of: workbook)
    let bound = read.flatMap { bind($0, schema) }
    note(
      workbook.name(of: sheet), sha256: workbook.sha256, rowCount: read?.rowCount ?? 0,
      fieldNumbers: bound?.fieldNumbers ?? [:])
    return bound
  }

  private mutating func read(_ sheet: SheetEntry, of workbook: OpenWorkbook) -> CSVTable? {
    let file = workbook.name(of: sheet)
    let builder = SheetTableBuilder(file: file, dates: workbook.reader.dateSystem)
    do throws(WorkbookReadingError) {
      let features = try workbook.reader.read(sheet, into: builder)
      guard let table = builder.table(&diagnostics) else { return nil }
      let warnings = builder.remarks.warnings(
        file: file, of: table, features, isHidden: sheet.visibility != .visible)
      for warning in warnings { diagnostics.warn(warning) }
      return table
    } catch {
      diagnostics.report(error.diagnostic(inFile: workbook.name))
      return nil
    }
  }

  private mutating func bind(_ table: CSVTable, _ schema: TableSchema) -> BoundTable? {
    // Without the mapping that was asked for, every heading would be called wrong.
    guard !isMappingBroken else { return nil }
    guard let mapping else { return BoundTable(table, schema, diagnostics: &diagnostics) }
    return mapping.bind(table, schema, diagnostics: &diagnostics)
  }
}
