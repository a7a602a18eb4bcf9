extension Mapping {
  /// Finds a table's columns as the mapping says; by its own headings where it says nothing.
  ///
  /// - Returns: `nil` when there is an error; it is reported.
  func bind(
    _ table: CSVTable, _ schema: TableSchema, diagnostics: inout Diagnostics
  ) -> BoundTable? {
    guard let section = sections[schema.table] else {
      return BoundTable(table, schema, diagnostics: &diagnostics)
    }
    let fields = Dictionary(
      table.headings.enumerated().map { ($1.lowercased(), $0) }, uniquingKeysWith: min)
    var finder = HeadingFinder(mapping: file, table: table, fields: fields)
    var sources: [Column: ColumnSource] = [:]
    for column in schema.columns {
      guard let rule = section.columns[column] else { continue }
      sources[column] = .recipe(recipe(rule, &finder))
    }
    let conditions = section.conditions.map { condition in
      (condition, finder.field(condition.heading, condition.place))
    }
    guard finder.missing.isEmpty else {
      for error in finder.missing { diagnostics.report(error) }
      return nil
    }
    var bound = BoundTable(table, schema, sources: sources)
    bound.countsRepeatedRowsOnce = section.countsRepeatedRowsOnce
    if !conditions.isEmpty {
      bound.rows = rows(of: table, meeting: conditions, schema, diagnostics: &diagnostics)
    }
    return bound
  }

  private func recipe(_ rule: MappingRule, _ finder: inout HeadingFinder) -> ColumnRecipe {
    var takesFromTable = false
    let parts: [ColumnRecipe.Part] = rule.parts.map { part in
      switch part {
      case .constant(let text): return .constant(text)
      case .rowNumber:
        takesFromTable = true
        return .rowNumber
      case .heading(let name, let place):
        takesFromTable = true
        return .field(finder.field(name, place))
      }
    }
    let place = MappingPlace(file: file, line: rule.place.line, column: rule.place.column)
    return ColumnRecipe(
      parts: parts, changes: rule.changes, constantPlace: takesFromTable ? nil : place)
  }

  private func rows(
    of table: CSVTable, meeting conditions: [(condition: MappingCondition, field: Int)],
    _ schema: TableSchema, diagnostics: inout Diagnostics
  ) -> [Int] {
    var firstLeftOut: (row: Int, field: Int)?
    let rows = (0..<table.rowCount).filter { row in
      let failed = conditions.first {
        !$0.condition.holds(for: table.text(row: row, field: $0.field))
      }
      if let failed, firstLeftOut == nil { firstLeftOut = (row, failed.field) }
      return failed == nil
    }
    if let (row, field) = firstLeftOut {
      let count = table.rowCount - rows.count
      diagnostics.warn(
        table.diagnostic(
          line: table.line(ofRow: row, field: field), field: field,
          problem: "\(count) of \(table.rowCount) rows are left out of the table"
            + " \(schema.table.rawValue) by the conditions of \(file), the first one here",
          expectation: "rows that meet every condition"))
    }
    return rows
  }
}

/// Finds headings in a table and notes those that are not there.
private struct HeadingFinder {
  let mapping: String
  let table: CSVTable
  let fields: [String: Int]
  private(set) var missing: [Diagnostic] = []

  init(mapping: String, table: CSVTable, fields: [String: Int]) {
    self.mapping = mapping
    self.table = table
    self.fields = fields
  }

  mutating func field(_ heading: String, _ place: YAMLPlace) -> Int {
    if let field = fields[heading.lowercased()] { return field }
    let nearest = nearestName(to: heading, among: table.headings) ?? ""
    missing.append(
      Diagnostic(
        file: mapping, line: place.line, column: place.column,
        problem: "\(table.file) has no heading \(heading.quoted)",
        expectation: "one of its headings; the nearest is \(nearest.quoted)"))
    return 0
  }
}
