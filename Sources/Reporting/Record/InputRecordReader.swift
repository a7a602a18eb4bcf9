/// Why a sheet holds no record that can be used.
public struct InputRecordError: Error, Hashable, Sendable {
  /// What is wrong.
  public let problem: String
  /// What was expected.
  public let expectation: String

  /// Creates the error.
  public init(_ problem: String, expected: String) {
    self.problem = problem
    self.expectation = expected
  }
}

extension InputRecord {
  /// Whether rows are those of a sheet with a record.
  ///
  /// - Parameter rows: The texts of a sheet's rows, each from its first cell on.
  /// - Returns: Whether they begin as a record does.
  public static func isRecord(_ rows: [[String]]) -> Bool {
    guard let start = rows.firstIndex(of: InputRecordSheet.settingColumns) else { return false }
    return start + 1 < rows.count && rows[start + 1].first == InputRecordSheet.formatName
  }

  /// Reads a record from the rows of its sheet.
  ///
  /// Its checksums are not looked at. A record is read as what anybody may have written: everything in
  /// it is bounded, and nothing is written anywhere.
  ///
  /// - Parameter rows: The texts of the sheet's rows, each from its first cell to the last that holds
  ///   something; blank rows are empty.
  /// - Throws: ``InputRecordError`` when it is broken, or of another form.
  /// - Complexity: O(length of the texts).
  public init(rows: [[String]]) throws(InputRecordError) {
    var reader = InputRecordReader(rows: rows)
    let (program, settings) = try reader.settings()
    let entries = try reader.entries()
    let texts = try reader.texts(of: entries)
    var files: [File] = []
    for (entry, lines) in zip(entries, texts) {
      let text = RecordedText(
        encoding: entry.encoding, lineEnd: entry.lineEnd, endsWithBreak: entry.endsWithBreak,
        lines: lines)
      let bytes = text.bytes()
      guard bytes != nil || entry.encoding == .absent else {
        throw .broken("the lines of \(entry.name) are no base64")
      }
      files.append(
        File(
          name: entry.name, isOfCase: entry.isOfCase, byteCount: entry.byteCount,
          sha256: entry.sha256, bytes: bytes))
    }
    self.init(asRead: program, settings: settings, files: files)
  }
}

extension InputRecordError {
  static func broken(_ problem: String) -> InputRecordError {
    InputRecordError(problem, expected: "a record as awardsim writes it")
  }
}

/// Reads the three tables of a record one behind the other.
private struct InputRecordReader {
  /// A file as the second table lists it.
  struct Entry {
    let name: String
    let isOfCase: Bool
    let encoding: RecordedText.Encoding
    let lineEnd: RecordedText.LineEnd
    let endsWithBreak: Bool
    let lineCount: Int
    let byteCount: Int
    let sha256: String
  }

  private static let nameLimit = 4_096
  private static let settingLimit = 10_000
  /// The bytes of the texts: base64 takes a third more than what it stands for.
  private static let textLimit = InputRecord.byteLimit * 3 / 2

  private var rows: ArraySlice<[String]>

  init(rows: [[String]]) {
    self.rows = rows[...]
  }

  /// The rows below the next row of some headings, up to a blank one.
  private mutating func table(_ headings: [String]) throws(InputRecordError) -> ArraySlice<[String]>
  {
    guard let start = rows.firstIndex(of: headings) else {
      throw .broken("the record has no table with the headings \(headings.joined(separator: ", "))")
    }
    let body = rows[(start + 1)...].prefix { !$0.isEmpty }
    rows = rows[body.endIndex...]
    return body
  }

  mutating func settings() throws(InputRecordError) -> (String, [InputRecord.Setting]) {
    let body = try table(InputRecordSheet.settingColumns)
    guard body.count <= InputRecordReader.settingLimit else {
      throw .broken("the record has more than \(InputRecordReader.settingLimit) settings")
    }
    let pairs = body.map { InputRecord.Setting($0[0], $0.count > 1 ? $0[1] : "") }
    guard let format = pairs.first, format.name == InputRecordSheet.formatName,
      format.value == InputRecord.format
    else {
      throw InputRecordError(
        "the record has the form “\((pairs.first?.value ?? "").prefix(60))”",
        expected: InputRecord.format)
    }
    guard let program = pairs.dropFirst().first, program.name == InputRecordSheet.programName
    else { throw .broken("the record does not say what program wrote it") }
    return (program.value, Array(pairs.dropFirst(2)))
  }

