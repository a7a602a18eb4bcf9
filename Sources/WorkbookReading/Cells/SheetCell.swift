public import Policy

/// A cell of a sheet that holds something.
public struct SheetCell: Hashable, Sendable {
  /// What a cell holds, or what its formula came to when the file was saved.
  public enum Value: Hashable, Sendable {
    /// Nothing: a formula whose result was not saved.
    case none
    /// A number as the file writes it, such as `0.30000000000000004` or `1E-3`.
    case number(String)
    /// A text.
    case text(String)
    /// Yes or no.
    case boolean(Bool)
    /// An error such as `#N/A`.
    case error(String)
    /// A date in ISO 8601; programs that write this are rare.
    case date(String)
  }

  /// Where the cell stands.
  public let reference: CellReference
  /// What it holds.
  public let value: Value
  /// Its formula, where it has one.
  public let formula: CellFormula?
  /// What its number means.
  public let format: NumberKind
  /// Whether its row or its column is hidden.
  public let isHidden: Bool

  /// The bytes of its texts in UTF-8.
  var textByteCount: Int {
    let value =
      switch value {
      case .number(let text), .text(let text), .error(let text), .date(let text): text.utf8.count
      case .none, .boolean: 0
      }
    return value + (formula?.text.utf8.count ?? 0)
  }
}

/// The formula of a cell.
public struct CellFormula: Hashable, Sendable {
  /// How a formula belongs to its cell.
  public enum Kind: Hashable, Sendable {
    /// To the cell alone.
    case plain
    /// To a group of cells, of which the first one states it for all; the others have no text of their
    /// own. `range` stands in the first one.
    case shared(group: Int, range: String?)
    /// To all cells of a range at once, whose first one states it.
    case array(range: String)
    /// A table of a what-if analysis.
    case dataTable(range: String)
  }

  /// The formula without `=`; empty in cells that share the formula of another.
  public let text: String
  /// How it belongs to the cell.
  public let kind: Kind
}

/// Takes the cells of a sheet one after the other, row by row, each row from left to right.
public protocol SheetCellTaker: AnyObject {
  /// Takes a cell.
  ///
  /// - Parameter cell: The next cell that holds something.
  /// - Returns: Whether to go on.
  /// - Throws: ``WorkbookReadingError`` when the sheet is refused.
  func take(_ cell: SheetCell) throws(WorkbookReadingError) -> Bool
}

/// What a sheet has besides its cells.
public struct SheetFeatures: Hashable, Sendable {
  /// Merged ranges such as `B3:B5`; the first cell of each holds the value.
  public internal(set) var mergedRanges: [CellRange] = []
  /// The columns that are hidden, counted from 1.
  public internal(set) var hiddenColumns: [ClosedRange<Int>] = []
}

/// A block of cells, both corners included.
public struct CellRange: Hashable, Sendable {
  /// The upper left cell.
  public let first: CellReference
  /// The lower right cell.
  public let last: CellReference

  /// Reads a range as formulas write it, such as `B3:B5`, or a single cell.
  ///
  /// - Returns: `nil` when the text is no range.
  public init?(_ text: String) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false)
    guard corners.count <= 2, let left = corners.first.flatMap({ CellReference($0) }),
      let right = corners.last.flatMap({ CellReference($0) }), left.row <= right.row,
      left.column <= right.column
    else { return nil }
    first = left
    last = right
  }
}

extension CellRange: CustomStringConvertible {
  /// `B3:B5`.
  public var description: String { first == last ? "\(first)" : "\(first):\(last)" }
}
