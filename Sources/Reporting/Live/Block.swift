/// The cells of one column between two rows that a formula works out: the rows of one item.
///
/// `INDEX(…):INDEX(…)` is a reference in every spreadsheet, and unlike `OFFSET` it is worked out anew
/// only when its cells change.
struct Block {
  /// The table.
  let table: String
  /// The number of the first row as a formula, counted from 1.
  let first: String
  /// The number of the last row as a formula.
  let last: String

  /// The block's cells of one column.
  func cells(_ column: String) -> String {
    let range = Formula.reference(CellRange(table, column))
    return "INDEX(\(range),\(first)):INDEX(\(range),\(last))"
  }
}

extension CellRange {
  /// The cell of a column that lies as far down as the formula's own row.
  static func beside(_ table: String, _ column: String) -> String {
    Formula.reference(CellRange(table, column, rows: .same))
  }

  /// A whole column.
  static func column(_ table: String, _ column: String) -> String {
    Formula.reference(CellRange(table, column))
  }
}
