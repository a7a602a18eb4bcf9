import Policy
public import Pricing
import Quantities

/// `reserve_overrides.csv` as bytes, so that rows can be replaced and added without a change to others.
public struct OverrideTable {
  /// The columns that a row has, in the order of a new file.
  private static let columns: [Column] = [
    .itemID, .reservePrice, .reason, .decidedBy, .decidedOn,
  ]

  /// A row of the file: its fields with their quotation marks, and where its line ends.
  private struct Record {
    var fields: [Range<Int>]
    var end: Int
    /// Behind the line break.
    var next: Int
  }

  private let bytes: [UInt8]
  private let encoding: TextEncoding
  private let fieldNumbers: [String: Int]
  private let records: [Record]

  /// Takes a file that reads without errors, or begins a new one; `nil` when a column has no field of
  /// its own.
  ///
  /// - Parameters:
  ///   - bytes: The file; `nil` where there is none.
  ///   - fieldNumbers: The number of each column's field, counted from 1.
  ///   - encoding: The encoding of the file.
  public init?(_ bytes: [UInt8]?, fieldNumbers: [String: Int], encoding: TextEncoding) {
    let columns = OverrideTable.columns.map(\.rawValue)
    self.encoding = encoding
    guard let bytes, !bytes.isEmpty else {
      self.bytes = Array((columns.joined(separator: ",") + "\n").utf8)
      self.fieldNumbers = Dictionary(
        uniqueKeysWithValues: columns.enumerated().map { ($1, $0 + 1) })
      records = OverrideTable.records(of: self.bytes)
      return
    }
    self.bytes = bytes
    self.fieldNumbers = fieldNumbers
    records = OverrideTable.records(of: bytes)
    guard columns.allSatisfy({ fieldNumbers[$0] != nil }), !records.isEmpty else { return nil }
  }

  /// Whether a mapping says where the overrides of a case are read from.
  ///
  /// - Parameter mapping: The bytes of a mapping file without errors.
  /// - Returns: Whether it has a section for them.
  public static func isMapped(by mapping: [UInt8]) -> Bool {
    var diagnostics = Diagnostics()
    let read = MappingFile.mapping(from: mapping, file: "", diagnostics: &diagnostics)
    return read?.sections[.reserveOverrides] != nil
  }

  /// The file with some overrides in place.
  ///
  /// Other rows are kept byte for byte; the row of an item is replaced where it stands, its further
  /// columns kept; new rows come at the end.
  ///
  /// - Parameter overrides: At most one an item.
  /// - Returns: The bytes.
  /// - Throws: `IntakeError` when a text cannot be written in the file's encoding.
  public func replacing(_ overrides: [ReserveOverride]) throws(IntakeError) -> [UInt8] {
    var result = bytes
    var added: [UInt8] = []
    var edits: [(range: Range<Int>, bytes: [UInt8])] = []
    for override in overrides {
      let values = try encodedValues(of: override)
      if let record = record(of: override) {
        edits.append((record.fields[0].lowerBound..<record.end, row(values, over: record)))
      } else {
        added += row(values, over: nil) + lineEnd
      }
    }
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      result.replaceSubrange(edit.range, with: edit.bytes)
    }
    guard !added.isEmpty else { return result }
    let endsWithBreak = result.last == 0x0A || result.last == 0x0D
    if endsWithBreak { return result + added }
    return result + lineEnd + added.dropLast(lineEnd.count)
  }

  // MARK: Rows

  private var lineEnd: [UInt8] {
    guard let first = records.first, first.next > first.end else { return [0x0A] }
    return Array(bytes[first.end..<first.next])
  }

  private func record(of override: ReserveOverride) -> Record? {
    let field = (fieldNumbers[Column.itemID.rawValue] ?? 1) - 1
    return records.dropFirst().first { record in
      record.fields.indices.contains(field)
        && text(of: record.fields[field]) == override.itemID.text
    }
  }

  /// A row of all the file's fields, those that an override has not taken from the row before.
  private func row(_ values: [Int: [UInt8]], over record: Record?) -> [UInt8] {
    let count = max(records.first?.fields.count ?? 0, record?.fields.count ?? 0)
    let fields = (0..<count).map { index -> [UInt8] in
      if let value = values[index] { return value }
      guard let record, record.fields.indices.contains(index) else { return [] }
      return Array(bytes[record.fields[index]])
    }
    return Array(fields.joined(separator: [UInt8(ascii: ",")]))
  }

  /// The fields of an override by their index, as the file writes them.
  private func encodedValues(
    of override: ReserveOverride
  ) throws(IntakeError) -> [Int: [UInt8]] {
    let texts = [
      override.itemID.text, override.reservePrice.decimalText, override.reason,
      override.decidedBy, override.decidedOn.isoText,
    ]
    var values: [Int: [UInt8]] = [:]
    for (column, text) in zip(OverrideTable.columns, texts) {
      guard let bytes = encoding.bytes(of: OverrideTable.quoted(text)) else {
        var diagnostics = Diagnostics()
        diagnostics.report(
          Diagnostic(
            file: TableName.reserveOverrides.fileName, line: 0, column: 0,
            problem: "\(column.rawValue) \(text.quoted) cannot be written in Big5",
            expectation: "characters of code page 950"))
        throw .invalid(diagnostics)
      }
      if let number = fieldNumbers[column.rawValue] { values[number - 1] = bytes }
    }
    return values
  }

  /// A field as RFC 4180 writes it.
  private static func quoted(_ text: String) -> String {
    let needsMarks =
      text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) } || text.utf8.first == 0x20
      || text.utf8.last == 0x20
    return needsMarks ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  private func text(of field: Range<Int>) -> String {
    var raw = Array(bytes[CSVTable.trimmed(field, in: bytes)])
    if raw.count >= 2, raw.first == 0x22, raw.last == 0x22 {
      raw = Array(raw.dropFirst().dropLast())
    }
    var diagnostics = Diagnostics()
    let decoded = encoding.utf8(from: raw, file: "", diagnostics: &diagnostics) ?? []
    let text = String(decoding: decoded, as: UTF8.self).replacing("\"\"", with: "\"")
    let bytes = Array(text.utf8)
    return String(decoding: bytes[CSVTable.trimmed(0..<bytes.count, in: bytes)], as: UTF8.self)
  }

  /// The rows, the headings first; blank lines are none.
  ///
  /// No second byte of a character of Big5 is a quotation mark, a comma or a line end.
  private static func records(of bytes: [UInt8]) -> [Record] {
    var records: [Record] = []
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < bytes.count {
      var record = Record(fields: [], end: index, next: index)
      var start = index
      var isQuoted = false
      while index < bytes.count {
        let byte = bytes[index]
        if byte == 0x22, isQuoted || index == start { isQuoted.toggle() }
        if !isQuoted, byte == 0x0A || byte == 0x0D { break }
        if !isQuoted, byte == 0x2C {
          record.fields.append(start..<index)
          start = index + 1
        }
        index += 1
      }
      record.fields.append(start..<index)
      record.end = index
      if index < bytes.count {
        let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
        index += isPair ? 2 : 1
      }
      record.next = index
      if record.fields.count > 1 || !record.fields[0].isEmpty { records.append(record) }
    }
    return records
  }
}
