/// Finds the columns of a table among its headings.
///
/// Headings are compared without surrounding spaces and, where English, without regard to case.
enum HeadingMatch {
  /// The field of each column that is there.
  ///
  /// A missing required column and a second heading for one column are errors; headings that belong
  /// to no column are one warning.
  ///
  /// - Returns: `nil` when there is an error.
  static func fields(
    of table: CSVTable, _ schema: TableSchema, diagnostics: inout Diagnostics
  ) -> [Column: Int]? {
    let names = columnNames(schema)
    var fields: [Column: Int] = [:]
    var extra: [Int] = []
    var isSound = true
    for (index, heading) in table.headings.enumerated() {
      guard let column = names[heading.lowercased()] else {
        extra.append(index)
        continue
      }
      if let first = fields[column] {
        isSound = false
        diagnostics.report(
          table.headingError(
            index,
            "the heading \(heading.quoted) is a second one for \(column.rawValue), after"
              + " \(table.headings[first].quoted)", "one heading for each column"))
        continue
      }
      fields[column] = index
    }
    guard !fields.isEmpty else {
      diagnostics.report(
        table.headingError(
          0, "the first row has no heading of the table \(schema.table.rawValue)",
          "headings: " + schema.required.map(\.rawValue).listed))
      return nil
    }
    let missing = schema.required.filter { fields[$0] == nil }
    for column in missing {
      reportMissing(column, table, spare: extra, &diagnostics)
    }
    warn(of: extra, in: table, schema, &diagnostics)
    return isSound && missing.isEmpty ? fields : nil
  }

  private static func columnNames(_ schema: TableSchema) -> [String: Column] {
    var names: [String: Column] = [:]
    for column in schema.columns {
      for heading in column.headings { names[heading.lowercased()] = column }
    }
    return names
  }

  /// Names the nearest heading; one that belongs to no column is the likelier slip.
  private static func reportMissing(
    _ column: Column, _ table: CSVTable, spare: [Int], _ diagnostics: inout Diagnostics
  ) {
    let named = spare.filter { !table.headings[$0].isEmpty }
    let candidates = (named.isEmpty ? Array(table.headings.indices) : named)
      .map { table.headings[$0] }
    let nearest = nearestName(to: column.rawValue, among: candidates) ?? ""
    let chinese = column.chineseHeadings.first.map { " or \($0)" } ?? ""
    diagnostics.report(
      table.headingError(
        table.headings.firstIndex(of: nearest) ?? 0,
        "the column \(column.rawValue) is missing; the nearest heading is \(nearest.quoted)",
        "the heading \(column.rawValue)\(chinese)"))
  }

  private static func warn(
    of extra: [Int], in table: CSVTable, _ schema: TableSchema, _ diagnostics: inout Diagnostics
  ) {
    guard let first = extra.first else { return }
    let names = extra.map { index in
      table.headings[index].isEmpty
        ? "field \(index + 1) without a heading" : table.headings[index].quoted
    }
    diagnostics.warn(
      table.headingError(
        first,
        "not read, as the table \(schema.table.rawValue) has no such column: \(names.listed)",
        "columns: " + schema.columns.map(\.rawValue).listed))
  }
}

extension CSVTable {
  /// A diagnostic at a heading.
  func headingError(_ field: Int, _ problem: String, _ expectation: String) -> Diagnostic {
    diagnostic(line: headingLine, field: field, problem: problem, expectation: expectation)
  }
}
