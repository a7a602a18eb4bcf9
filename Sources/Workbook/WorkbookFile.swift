public import Reporting

/// XLSX files made of report documents.
public enum WorkbookFile {
  /// Writes a document as a workbook; the file appears whole or not at all.
  ///
  /// The same document gives the same bytes. Formulas are stored with the document's own values, so
  /// that programs which do not recalculate show them as well. Where the last table of a sheet has
  /// more rows than a sheet holds it continues on further ones; formulas over a whole column of it are
  /// left out, which their sheet says, and their values stand.
  ///
  /// - Parameters:
  ///   - document: What the workbook holds.
  ///   - path: The destination.
  ///   - replacing: Whether an existing file may be replaced.
  /// - Throws: ``WorkbookError`` when the document has a fault or the library reports one;
  ///   `OutputFileError` when the file cannot be made. The destination is then as it was.
  /// - Complexity: O(cells) in time and memory, about 100 bytes a cell.
  public static func write(
    _ document: ReportDocument, to path: String, replacing: Bool
  ) throws {
    try write(document, to: path, replacing: replacing, rowLimit: SheetLimits.rowCount)
  }

  static func write(
    _ document: ReportDocument, to path: String, replacing: Bool, rowLimit: Int
  ) throws {
    try AtomicFile.write(to: path, replacing: replacing) { temporaryPath in
      try DocumentRenderer(document, rowLimit: rowLimit).render(to: temporaryPath)
    }
  }
}
