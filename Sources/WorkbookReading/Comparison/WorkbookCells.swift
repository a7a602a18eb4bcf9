public import Policy

/// All cells of a workbook, each with a formula of its own.
public struct WorkbookCells: Sendable {
  /// A sheet with its cells, row by row, each row from left to right.
  public struct Sheet: Sendable {
    /// The sheet.
    public let entry: SheetEntry
    /// The cells that hold something.
    public let cells: [SheetCell]

    /// The cell at a place; `nil` where it holds nothing.
    ///
    /// - Complexity: O(log cells).
    public subscript(_ place: CellReference) -> SheetCell? {
      var (low, high) = (0, cells.count)
      while low < high {
        let middle = (low + high) / 2
        if cells[middle].reference < place { low = middle + 1 } else { high = middle }
      }
      return low < cells.count && cells[low].reference == place ? cells[low] : nil
    }
  }

  /// The sheets in their order; a sheet of a chart alone has no cells.
  public let sheets: [Sheet]
  /// The names that people or programs gave to cells; not those that spreadsheets keep for
  /// themselves, such as `_xlnm.Print_Area`.
  public let definedNames: [WorkbookName]
  /// What the workbook counts its dates from.
  public let dateSystem: DateSystem

  /// Reads every sheet.
  ///
  /// A formula that a group of cells shares becomes one of each cell.
  ///
  /// - Parameter workbook: The workbook.
  /// - Throws: ``WorkbookReadingError`` when a sheet is damaged or beyond the limits.
  /// - Complexity: O(cells) in time and memory.
  public init(_ workbook: WorkbookReader) throws(WorkbookReadingError) {
    var sheets: [Sheet] = []
    for entry in workbook.sheets {
      let cells = entry.hasCells ? try workbook.contents(of: entry).cells : []
      sheets.append(Sheet(entry: entry, cells: WorkbookCells.unshared(cells)))
    }
    self.sheets = sheets
    definedNames = workbook.definedNames.filter {
      !$0.name.lowercased().hasPrefix("_xlnm.")
    }
    dateSystem = workbook.dateSystem
  }

  private static func unshared(_ cells: [SheetCell]) -> [SheetCell] {
    var groups: [Int: (first: CellReference, tokens: [FormulaToken])] = [:]
    return cells.map { cell in
      guard let formula = cell.formula, case .shared(let group, _) = formula.kind else {
        return cell
      }
      if !formula.text.isEmpty {
        groups[group] = (cell.reference, FormulaTokenizer.tokens(of: formula.text))
        return cell.with(CellFormula(text: formula.text, kind: .plain))
      }
      // A group without a first cell leaves the cell without a formula that could be compared.
      guard let shared = groups[group] else { return cell }
      let text = MovedFormula.text(
        of: shared.tokens, rows: cell.reference.row - shared.first.row,
        columns: cell.reference.column - shared.first.column)
      return cell.with(CellFormula(text: text, kind: .plain))
    }
  }
}

extension SheetCell {
  /// The same cell with another formula.
  fileprivate func with(_ formula: CellFormula) -> SheetCell {
    SheetCell(
      reference: reference, value: value, formula: formula, format: format, isHidden: isHidden)
  }
}

/// A cell of a workbook by its place.
public struct WorkbookPlace: Hashable, Sendable {
  /// The sheet, counted from 0.
  public let sheetIndex: Int
  /// The cell.
  public let cell: CellReference

  /// Creates a place.
  public init(sheetIndex: Int, cell: CellReference) {
    self.sheetIndex = sheetIndex
    self.cell = cell
  }
}
