import Policy
import Reporting

/// How wide columns must be, in widths of a digit.
enum ColumnWidth {
  /// What the borders of a cell take.
  static let padding = 2.5
  /// What the button of a filter takes beside a heading.
  static let filterButton = 3.0
  /// Words are wrapped beyond this width.
  static let wrappingWidth = 46.0
  /// Words of a table with many columns are wrapped earlier, so that a page can hold them all.
  static let narrowWrappingWidth = 28.0
  /// A table with more columns than this has many.
  static let manyColumnCount = 10
  /// Nothing is wider than this.
  static let limit = 70.0
  /// Columns are never narrower.
  static let minimum = 6.0
  /// Rows whose words are measured; the rest may wrap, and numbers are always measured.
  static let measuredRowCount = 20_000

  /// The width of the longest line of a text.
  static func ofLines(_ text: String) -> Double {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return Double(lines.map { DisplayWidth.of($0) }.max() ?? 0)
  }

  /// How many lines a text takes in a given width; CJK breaks anywhere, so area decides.
  static func lineCount(_ text: String, width: Double) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { count, line in
      // Words do not fill a line to its end, but most letters are narrower than a digit.
      let needed = Double(DisplayWidth.of(line)) / max(width - 2, 1)
      return count + max(1, Int(needed.rounded(.up)))
    }
  }

  /// The width of a table's column, heading and totals included.
  static func of(
    _ table: ReportTable, columnIndex: Int, precision: ColumnPrecision, context: RenderContext
  ) -> Double {
    let column = table.columns[columnIndex]
    if case .characters(let count) = column.width {
      return min(max(Double(count) + padding, minimum), limit)
    }
    let rows = column.kind.isNumeric ? table.rows[...] : table.rows.prefix(measuredRowCount)
    let measured = rows + table.totals
    let content = measured.reduce(0.0) { width, row in
      guard row.cells.indices.contains(columnIndex) else { return width }
      return max(width, of(row.cells[columnIndex].value, precision: precision, context: context))
    }
    let hasMany = table.columns.count > manyColumnCount
    let wrapping = hasMany ? narrowWrappingWidth : wrappingWidth
    // Wrapped words may be narrower than their longest line; numbers would show as ####.
    let bound = column.kind == .text || column.kind == .choice ? wrapping : limit
    let heading = ofHeading(column.heading[context.language], limit: hasMany ? 14 : 30)
    return min(max(min(content, bound), heading) + padding, limit)
  }

  /// The width of a heading, which is wrapped beyond a limit but never within a word.
  private static func ofHeading(_ heading: String, limit: Double) -> Double {
    let words = heading.split(separator: " ").filter { $0.utf8.allSatisfy { $0 < 0x80 } }
    let longestWord = Double(words.map { DisplayWidth.of($0) }.max() ?? 0)
    return max(min(ofLines(heading), limit), longestWord) + filterButton
  }

  /// The width of one value.
  static func of(
    _ value: CellValue, precision: ColumnPrecision, context: RenderContext
  ) -> Double {
    let text = value.displayText(context.language, precision: precision)
    switch value {
    case .money, .amount: return ofLines(text) + ofLines(context.currency.prefix) + 1
    case .integer, .decimal, .percentage, .real: return ofLines(text) + 1
    case .empty, .text, .phrase, .choice, .day: return ofLines(text)
    }
  }
}

/// What the whole document is rendered in.
struct RenderContext: Hashable {
  let language: Language
  let currency: Currency
}
