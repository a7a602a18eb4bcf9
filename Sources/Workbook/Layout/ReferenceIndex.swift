import Policy
import Reporting

/// Where everything stands that formulas, links and charts refer to by key.
struct ReferenceIndex {
  private struct Region {
    let sheetIndex: Int
    /// Column of each column key; for a list of facts, of each fact.
    var columns: [String: Int] = [:]
    /// Row of each row key; for a list of facts, of each fact.
    var rows: [String: Int] = [:]
    var firstRow: Int
    var lastRow: Int
    var isFactList = false
  }

  private var regions: [String: Region] = [:]
  private var sheets: [String: Int] = [:]
  /// The keys of the parts of tables that are spread over several sheets.
  private let partKeys: [String: [String]]
  let sheetNames: [String]

  /// Notes the places of all sheets.
  ///
  /// - Parameters:
  ///   - layouts: The sheets.
  ///   - partKeys: The keys of the parts of each table that is spread over several sheets.
  /// - Throws: ``WorkbookError`` when a key is used twice.
  init(_ layouts: [SheetLayout], partKeys: [String: [String]] = [:]) throws(WorkbookError) {
    self.partKeys = partKeys
    sheetNames = layouts.map(\.name)
    for (index, layout) in layouts.enumerated() {
      guard sheets.updateValue(index, forKey: layout.sheet.key) == nil else {
        throw .duplicateKey(layout.sheet.key)
      }
      for placement in layout.placements {
        switch placement {
        case .table(let placed):
          try insert(try ReferenceIndex.region(placed, sheetIndex: index), placed.table.key)
        case .facts(let placed):
          try insert(try ReferenceIndex.region(placed, sheetIndex: index), placed.list.key)
        case .title, .heading, .note, .chart, .contents: break
        }
      }
    }
  }

  private mutating func insert(_ region: Region, _ key: String) throws(WorkbookError) {
    guard regions.updateValue(region, forKey: key) == nil else { throw .duplicateKey(key) }
  }

  private static func region(
    _ placed: TablePlacement, sheetIndex: Int
  ) throws(WorkbookError) -> Region {
    let table = placed.table
    var region = Region(
      sheetIndex: sheetIndex, firstRow: placed.firstRow, lastRow: placed.lastRow)
    for (index, column) in table.columns.enumerated() {
      guard region.columns.updateValue(index, forKey: column.key) == nil else {
        throw .duplicateKey("\(table.key).\(column.key)")
      }
    }
    let dataRows = table.rows.enumerated().map { (placed.firstRow + $0, $1) }
    let totals = table.totals.enumerated().map { (placed.lastRow + 1 + $0, $1) }
    for (number, row) in dataRows + totals {
      guard row.cells.count <= table.columns.count else {
        throw .tooManyCells(table: table.key, row: number - placed.headingRow)
      }
      guard let key = row.key else { continue }
      guard region.rows.updateValue(number, forKey: key) == nil else {
        throw .duplicateKey("\(table.key)@\(key)")
      }
    }
    return region
  }

  private static func region(
    _ placed: FactsPlacement, sheetIndex: Int
  ) throws(WorkbookError) -> Region {
    var region = Region(
      sheetIndex: sheetIndex, firstRow: placed.firstRow,
      lastRow: placed.firstRow + placed.list.facts.count - 1, isFactList: true)
    for (index, fact) in placed.list.facts.enumerated() {
      guard region.rows.updateValue(placed.firstRow + index, forKey: fact.key) == nil else {
        throw .duplicateKey("\(placed.list.key).\(fact.key)")
      }
    }
    return region
  }
}

/// A column whose cells move along when a formula beside it is copied downwards.
struct ColumnBeside {
  let sheetIndex: Int
  let column: Int
  /// How far down the cell lies from the formula.
  let rowOffset: Int
  /// The rows of formulas that have a cell beside them.
  let rows: ClosedRange<Int>

