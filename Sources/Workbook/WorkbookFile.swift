public import Reporting

/// XLSX files made of report documents.
public enum WorkbookFile {
  /// Writes a document as a workbook; the file appears whole or not at all.
  ///
  /// The same document gives the same bytes. Formulas are stored with the document's own values, so
  /// that programs which do not recalculate show them as well.
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
    try AtomicFile.write(to: path, replacing: replacing) { temporaryPath in
      try DocumentRenderer(document).render(to: temporaryPath)
    }
  }
}
