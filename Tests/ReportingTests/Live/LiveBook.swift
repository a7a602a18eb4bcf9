import Pipeline
import Policy
import Quantities
import TestSupport

@testable import Reporting
@testable import Workbook

/// A workbook of the sheets between reserve prices, awards and fees, with the place of each cell by
/// its table, column and row.
struct LiveBook {
  let document: ReportDocument
  let path: String
  private let index: ReferenceIndex

  init(
    of run: CaseRun, named name: String, in folder: ScratchFolder, language: Language = .english
  ) throws {
    document = try Self.document(of: run, language)
    path = folder.file("\(name).xlsx")
    try WorkbookFile.write(document, to: path, replacing: true)
    index = try DocumentRenderer(document).index
  }

  private static func document(of run: CaseRun, _ language: Language) throws -> ReportDocument {
    try CaseReport.document(of: run, language: language)
  }

  /// The place of one cell, such as `Bids!C7`; rows are counted from 1, and a fact is row 1 of the
  /// column of its name.
  func place(_ table: String, _ column: String, row: Int = 1) throws -> Place {
    guard let block = index.block(CellRange(table, column)) else {
      throw ExternalProgramFailure("\(table).\(column) is not there")
    }
    let cell = CellAddress(row: block.first.row + row - 1, column: block.first.column)
    return Place(
      sheet: index.sheetNames[block.sheetIndex],
      address: cell.text(absoluteColumn: false, absoluteRow: false))
  }

  /// A cell of a book.
  struct Place {
    let sheet: String
    let address: String

    /// What the cell holds in a copy of the book.
    func cell(in copy: Spreadsheet) -> Spreadsheet.Cell? {
      copy.sheets.first { $0.name == sheet }?.cells[address]
    }
  }

  /// An edit of one cell.
  func edit(
    _ table: String, _ column: String, row: Int = 1, _ content: WorkbookEdit.Content
  ) throws -> WorkbookEdit {
    let place = try place(table, column, row: row)
    return WorkbookEdit(sheet: place.sheet, address: place.address, content: content)
  }

  /// The row of a table that holds a name in some column, counted from 1.
  func row(_ name: String, of table: String, column: Int) -> Int? {
    document.table(table)?.rows.firstIndex {
      $0.cells[column].value.plainText(.english) == name
    }.map { $0 + 1 }
  }

  /// The value of one cell in a copy of the book.
  func value(_ table: String, _ column: String, row: Int = 1, in copy: Spreadsheet) throws -> String
  {
    try place(table, column, row: row).cell(in: copy)?.value ?? ""
  }

  /// The edits that set parameters in the book; no formula draws lots.
  func edits(setting policy: [PolicyKey: String]) throws -> [WorkbookEdit] {
    try policy.filter { $0.key != .awardLotSeed }.map { key, text in
      try edit("policy", key.rawValue, Double(text).map { .number($0) } ?? .text(text))
    }
  }
}

extension LiveBook {
  /// Sheets whose formulas hang on values that do not follow an edit: every reading of a policy.
  private static let otherSheets: Set<String> = [
    "cutoff", "contracts", "readings", "shares", "assumptions", "checks",
  ]
  /// Columns that say what was written before an edit, or follow from it.
  private static let writtenColumns: Set<String> = [
    "unchanged", "reason", "low_price", "procedure",
  ]

  /// The place of every formula: its table and column, and its row.
  private var formulaPlaces: [(table: String, column: String, row: Int)] {
    var places: [(String, String, Int)] = []
    let sheets = document.sheets.filter { !Self.otherSheets.contains($0.key) }
    for block in sheets.flatMap(\.blocks) {
      switch block {
      case .table(let table):
        for (number, row) in (table.rows + table.totals).enumerated() {
          for (column, cell) in zip(table.columns, row.cells) where cell.formula != nil {
            places.append((table.key, column.key, number + 1))
          }
        }
      case .facts(let list):
        for fact in list.facts where fact.cell.formula != nil {
          places.append((list.key, fact.key, 1))
        }
      case .heading, .note, .chart, .contents: break
      }
    }
    return places.filter { !Self.writtenColumns.contains($0.1) }
  }

  /// Where this book, as the engine wrote it, differs from one of another input that was edited into
  /// this one's and recalculated.
  ///
  /// - Parameters:
  ///   - original: The book before the edit, whose tables have the same rows.
  ///   - path: The recalculated copy.
  ///   - columns: Columns that hang on what was written before the edit.
  /// - Returns: How many formulas were compared, and those that differ.
  /// - Throws: `ExternalProgramFailure` when a book cannot be read.
  func differences(
    from original: LiveBook, recalculated path: String, leavingOut columns: Set<String> = []
  ) throws -> (formulaCount: Int, cells: [String]) {
    let written = try Spreadsheet(path: self.path)
    let copy = try Spreadsheet(path: path)
    var differences: [String] = []
    let places = formulaPlaces.filter { !columns.contains($0.column) }
    for (table, column, row) in places {
      let engine = try place(table, column, row: row).cell(in: written)?.value ?? ""
      let found = try original.place(table, column, row: row).cell(in: copy)
      guard !LibreOffice.isSame(engine, found?.value ?? "") else { continue }
      differences.append(
        "\(table).\(column) \(row): engine \(engine), book \(found?.value ?? "")"
          + " =\(found?.formula ?? "")")
    }
    return (places.count, differences)
  }
}
