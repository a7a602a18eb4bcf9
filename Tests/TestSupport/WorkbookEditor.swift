/// A cell of a workbook that someone changes, as a person would by typing.
public struct WorkbookEdit: Sendable {
  /// What is typed.
  public enum Content: Sendable {
    /// A number, or a date by its number.
    case number(Double)
    /// A text.
    case text(String)
    /// Nothing: the cell is emptied.
    case empty
  }

  /// The name on the sheet's tab.
  public let sheet: String
  /// The cell, such as `B5`.
  public let address: String
  /// What is typed.
  public let content: Content

  /// Creates an edit.
  public init(sheet: String, address: String, content: Content) {
    self.sheet = sheet
    self.address = address
    self.content = content
  }
}

/// Changes cells of an XLSX file without a spreadsheet program; what formulas stored is left as it was.
public enum WorkbookEditor {
  /// Writes a copy of a workbook with some cells changed.
  ///
  /// - Parameters:
  ///   - path: The workbook.
  ///   - edits: The cells; each has to be there, if only as an empty cell with a look.
  ///   - copy: Where the changed workbook goes.
  /// - Throws: ``ExternalProgramFailure`` when a sheet or a cell is not there.
  public static func edit(_ path: String, _ edits: [WorkbookEdit], savingAs copy: String) throws {
    var book = try EditedWorkbook(path: path)
    for edit in edits {
      switch edit.content {
      case .number(let number): try book.set("\(number)", at: edit.address, of: edit.sheet)
      case .text(let text): try book.set(text, at: edit.address, of: edit.sheet)
      case .empty: try book.clear(edit.address, of: edit.sheet)
      }
    }
    try book.write(to: copy)
  }
}
