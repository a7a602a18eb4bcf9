public import Policy

/// The forms in which commands print a table; the raw values are what `--format` takes.
public enum TableFormat: String, CaseIterable, Sendable {
  /// Aligned columns for reading on a terminal.
  case table
  /// Comma-separated values, RFC 4180.
  case csv
  /// An array of objects, RFC 8259.
  case json

  /// The table as text, with a line break at its end.
  ///
  /// - Complexity: O(cells).
  public func text(of table: ReportTable, language: Language) -> String {
    switch self {
    case .table: TerminalTable.text(of: table, language: language)
    case .csv: CommaSeparated.text(of: table, language: language)
    case .json: JSONValue(rowsOf: table, language: language).text + "\n"
    }
  }
}
