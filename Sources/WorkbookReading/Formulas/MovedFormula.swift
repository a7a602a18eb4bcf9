import Policy

/// A formula as it stands in another cell of the group that shares it: what has no `$` moves along.
enum MovedFormula {
  /// The formula of another cell.
  ///
  /// - Parameters:
  ///   - tokens: The formula as the group's first cell states it.
  ///   - rows: How many rows the other cell is below.
  ///   - columns: How many columns it is to the right.
  /// - Returns: The formula without `=`; a place that would leave the sheet is `#REF!`.
  static func text(of tokens: [FormulaToken], rows: Int, columns: Int) -> String {
    tokens.map { token in
      switch token.kind {
      case .cell, .line: moved(token.text, rows, columns) ?? "#REF!"
      case .sheet: "'" + token.text.replacing("'", with: "''") + "'!"
      default: token.text
      }
    }.joined()
  }

  private static func moved(_ text: String, _ rows: Int, _ columns: Int) -> String? {
    let place = MovablePlace(text)
    var result = ""
    if let column = place.column {
      let moved = place.isColumnFixed ? column : column + columns
      guard (1...CellReference.columnLimit).contains(moved) else { return nil }
      result += (place.isColumnFixed ? "$" : "") + CellReference.letters(ofColumn: moved)
    }
    if let row = place.row {
      let moved = place.isRowFixed ? row : row + rows
      guard (1...CellReference.rowLimit).contains(moved) else { return nil }
      result += (place.isRowFixed ? "$" : "") + String(moved)
    }
    return result
  }
}

/// The column and the row of `$B$17`, `B`, `$17`, each with whether a `$` holds it.
struct MovablePlace {
  private(set) var column: Int?
  private(set) var row: Int?
  private(set) var isColumnFixed = false
  private(set) var isRowFixed = false

  /// Reads a piece of the kind `cell` or `line`, whose numbers are within a sheet.
  init(_ text: String) {
    var isFixed = false
    for byte in text.uppercased().utf8 {
      switch byte {
      case UInt8(ascii: "$"): isFixed = true
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if column == nil { (isColumnFixed, isFixed) = (isFixed, false) }
        column = (column ?? 0) * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if row == nil { isRowFixed = isFixed }
        row = (row ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
      default: break
      }
    }
  }
}
