public import Pipeline
public import Policy

/// A case folder as it was read: the case, the policy it is computed with, and warnings.
public struct CaseFolder: Sendable {
  /// The case.
  public let contents: Case
  /// The policy: the one asked for, else the one that the case names, else the shipped one.
  public let policy: PolicyBook
  /// Warnings; there is no error.
  public let diagnostics: Diagnostics

  /// The file that makes a folder a case.
  public static let headerFileName = "case.yaml"
  /// A workbook that may hold tables of the case, each on a sheet of its name.
  public static let workbookFileName = "case.xlsx"

  /// Reads a case folder.
  ///
  /// A table that is not there is `nil` in the case, which is no error here: the caller knows which
  /// tables its question needs. Files that are no table of a case are a warning.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - tables: The tables to read; others are not looked at.
  ///   - policyPath: A policy file that wins over the case's own.
  ///   - options: Encoding and mapping of the tables.
  ///   - files: Where files are read from; the disk if not given.
  /// - Returns: The case with its policy.
  /// - Throws: ``IntakeError/missing(paths:)`` for the folder, `case.yaml` or a file that one of them
  ///   names, ``IntakeError/unreadable(path:reason:)``, or ``IntakeError/invalid(_:)`` with every
  ///   error of every file.
  public static func read(
    _ path: String, tables: Set<TableName> = Set(TableName.ofCase), policyPath: String? = nil,
    options: ReadOptions = ReadOptions(), files: InputFiles = InputFiles()
  ) throws(IntakeError) -> CaseFolder {
    let names = try files.names(inFolder: path)
    var reader = CaseReader(path, tables, loader: try TableLoader(options, files: files))
    let header = try reader.header()
    reader.warnOfUnknownTables(among: names)
    try reader.warnOfUnknownSheets()
    let policy = try reader.policy(policyPath, header)
    reader.note(policy)
    let contents = try reader.contents(header)
    guard let contents, let policy, !reader.loader.diagnostics.hasErrors else {
      throw .invalid(reader.loader.diagnostics)
    }
    return CaseFolder(
      contents: contents, policy: policy, diagnostics: reader.loader.diagnostics)
  }
}
