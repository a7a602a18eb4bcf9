import Policy

/// The blocks of cells that a formula reads.
struct FormulaPrecedents {
  /// A block of cells of one sheet, both corners included.
  struct Block: Hashable {
    let sheetIndex: Int
    let rows: ClosedRange<Int>
    let columns: ClosedRange<Int>

    func contains(_ cell: CellReference) -> Bool {
      rows.contains(cell.row) && columns.contains(cell.column)
    }
  }

  private let sheetIndices: [String: Int]
  private let names: [String: [Block]]

  /// Notes the sheets and the defined names of a workbook.
  init(of workbook: WorkbookCells) {
    var indices: [String: Int] = [:]
    for (index, sheet) in workbook.sheets.enumerated() {
      indices[sheet.entry.name.lowercased()] = index
    }
    sheetIndices = indices
    var names: [String: [Block]] = [:]
    let blocks = FormulaPrecedents(sheetIndices: indices, names: [:])
    for name in workbook.definedNames {
      names[name.name.lowercased(), default: []] += blocks.blocks(of: name.formula, onSheet: 0)
    }
    self.names = names
  }

  private init(sheetIndices: [String: Int], names: [String: [Block]]) {
    self.sheetIndices = sheetIndices
    self.names = names
  }

  /// The blocks of a formula without `=`.
  ///
  /// - Parameters:
  ///   - formula: The formula.
  ///   - sheetIndex: The sheet that it stands on.
  /// - Returns: The blocks, those of its names too.
  func blocks(of formula: String, onSheet sheetIndex: Int) -> [Block] {
    let tokens = FormulaTokenizer.tokens(of: formula).filter { $0.kind != .space }
    var result: [Block] = []
    var sheet: Int? = sheetIndex
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      switch token.kind {
      case .sheet:
        sheet = sheetIndices[token.text.lowercased()]
        continue
      case .name: result += names[token.text.lowercased()] ?? []
      case .cell, .line:
        var last = token
        if index + 1 < tokens.count, tokens[index].text == ":" {
          let end = tokens[index + 1].kind == .sheet ? index + 2 : index + 1
          if end < tokens.count, tokens[end].kind == token.kind {
            last = tokens[end]
            index = end + 1
          }
        }
        if let sheet { result.append(FormulaPrecedents.block(token.text, last.text, sheet)) }
      default: break
      }
      sheet = sheetIndex
    }
    return result
  }

  private static func block(_ first: String, _ last: String, _ sheetIndex: Int) -> Block {
    let (left, right) = (MovablePlace(first), MovablePlace(last))
    let rows = [left.row ?? 1, right.row ?? CellReference.rowLimit].sorted()
    let columns = [left.column ?? 1, right.column ?? CellReference.columnLimit].sorted()
    return Block(
      sheetIndex: sheetIndex, rows: rows[0]...rows[1], columns: columns[0]...columns[1])
  }
}

extension WorkbookCells {
  /// The formulas that hang on some cells, directly or through others.
  ///
  /// - Parameter changed: The cells.
  /// - Returns: The places of the formulas.
  /// - Complexity: O(formulas × cells that change) at worst, for each step of a chain that runs against
  ///   the order of the sheets.
  public func formulas(hangingOn changed: Set<WorkbookPlace>) -> Set<WorkbookPlace> {
    let precedents = FormulaPrecedents(of: self)
    var open: [(place: WorkbookPlace, blocks: [FormulaPrecedents.Block])] = []
    for (index, sheet) in sheets.enumerated() {
      for cell in sheet.cells {
        guard let formula = cell.formula else { continue }
        let blocks = precedents.blocks(of: formula.text, onSheet: index)
        open.append((WorkbookPlace(sheetIndex: index, cell: cell.reference), blocks))
      }
    }
    var dirty = DirtyCells(changed)
    var result: Set<WorkbookPlace> = []
    var hasGrown = !changed.isEmpty
    while hasGrown {
      hasGrown = false
      open.removeAll { formula in
        guard formula.blocks.contains(where: dirty.touches) else { return false }
        dirty.insert(formula.place)
        result.insert(formula.place)
        hasGrown = true
        return true
      }
    }
    return result
  }
}

/// Cells that have changed, by sheet and column.
private struct DirtyCells {
  private var rows: [[Int]: Set<Int>] = [:]
  private var columns: [Int: Set<Int>] = [:]

  init(_ places: Set<WorkbookPlace>) {
    for place in places { insert(place) }
  }

  mutating func insert(_ place: WorkbookPlace) {
    rows[[place.sheetIndex, place.cell.column], default: []].insert(place.cell.row)
    columns[place.sheetIndex, default: []].insert(place.cell.column)
  }

  func touches(_ block: FormulaPrecedents.Block) -> Bool {
    guard let columns = columns[block.sheetIndex] else { return false }
    return columns.contains { column in
      guard block.columns.contains(column), let rows = rows[[block.sheetIndex, column]] else {
        return false
      }
      if block.rows.count < rows.count { return block.rows.contains { rows.contains($0) } }
      return rows.contains { block.rows.contains($0) }
    }
  }
}
