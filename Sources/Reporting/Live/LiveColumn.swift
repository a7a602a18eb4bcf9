import Policy

/// A column with the formula that every row of it has, and the value that the engine gives a row.
struct LiveColumn<Subject> {
  let column: ReportTable.Column
  /// The formula, the same in every row; `nil` for values.
  let formula: String?
  /// The engine's value.
  let value: (Subject) -> Cell
  /// Whether a row keeps the engine's value because no formula yields it.
  var isFixed: (Subject) -> Bool = { _ in false }

  init(
    _ column: ReportTable.Column, _ formula: String? = nil, _ value: @escaping (Subject) -> Cell
  ) {
    self.column = column
    self.formula = formula
    self.value = value
  }

  /// The same column, some of whose rows keep the engine's value.
  func fixed(where isFixed: @escaping (Subject) -> Bool) -> LiveColumn {
    var column = self
    column.isFixed = isFixed
    return column
  }
}

extension ReportTable {
  /// Creates a table of columns that are each worked out in one way.
  ///
  /// - Parameters:
  ///   - key: What formulas refer to the table by.
  ///   - columns: The columns.
  ///   - subjects: What the rows are about, in their order.
  ///   - isLive: Whether the cells hold the formulas or the values alone.
  ///   - rowKey: What formulas refer to a row by.
  ///   - style: How a row looks.
  init<Subject>(
    _ key: String, live columns: [LiveColumn<Subject>], rows subjects: [Subject], isLive: Bool,
    rowKey: (Subject) -> String? = { _ in nil },
    style: (Subject) -> RowStyle = { _ in .normal }
  ) {
    self.init(key, columns: columns.map(\.column))
    for subject in subjects {
      let cells = columns.map { column in
        let cell = column.value(subject)
        guard isLive, let formula = column.formula, !column.isFixed(subject) else { return cell }
        return cell.computed(by: Formula(formula))
      }
      append(cells, key: rowKey(subject), style: style(subject))
    }
  }
}
