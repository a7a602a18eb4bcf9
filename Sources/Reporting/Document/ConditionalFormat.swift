/// A mark that a spreadsheet puts on cells by their values, and moves when they change.
public enum ConditionalFormat: Hashable, Sendable {
  /// Bars in the cells of a column, as long as the numbers are large.
  case dataBar(column: String)
  /// A style for the cells of some columns where a formula holds.
  ///
  /// The formula is written for one row, as in a cell: `={price}>{reserve_price}`. No columns means
  /// the whole row.
  case when(Formula, style: ReportTable.RowStyle, columns: [String] = [])
}
