/// A formula whose names are places already, but for the numbers of rows that move along with it.
///
/// A column has the same formula in every row, so its template is worked out once.
struct PlacedFormula {
  /// A piece of the formula.
  private enum Piece {
    /// Text that is the same in every row.
    case text(String)
    /// A cell: what stands before the number of its row, and how far down it lies from the formula.
    case cell(prefix: String, rowOffset: Int)
  }

  private var pieces: [Piece] = []
  private var literal = ""
  /// The rows in which every cell that the formula refers to is there.
  private(set) var rows: ClosedRange<Int> = 0...SheetLimits.rowCount

  /// Adds text that is the same in every row.
  mutating func append(_ text: String) { literal += text }

  /// Adds a cell that moves along.
  mutating func append(cell prefix: String, rowOffset: Int) {
    endLiteral()
    pieces.append(.cell(prefix: prefix, rowOffset: rowOffset))
  }

  /// Restricts the rows in which the formula may stand.
  mutating func restrict(to allowed: ClosedRange<Int>) {
    rows = rows.clamped(to: allowed)
  }

  /// Ends the last piece of text.
  mutating func endLiteral() {
    guard !literal.isEmpty else { return }
    pieces.append(.text(SheetText.cleaned(literal)))
    literal = ""
  }

  /// The formula in a row, counted from 0.
  func text(row: Int) -> String {
    var result = ""
    for piece in pieces {
      switch piece {
      case .text(let text): result += text
      case .cell(let prefix, let rowOffset):
        result += prefix
        result += String(row + rowOffset + 1)
      }
    }
    return result
  }
}

/// The formulas that were worked out before, by their template and the table that they stand in.
final class FormulaMemory {
  struct Key: Hashable {
    let template: String
    let sheetIndex: Int
    let table: String?
    let keepsColumns: Bool
  }

  var formulas: [Key: PlacedFormula] = [:]
}
