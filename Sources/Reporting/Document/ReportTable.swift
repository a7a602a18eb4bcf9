public import Policy

/// Rows under headings: what commands print and what sheets show.
///
/// A row has one cell for each column; cells left out at its end are empty, and a row with too many is
/// an error when the document is rendered.
public struct ReportTable: Hashable, Sendable {
  /// What formulas and links refer to the table by; unique among lists and tables, without dots.
  public let key: String
  /// The line above the table.
  public var title: Phrase?
  /// The columns, in their order.
  public let columns: [Column]
  /// The rows, in their order.
  public private(set) var rows: [Row]
  /// Sums below the rows; shown to people, not part of csv and json.
  public private(set) var totals: [Row]
  /// What is shown in place of rows where there are none.
  public var emptyNotice: Phrase
  /// Marks that follow the cells' values as they change.
  public var conditionalFormats: [ConditionalFormat]
  /// How many columns stay in view at the left.
  public var frozenColumnCount: Int
  /// How many rows are printed where the table is the last of its sheet; `nil` for all.
  public var printedRowCount: Int?

  /// Creates a table without rows.
  public init(
    _ key: String, title: Phrase? = nil, columns: [Column],
    emptyNotice: Phrase = Phrase("none", "無"), conditionalFormats: [ConditionalFormat] = [],
    frozenColumnCount: Int = 1
  ) {
    self.key = key
    self.title = title
    self.columns = columns
    self.emptyNotice = emptyNotice
    self.conditionalFormats = conditionalFormats
    self.frozenColumnCount = frozenColumnCount
    rows = []
    totals = []
  }

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - cells: One for each column, in their order.
  ///   - key: What formulas and links refer to the row by; unique in the table.
  ///   - style: How the row looks.
  /// - Complexity: O(1) amortised.
  public mutating func append(_ cells: [Cell], key: String? = nil, style: RowStyle = .normal) {
    rows.append(Row(cells: cells, key: key, style: style))
  }

  /// Gives the last row another style, such as the line of the cutoff below it.
  public mutating func restyleLastRow(_ style: RowStyle) {
    guard let last = rows.popLast() else { return }
    rows.append(Row(cells: last.cells, key: last.key, style: style))
  }

  /// Adds a row below all rows, of cells as they are.
  public mutating func appendTotal(cells: [Cell], key: String? = nil) {
    totals.append(Row(cells: cells, key: key, style: .total))
  }

  /// Adds a row of sums below all rows; each sum stores its value and follows the table's filter.
  ///
  /// - Parameters:
  ///   - label: Stands in the first column.
  ///   - sums: The sum of each named column, as the engine computed it.
  ///   - key: What formulas refer to the row by; unique in the table.
  public mutating func appendTotal(
    _ label: Phrase, sums: KeyValuePairs<String, CellValue>, key: String? = nil
  ) {
    let cells = columns.enumerated().map { index, column in
      guard let sum = sums.first(where: { $0.key == column.key }) else {
        return index == 0 ? Cell.phrase(label) : .empty
      }
      // 109 sums the rows that a filter leaves in view.
      let range = Formula.reference(CellRange(self.key, column.key))
      return Cell(sum.value, formula: Formula("=SUBTOTAL(109,\(range))"))
    }
    appendTotal(cells: cells, key: key)
  }

  /// The table with its values alone.
  public func withoutFormulas() -> ReportTable {
    let plain: (Row) -> Row = { row in
      Row(
        cells: row.cells.map { cell in
          Cell(cell.value, link: cell.link).showing(fractionDigitCount: cell.fractionDigitCount)
        }, key: row.key, style: row.style)
    }
    var table = self
    table.rows = rows.map(plain)
    table.totals = totals.map(plain)
    return table
  }

  /// The table with some of its columns only, in the order given; unknown names are left out.
  ///
  /// Formulas are dropped, because what they refer to may be gone.
  public func selecting(columns keys: [String]) -> ReportTable {
    let indices = keys.compactMap { key in columns.firstIndex { $0.key == key } }
    var table = ReportTable(
      key, title: title, columns: indices.map { columns[$0] }, emptyNotice: emptyNotice,
      frozenColumnCount: frozenColumnCount)
    let select: (Row) -> Row = { row in
      let cells = indices.map { index in
        let cell = row.cells.indices.contains(index) ? row.cells[index] : .empty
        return Cell(cell.value, link: cell.link)
      }
      return Row(cells: cells, key: row.key, style: row.style)
    }
    table.rows = rows.map(select)
    table.totals = totals.map(select)
    return table
  }
}
