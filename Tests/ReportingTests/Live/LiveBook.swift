import Pipeline
import Policy
import Quantities
import Reporting
import TestSupport

@testable import Workbook

/// A workbook of a run, with the place of each cell by its table, column and row.
struct LiveBook {
  let document: ReportDocument
  let path: String
  private let index: ReferenceIndex

  init(
    of run: CaseRun, named name: String, in folder: ScratchFolder,
    language: Language = .english, limits: FormulaLimits = .standard
  ) throws {
    document = try CaseReport.document(of: run, language: language, limits: limits)
    path = folder.file("\(name).xlsx")
    try WorkbookFile.write(document, to: path, replacing: true)
    index = try DocumentRenderer(document).index
  }

  /// The place of one cell; rows are counted from 1.
  func place(_ table: String, _ column: String, row: Int) throws -> (sheet: String, cell: String) {
    guard let block = index.block(CellRange(table, column)) else {
      throw ExternalProgramFailure("\(table).\(column) is not there")
    }
    let cell = CellAddress(row: block.first.row + row - 1, column: block.first.column)
    return (
      index.sheetNames[block.sheetIndex], cell.text(absoluteColumn: false, absoluteRow: false)
    )
  }

  /// An edit of one cell; a fact is row 1 of the column of its name.
  func edit(
    _ table: String, _ column: String, row: Int = 1, _ content: WorkbookEdit.Content
  ) throws -> WorkbookEdit {
    let place = try place(table, column, row: row)
    return WorkbookEdit(sheet: place.sheet, address: place.cell, content: content)
  }

  /// The value of one cell in a copy of the book.
  func value(_ table: String, _ column: String, row: Int = 1, in copy: Spreadsheet) throws -> String
  {
    let place = try place(table, column, row: row)
    return copy.sheets.first { $0.name == place.sheet }?.cells[place.cell]?.value ?? ""
  }

  /// The edits that set parameters in the book.
  func edits(setting policy: [PolicyKey: String]) throws -> [WorkbookEdit] {
    try policy.filter { $0.key != .awardLotSeed }.map { key, text in
      try edit("policy", key.rawValue, Double(text).map { .number($0) } ?? .text(text))
    }
  }
}

/// Where a recalculated book differs from what the engine writes for the same input.
struct LiveDifferences {
  /// How many formulas were compared.
  private(set) var formulaCount = 0
  /// The cells that differ.
  private(set) var cells: [String] = []

  /// Sheets whose formulas follow bids, orders and the policy.
  private static let sheetKeys: Set<String> = [
    "summary", "item_calc", "bid_calc", "item_awards", "spread", "awards", "fee_input",
    "order_calc", "fee_calc", "orders", "fee_calendar", "fee_statements", "checks",
  ]
  /// Columns that say what was written before an edit, or follow from it.
  private static let writtenColumns: Set<String> = [
    "unchanged", "reason", "low_price", "procedure",
  ]

  /// - Parameters:
  ///   - expected: The engine's book of the edited input.
  ///   - found: The edited book after a spreadsheet recalculated it.
  init(expected: LiveBook, found: Spreadsheet) throws {
    let written = try Spreadsheet(path: expected.path)
    var skipped: Set<String> = []
    for sheet in expected.document.sheets {
      for case .table(let table) in sheet.blocks {
        for column in table.columns where Self.writtenColumns.contains(column.key) {
          for row in 1...max(table.rows.count, 1) {
            let place = try expected.place(table.key, column.key, row: row)
            skipped.insert("\(place.sheet)!\(place.cell)")
          }
        }
      }
    }
    for (sheet, (old, new)) in zip(
      expected.document.sheets, zip(written.sheets, found.sheets))
    where Self.sheetKeys.contains(sheet.key) {
      for (address, cell) in old.cells.sorted(by: { $0.key < $1.key }) {
        guard let formula = cell.formula, !skipped.contains("\(old.name)!\(address)") else {
          continue
        }
        formulaCount += 1
        let value = new.cells[address]?.value ?? ""
        guard !LibreOffice.isSame(cell.value, value) else { continue }
        cells.append("\(old.name)!\(address) =\(formula): engine \(cell.value), book \(value)")
      }
    }
  }
}
