import Policy
import Quantities

/// A table as it was read, from a CSV file or a sheet of a workbook: headings and rows of text fields,
/// each with its physical line or its row.
///
/// Fields are ranges of the file's own bytes; text is made only where it is asked for.
public struct CSVTable: Sendable {
  /// The file as the user named it; of a workbook with its sheet.
  public let file: String
  /// The headings, without surrounding spaces; as many as each row has fields.
  public let headings: [String]
  /// The physical line of the headings.
  public let headingLine: Int
  /// Whether every row of the file is here: none had to be left out for an error.
  public let isComplete: Bool

  let bytes: [UInt8]
  let starts: [UInt32]
  let ends: [UInt32]
  let rowLines: [UInt32]
  let spreadRowLines: [Int: [UInt32]]
  /// How places in the table are written.
  var numbering = SourcePosition.Numbering.lines
  /// The column of each field on the sheet, counted from 1; empty where fields are numbered through.
  var columnNumbers: [Int] = []
  /// Why fields have no value, by row times the number of headings plus field.
  var problems: [Int: QuantityFormatError] = [:]
  /// Whether it is a sheet of a template that nobody filled in.
  var hasOnlyExamples = false

  /// The number of rows below the headings.
  public var rowCount: Int { rowLines.count }

  /// The physical line that a row starts on.
  public func line(ofRow row: Int) -> Int { Int(rowLines[row]) }

  /// The physical line that a field starts on; in a row with embedded line breaks not the row's.
  public func line(ofRow row: Int, field: Int) -> Int {
    guard let lines = spreadRowLines[row] else { return Int(rowLines[row]) }
    return Int(lines[field])
  }

  /// The number of a field, or of its column on a sheet, counted from 1.
  func columnNumber(ofField field: Int) -> Int {
    columnNumbers.isEmpty ? field + 1 : columnNumbers[field]
  }

  /// Why a field has no value, such as an error of a spreadsheet.
  func problem(row: Int, field: Int) -> QuantityFormatError? {
    problems.isEmpty ? nil : problems[row * headings.count + field]
  }

  /// Something to say about a field, its row given by its line.
  func diagnostic(
    line: Int, field: Int, problem: String, expectation: String
  ) -> Diagnostic {
    Diagnostic(
      file: file, line: line, column: columnNumber(ofField: field), numbering: numbering,
      problem: problem, expectation: expectation)
  }

  /// A field's text as it stands, spaces and all.
  func untrimmedText(row: Int, field: Int) -> String {
    let index = row * headings.count + field
    return String(decoding: bytes[Int(starts[index])..<Int(ends[index])], as: UTF8.self)
  }

  /// A field's text without the spaces around it.
  ///
  /// - Complexity: O(length); no allocation up to 15 bytes.
  public func text(row: Int, field: Int) -> String {
    let index = row * headings.count + field
    let range = CSVTable.trimmed(Int(starts[index])..<Int(ends[index]), in: bytes)
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// Leaves out spaces, tabs, line breaks and ideographic spaces (U+3000) at both ends.
  static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    trimmed(range, in: bytes.span)
  }

  /// The same in bytes that somebody else keeps.
  static func trimmed(_ range: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper {
      if isSpace(bytes[lower]) {
        lower += 1
      } else if upper - lower >= 3, isWideSpace(bytes, lower) {
        lower += 3
      } else {
        break
      }
    }
    while lower < upper {
      if isSpace(bytes[upper - 1]) {
        upper -= 1
      } else if upper - lower >= 3, isWideSpace(bytes, upper - 3) {
        upper -= 3
      } else {
        break
      }
    }
    return lower..<upper
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func isWideSpace(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    bytes[index] == 0xE3 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80
  }
}
