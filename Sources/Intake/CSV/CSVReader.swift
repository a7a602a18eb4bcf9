/// Reads a table from the bytes of a CSV file (RFC 4180).
///
/// Written here rather than taken from a library: a refusal has to name the physical line and the
/// field, an unclosed quotation mark the place where it opens, and the hot loop of large tables must
/// work on bytes without making a string of every field. No listed package does these three.
///
/// Taken beyond the RFC: LF and CR alone as line breaks, a byte order mark, blank lines (skipped).
/// Tabs are text; every other control character is an error, and so is invalid UTF-8.
public enum CSVReader {
  /// Reads a table whose first row holds the headings.
  ///
  /// A row with an error is left out and reported; reading goes on behind it.
  ///
  /// - Parameters:
  ///   - bytes: The file, in UTF-8.
  ///   - file: Its name, for positions.
  ///   - diagnostics: Takes the errors.
  /// - Returns: `nil` when there are no usable headings; that is reported.
  /// - Complexity: O(bytes).
  public static func read(
    _ bytes: [UInt8], file: String, diagnostics: inout Diagnostics
  ) -> CSVTable? {
    read(bytes, file: file, lineMarks: [], diagnostics: &diagnostics)
  }

  /// Reads an excerpt of a table: its headings, and some of its rows with their lines.
  ///
  /// - Parameters:
  ///   - bytes: The headings and the rows, in UTF-8.
  ///   - file: The table's name, for positions.
  ///   - lineMarks: The lines of rows that do not follow the row before, in ascending order.
  ///   - diagnostics: Takes the errors.
  /// - Returns: `nil` when there are no usable headings; that is reported.
  static func read(
    _ bytes: [UInt8], file: String, lineMarks: [CSVLineMark], diagnostics: inout Diagnostics
  ) -> CSVTable? {
    guard let start = textStart(bytes, file, &diagnostics) else { return nil }
    var scanner = CSVScanner(bytes, from: start, file: file, lineMarks: lineMarks)
    guard let headingLine = scanner.scanRow(&diagnostics) else {
      diagnostics.report(
        Diagnostic(
          file: file, line: 1, column: 1, problem: "the file is empty",
          expectation: "a first row of headings"))
      return nil
    }
    guard !scanner.isRowFaulty,
      let headings = headings(of: scanner, line: headingLine, &diagnostics)
    else { return nil }
    scanner.keepHeadings(count: headings.count, line: headingLine)
    while let line = scanner.scanRow(&diagnostics) {
      scanner.keepRow(line: line, &diagnostics)
    }
    return CSVTable(
      file: file, headings: headings, headingLine: headingLine, isComplete: scanner.isComplete,
      bytes: scanner.bytes, starts: scanner.starts, ends: scanner.ends,
      rowLines: scanner.rowLines, spreadRowLines: scanner.spreadRowLines)
  }

  /// Where the text starts: behind the byte order mark of UTF-8.
  static func textStart(
    _ bytes: [UInt8], _ file: String, _ diagnostics: inout Diagnostics
  ) -> Int? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return 3 }
    guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else { return 0 }
    diagnostics.report(
      Diagnostic(
        file: file, line: 1, column: 1, problem: "the file is in UTF-16",
        expectation: "UTF-8, or Big5 with --encoding big5"))
    return nil
  }

  private static func headings(
    of scanner: CSVScanner, line: Int, _ diagnostics: inout Diagnostics
  ) -> [String]? {
    let headings = scanner.rowTexts
    guard headings.contains(where: { !$0.isEmpty }) else {
      diagnostics.report(
        Diagnostic(
          file: scanner.file, line: line, column: 1, problem: "the file has no headings",
          expectation: "a first row of headings"))
      return nil
    }
    let repeated = repeatedHeadings(among: headings)
    for (index, first) in repeated {
      diagnostics.report(
        Diagnostic(
          file: scanner.file, line: line, column: index + 1,
          problem: "the heading \(headings[index].quoted) stands in field \(first + 1) already",
          expectation: "every heading once"))
    }
    return repeated.isEmpty ? headings : nil
  }

  /// The headings that stand for the second time, each with where it stood first; case does not count.
  static func repeatedHeadings(among headings: [String]) -> [(index: Int, first: Int)] {
    var firstIndices: [String: Int] = [:]
    var repeated: [(index: Int, first: Int)] = []
    for (index, heading) in headings.enumerated() where !heading.isEmpty {
      if let first = firstIndices[heading.lowercased()] {
        repeated.append((index, first))
      } else {
        firstIndices[heading.lowercased()] = index
      }
    }
    return repeated
  }
}
