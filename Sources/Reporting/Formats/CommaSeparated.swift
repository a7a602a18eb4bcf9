public import Policy

/// Comma-separated values after RFC 4180, with the columns' machine names as headings.
///
/// Lines end with a line feed alone, as other programs on a terminal expect. A value is quoted only
/// where it must be, and is never altered: one that begins with `=` stays what the input said.
public enum CommaSeparated {
  /// The rows of a table, without its totals.
  ///
  /// - Complexity: O(cells).
  public static func text(of table: ReportTable, language: Language) -> String {
    var result = line(table.columns.map(\.key))
    for row in table.rows {
      result += line(
        table.columns.indices.map { index in
          row.cells.indices.contains(index) ? row.cells[index].value.plainText(language) : ""
        })
    }
    return result
  }

  /// One line of fields.
  public static func line(_ fields: [String]) -> String {
    // A line of one empty field would read as no line at all.
    if fields == [""] { return "\"\"\n" }
    return fields.map(field).joined(separator: ",") + "\n"
  }

  /// A field, in quotation marks where it must be.
  static func field(_ field: String) -> String {
    let mustQuote = field.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    // Spaces at the ends are part of the value (RFC 4180, 2.4), but many readers trim them.
    guard mustQuote || field.hasPrefix(" ") || field.hasSuffix(" ") else { return field }
    var quoted = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
