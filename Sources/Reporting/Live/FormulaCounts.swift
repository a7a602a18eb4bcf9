import Policy
import Quantities

/// How many formulas the sheets hold, beside how many were written: a formula that someone typed over is
/// counted as missing.
enum FormulaCounts {
  static let tableKey = "formula_counts"

  /// The sum of a column over all tables: the formulas `written` or `found`.
  static func sum(of column: String) -> Formula {
    Formula("=SUM(\(CellRange.column(tableKey, column)))")
  }

  /// The number of formulas that a table of counts comes to.
  static func total(of counts: ReportTable) -> Int {
    counts.rows.reduce(0) { sum, row in
      guard row.cells.count > 1, case .integer(let count) = row.cells[1].value else { return sum }
      return sum + Int(clamping: count)
    }
  }

  /// The count of each table that has formulas.
  ///
  /// - Complexity: O(cells).
  static func table(of sheets: [ReportSheet]) -> ReportTable {
    var counts = ReportTable(
      tableKey, title: Phrase("Formulas by table", "各表公式數"),
      columns: [
        .text("table", Phrase("table", "表"), width: .characters(60)),
        .integer("written", Phrase("written", "產製時")),
        .integer("found", Phrase("found", "現有")),
      ])
    for sheet in sheets {
      for table in sheet.tables {
        let count = formulaCount(of: table)
        guard count > 0, let first = table.columns.first, let last = table.columns.last else {
          continue
        }
        let end = CellRange.column(table.key, last.key)
        let cells =
          "INDEX(\(CellRange.column(table.key, first.key)),1):INDEX(\(end),ROWS(\(end)))"
        counts.append([
          .phrase(name(of: table, sheet)), .count(count),
          Cell.count(count).computed(by: Formula("=SUMPRODUCT(ISFORMULA(\(cells))*1)")),
        ])
      }
    }
    return counts
  }

  /// Formulas in the rows of a table, without its totals.
  private static func formulaCount(of table: ReportTable) -> Int {
    table.rows.reduce(0) { sum, row in sum + row.cells.count { $0.formula != nil } }
  }

  private static func name(of table: ReportTable, _ sheet: ReportSheet) -> Phrase {
    guard let title = table.title else { return sheet.name }
    return Phrase(
      "\(sheet.name.english): \(title.english)",
      "\(sheet.name.traditionalChinese)：\(title.traditionalChinese)")
  }
}

extension ReportSheet {
  /// The sheet's tables, from top to bottom.
  var tables: [ReportTable] {
    blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
  }
}
