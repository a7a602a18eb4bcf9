/// Where a cell of a sheet stands, such as `B17`; row and column are counted from 1.
public struct CellReference: Hashable, Sendable {
  /// The rows of a sheet (Excel specifications and limits).
  public static let rowLimit = 1_048_576
  /// The columns of a sheet.
  public static let columnLimit = 16_384

  private let storedRow: UInt32
  private let storedColumn: UInt32

  /// The row, counted from 1.
  public var row: Int { Int(storedRow) }
  /// The column, counted from 1: `A` is 1.
  public var column: Int { Int(storedColumn) }

  /// Creates a reference.
  ///
  /// - Returns: `nil` when a sheet has no such row or column.
  public init?(row: Int, column: Int) {
    guard (1...CellReference.rowLimit).contains(row),
      (1...CellReference.columnLimit).contains(column)
    else { return nil }
    storedRow = UInt32(row)
    storedColumn = UInt32(column)
  }

  /// Reads a reference as formulas write it: `B17`, `$B$17`.
  ///
  /// - Returns: `nil` when the text is no reference, or a sheet has no such row or column.
  public init?(_ text: some StringProtocol) {
    var column = 0
    var row = 0
    for byte in text.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
        // A number that begins with 0 is none.
        if row == 0 { return nil }
      default: return nil
      }
      guard column <= CellReference.columnLimit, row <= CellReference.rowLimit else { return nil }
    }
    self.init(row: row, column: column)
  }

  /// The letters of a column, counted from 1: 1 is `A`, 27 is `AA`.
  public static func letters(ofColumn column: Int) -> String {
    var letters = ""
    var rest = column
    while rest > 0 {
      rest -= 1
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
      rest /= 26
    }
    return letters
  }
}

extension CellReference: Comparable {
  /// Whether the left cell comes first, row by row.
  public static func < (left: CellReference, right: CellReference) -> Bool {
    (left.storedRow, left.storedColumn) < (right.storedRow, right.storedColumn)
  }
}

extension CellReference: CustomStringConvertible {
  /// `B17`.
  public var description: String { CellReference.letters(ofColumn: column) + String(row) }
}
