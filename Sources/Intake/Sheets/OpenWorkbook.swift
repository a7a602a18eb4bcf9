import Policy
import WorkbookReading

/// A workbook that tables are read from.
struct OpenWorkbook {
  /// What the file is called in messages.
  let name: String
  let reader: WorkbookReader
  /// The file's checksum.
  let sha256: String

  /// Sheets whose names say that they hold no table: explanations such as those of a template.
  static let notesSheetNames = ["notes", "說明"]

  /// The sheets that may hold tables.
  var tableSheets: [SheetEntry] {
    reader.sheets.filter {
      $0.hasCells && !OpenWorkbook.notesSheetNames.contains($0.name.lowercased())
    }
  }

  /// The sheet of a name; case does not count.
  func sheet(named name: String) -> SheetEntry? {
    reader.sheets.first { $0.name.lowercased() == name.lowercased() }
  }

  /// What a sheet is called in messages.
  func name(of sheet: SheetEntry) -> String { "\(name)!\(sheet.name)" }

  /// An error of the whole file.
  func error(_ problem: String, _ expectation: String) -> Diagnostic {
    Diagnostic(file: name, line: 0, column: 0, problem: problem, expectation: expectation)
  }
}

extension WorkbookReadingError {
  /// The error at its place in a file.
  func diagnostic(inFile name: String) -> Diagnostic {
    Diagnostic(
      file: name + (sheet.map { "!" + $0 } ?? ""), line: cell?.row ?? 0, column: cell?.column ?? 0,
      numbering: .cells, problem: problem, expectation: expectation)
  }
}
