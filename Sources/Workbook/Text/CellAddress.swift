import Policy

/// A cell of a sheet by its place, counted from 0.
struct CellAddress: Hashable {
  let row: Int
  let column: Int

  /// The letters of a column: 0 is `A`, 26 is `AA`.
  static func letters(ofColumn column: Int) -> String {
    CellReference.letters(ofColumn: column + 1)
  }

  /// The place as formulas write it, such as `$B$5`.
  func text(absoluteColumn: Bool = true, absoluteRow: Bool = true) -> String {
    (absoluteColumn ? "$" : "") + CellAddress.letters(ofColumn: column)
      + (absoluteRow ? "$" : "") + String(row + 1)
  }
}

/// A block of cells of one sheet, both corners included.
struct CellBlock: Hashable {
  let sheetIndex: Int
  let first: CellAddress
  let last: CellAddress

  /// The place as formulas write it, without its sheet.
  var localText: String {
    first == last ? first.text() : first.text() + ":" + last.text()
  }
}
