import Reporting

/// XLSX files to be filled in.
public enum TemplateFile {
  /// Writes a template; the file appears whole or not at all, and the same template gives the same bytes.
  ///
  /// - Parameters:
  ///   - template: What the workbook holds.
  ///   - path: The destination.
  ///   - replacing: Whether an existing file may be replaced.
  /// - Throws: ``WorkbookError`` when the library reports one, or a name or a list does not fit a sheet's
  ///   limits; `OutputFileError` when the file cannot be made. The destination is then as it was.
  public static func write(
    _ template: InputTemplate, to path: String, replacing: Bool
  ) throws {
    try AtomicFile.write(to: path, replacing: replacing) { temporaryPath in
      try TemplateRenderer(template).render(to: temporaryPath)
    }
  }
}