  /// What stands before the number of the row.
  func prefix(seenFrom other: Int, _ index: ReferenceIndex) -> String {
    let letters = CellAddress.letters(ofColumn: column)
    guard sheetIndex != other else { return letters }
    return SheetNames.quoted(index.sheetNames[sheetIndex]) + "!" + letters
  }
}

extension ReferenceIndex {
  /// The cells that a range names; `nil` when a key does not exist.
  func block(_ range: CellRange) -> CellBlock? {
    guard let keys = partKeys[range.table] else { return block(range, in: range.table) }
    // No block holds all rows of a table on several sheets.
    guard range.rows != .all else { return nil }
    return keys.lazy.compactMap { block(range, in: $0) }.first
  }

  private func block(_ range: CellRange, in key: String) -> CellBlock? {
    guard let region = regions[key] else { return nil }
    if region.isFactList {
      guard case .all = range.rows, let row = region.rows[range.column] else { return nil }
      let cell = CellAddress(row: row, column: FactsPlacement.valueColumn)
      return CellBlock(sheetIndex: region.sheetIndex, first: cell, last: cell)
    }
    guard let column = region.columns[range.column] else { return nil }
    let bounds: (Int, Int)
    switch range.rows {
    case .all: bounds = (region.firstRow, region.lastRow)
    case .one(let key):
      guard let row = region.rows[key] else { return nil }
      bounds = (row, row)
    case .span(let first, let last):
      guard let start = region.rows[first], let end = region.rows[last], start <= end else {
        return nil
      }
      bounds = (start, end)
    case .same: return nil
    }
    return CellBlock(
      sheetIndex: region.sheetIndex, first: CellAddress(row: bounds.0, column: column),
      last: CellAddress(row: bounds.1, column: column))
  }

  /// The column whose cells lie as far down in the range's table as the formula's row in its own.
  ///
  /// - Returns: `nil` where the table has no such column, or no such row.
  func column(_ range: CellRange, beside table: String, row: Int) -> ColumnBeside? {
    guard let own = regions[table], let region = regions[range.table],
      let column = region.columns[range.column]
    else { return nil }
    let offset = region.firstRow - own.firstRow
    let rows = (own.firstRow)...(own.firstRow + region.lastRow - region.firstRow)
    guard rows.contains(row) else { return nil }
    return ColumnBeside(
      sheetIndex: region.sheetIndex, column: column, rowOffset: offset, rows: rows)
  }

  /// The column of a table by its key.
  func column(_ key: String, of table: String) -> Int? { regions[table]?.columns[key] }

  /// A range as formulas write it; the sheet is named when it is not the one given.
  func text(of block: CellBlock, seenFrom sheetIndex: Int?) -> String {
    guard block.sheetIndex != sheetIndex else { return block.localText }
    return SheetNames.quoted(sheetNames[block.sheetIndex]) + "!" + block.localText
  }

  /// The address of a link in the form of the library; `nil` for a web address that is none.
  ///
  /// - Throws: ``WorkbookError`` when the target does not exist.
  func address(of target: LinkTarget, from place: String) throws(WorkbookError) -> String? {
    switch target {
    case .sheet(let key):
      guard let index = sheets[key] else { throw .unresolved(reference: key, in: place) }
      return "internal:" + SheetNames.quoted(sheetNames[index]) + "!A1"
    case .row(let table, let key):
      let regions = (partKeys[table] ?? [table]).lazy.compactMap { self.regions[$0] }
      guard let region = regions.first(where: { $0.rows[key] != nil }), let row = region.rows[key]
      else {
        throw .unresolved(reference: "\(table)@\(key)", in: place)
      }
      let cell = CellAddress(row: row, column: 0).text(absoluteColumn: false, absoluteRow: false)
      return "internal:" + SheetNames.quoted(sheetNames[region.sheetIndex]) + "!" + cell
    case .web(let address):
      let isWeb = address.hasPrefix("https://") || address.hasPrefix("http://")
      return isWeb && address.utf8.count <= 2_000 ? SheetText.onOneLine(address, units: 2_000) : nil
    }
  }
}
