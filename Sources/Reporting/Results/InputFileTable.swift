public import Pipeline
import Policy

/// The files that a case was read from.
public enum InputFileTable {
  /// One row a file, in the order of reading.
  public static func table(of input: Case) -> ReportTable { table(of: input.inputFiles) }

  /// One row a file, in the order given.
  static func table(of files: [Case.InputFile]) -> ReportTable {
    var table = ReportTable(
      "inputs", title: Phrase("Input files", "輸入檔案"),
      columns: [
        .identifier("file", Phrase("file", "檔案")),
        .integer("rows", Phrase("rows", "資料列數")),
        .identifier("sha256", Phrase("SHA-256", "SHA-256")),
      ])
    for file in files {
      table.append([
        .text(file.name), .integer(file.rowCount.map { Int64($0) }), .text(file.sha256),
      ])
    }
    return table
  }
}
