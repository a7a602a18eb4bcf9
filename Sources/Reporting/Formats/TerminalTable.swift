public import Policy

/// A table in aligned columns, for reading on a terminal.
public enum TerminalTable {
  /// Headings, a rule, the rows, and the totals below another rule.
  ///
  /// Columns stand two spaces apart; CJK characters count as two. Numbers are at the right.
  ///
  /// - Complexity: O(cells).
  public static func text(of table: ReportTable, language: Language) -> String {
    let precisions = table.columns.indices.map { ColumnPrecision(table: table, columnIndex: $0) }
    let rows = table.rows.map { texts(of: $0, precisions, language) }
    let totals = table.totals.map { texts(of: $0, precisions, language) }
    let headings = table.columns.map { onOneLine($0.heading[language]) }
    let widths = headings.indices.map { index in
      (rows + totals).reduce(DisplayWidth.of(headings[index])) { width, row in
        max(width, DisplayWidth.of(row[index].text))
      }
    }

    var result = ""
    if let title = table.title { result += onOneLine(title[language]) + "\n\n" }
    result += line(
      zip(headings, table.columns).map { (text: $0, isAtRight: $1.kind.isNumeric) }, widths)
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ") + "\n"
    result += rule
    if rows.isEmpty { result += onOneLine(table.emptyNotice[language]) + "\n" }
    for row in rows { result += line(row, widths) }
    if !totals.isEmpty { result += rule }
    for row in totals { result += line(row, widths) }
    return result
  }

  private typealias Field = (text: String, isAtRight: Bool)

  private static func texts(
    of row: ReportTable.Row, _ precisions: [ColumnPrecision], _ language: Language
  ) -> [Field] {
    precisions.enumerated().map { index, precision in
      guard row.cells.indices.contains(index) else { return ("", false) }
      let cell = row.cells[index]
      let value = cell.value
      let precision = precision.showing(fractionDigitCount: cell.fractionDigitCount)
      return (onOneLine(value.displayText(language, precision: precision)), value.isNumeric)
    }
  }

  private static func line(_ fields: [Field], _ widths: [Int]) -> String {
    let padded = zip(fields, widths).map { field, width in
      let space = String(repeating: " ", count: max(0, width - DisplayWidth.of(field.text)))
      return field.isAtRight ? space + field.text : field.text + space
    }
    var line = padded.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }

  /// Controls would break the columns, or command the terminal.
  private static func onOneLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar {
          case "\n", "\r", "\t": " "
          default: isControl(scalar) ? "\u{FFFD}" : scalar
          }
        }))
  }

  /// The C0 and C1 controls and delete.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }
}
