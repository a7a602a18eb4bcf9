public import Policy
public import Reporting

/// Where the cells of a document stand in its workbook, by their keys.
///
/// The same layout as ``WorkbookFile`` writes, so that what people fill in is found by what it is rather
/// than by what a heading says.
public struct DocumentPlaces: Sendable {
  /// A cell of the workbook.
  public struct Place: Hashable, Sendable {
    /// The sheet, counted from 0.
    public let sheetIndex: Int
    /// The cell.
    public let cell: CellReference
  }

  /// The names of the sheets, as they stand on their tabs.
  public let sheetNames: [String]
  /// The cells that people fill in: those of entry columns, without totals.
  public private(set) var entries: Set<Place> = []
  private let index: ReferenceIndex

  /// Lays out a document.
  ///
  /// - Parameter document: The document.
  /// - Throws: ``WorkbookError`` when it has a fault.
  /// - Complexity: O(cells).
  public init(_ document: ReportDocument) throws(WorkbookError) {
    let renderer = try DocumentRenderer(document)
    index = renderer.index
    sheetNames = renderer.layouts.map(\.name)
    for (sheetIndex, layout) in renderer.layouts.enumerated() {
      for placement in layout.placements {
        if case .table(let placed) = placement { note(placed, sheetIndex) }
      }
    }
  }

  /// The cell of a table by the keys of its row and its column; `nil` where there is none.
  public func place(table: String, row: String, column: String) -> Place? {
    guard let block = index.block(CellRange(table, column, rows: .one(row))) else { return nil }
    return DocumentPlaces.place(block.sheetIndex, row: block.first.row, column: block.first.column)
  }

  private static func place(_ sheetIndex: Int, row: Int, column: Int) -> Place? {
    CellReference(row: row + 1, column: column + 1).map { Place(sheetIndex: sheetIndex, cell: $0) }
  }

  private mutating func note(_ placed: TablePlacement, _ sheetIndex: Int) {
    let columns = placed.table.columns.indices.filter { placed.table.columns[$0].isEntry }
    for offset in placed.table.rows.indices where !columns.isEmpty {
      for column in columns {
        let row = placed.firstRow + offset
        if let place = DocumentPlaces.place(sheetIndex, row: row, column: column) {
          entries.insert(place)
        }
      }
    }
  }
}