  mutating func entries() throws(InputRecordError) -> [Entry] {
    let body = try table(InputRecordSheet.fileColumns)
    guard body.count <= InputRecord.fileLimit else {
      throw .broken("the record lists more than \(InputRecord.fileLimit) files")
    }
    var names: Set<[String]> = []
    var entries: [Entry] = []
    for row in body {
      let entry = try entry(row, number: entries.count + 1)
      guard names.insert([entry.isOfCase ? "" : "command", entry.name]).inserted else {
        throw .broken("the record lists \(entry.name) twice")
      }
      entries.append(entry)
    }
    guard !entries.isEmpty else { throw .broken("the record lists no files") }
    return entries
  }

  private func entry(_ row: [String], number: Int) throws(InputRecordError) -> Entry {
    let isName: (String) -> Bool = { name in
      !name.isEmpty && name.utf8.count <= InputRecordReader.nameLimit
        && !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
    guard row.count == InputRecordSheet.fileColumns.count, row[0] == String(number),
      isName(row[1]), [InputRecordSheet.casePlace, InputRecordSheet.otherPlace].contains(row[2]),
      let encoding = RecordedText.Encoding(rawValue: row[3]),
      let lineEnd = row[4].isEmpty ? .lf : RecordedText.LineEnd(rawValue: row[4]),
      ["", "yes", "no"].contains(row[5]), let lineCount = Int(row[6]), let byteCount = Int(row[7]),
      (0...InputRecord.lineLimit).contains(lineCount), byteCount >= 0
    else { throw .broken("the row of file \(number) cannot be read") }
    guard encoding == .absent || byteCount <= InputRecord.byteLimit else {
      throw .broken("\(row[1]) is longer than a record carries")
    }
    return Entry(
      name: row[1], isOfCase: row[2] == InputRecordSheet.casePlace, encoding: encoding,
      lineEnd: lineEnd, endsWithBreak: row[5] == "yes", lineCount: lineCount, byteCount: byteCount,
      sha256: row[8])
  }

  mutating func texts(of entries: [Entry]) throws(InputRecordError) -> [[String]] {
    // A record without any line has one row that says so.
    let hasLines = entries.contains { $0.lineCount > 0 }
    let body = try hasLines ? table(InputRecordSheet.lineColumns) : []
    guard body.count <= InputRecord.lineLimit + InputRecord.fileLimit else {
      throw .broken("the record has more than \(InputRecord.lineLimit) lines")
    }
    var texts = [[String]](repeating: [], count: entries.count)
    var byteCount = 0
    var last = (file: 1, line: 0)
    for row in body {
      guard row.count >= 2, let file = Int(row[0]), let line = Int(row[1]), file >= 1,
        file <= entries.count, row.count <= 3
      else { throw .broken("a row of the record's lines cannot be read") }
      let text = row.count > 2 ? row[2] : ""
      byteCount += text.utf8.count
      guard byteCount <= InputRecordReader.textLimit else {
        throw .broken("the record is longer than \(InputRecord.byteLimit) bytes")
      }
      if file == last.file, line == last.line, line > 0 {
        texts[file - 1][line - 1] += text
      } else if file == last.file ? line == last.line + 1 : file > last.file && line == 1 {
        texts[file - 1].append(text)
      } else {
        throw .broken("line \(line) of \(entries[file - 1].name) is out of its place")
      }
      last = (file, line)
    }
    for (entry, lines) in zip(entries, texts) where entry.lineCount != lines.count {
      throw .broken("\(entry.name) has \(lines.count) of its \(entry.lineCount) lines")
    }
    return texts
  }
}
