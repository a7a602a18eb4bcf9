import ArgumentParser
import Intake
import Policy
import Reporting

/// The case that a workbook was made of, in the folder where decisions are to be recorded.
struct CaseOfBook {
  let replay: WorkbookReplay
  /// `reserve_overrides.csv` as it is now; `nil` where there is none.
  let overrides: [UInt8]?

  /// Holds a folder to the files of a record.
  ///
  /// - Parameters:
  ///   - book: The workbook.
  ///   - folder: The folder of the case.
  ///   - command: The command that the workbook was made by.
  /// - Throws: The exit status, after every file that is another one was named.
  init(_ book: RecordedBook, folder: String, command: any WorkbookCommand) throws {
    let ownFile = TableName.reserveOverrides.fileName
    var files: [String: [UInt8]] = [:]
    var lines: [String] = []
    for file in book.record.files {
      guard file.isOfCase else {
        files[WorkbookReplay.path(of: file)] = file.bytes
        continue
      }
      let path = "\(folder)/\(file.name)"
      let bytes = try CaseOfBook.contents(of: path)
      if file.name == ownFile, let carried = file.bytes {
        files[WorkbookReplay.path(of: file)] = carried
      } else if let bytes, InputFiles.checksum(of: bytes) == file.sha256 {
        files[WorkbookReplay.path(of: file)] = bytes
      } else {
        let problem = bytes == nil ? "is not there" : "is another file"
        lines.append(
          "\(path): \(problem), expected the one that \(book.path) was made of, of SHA-256"
            + " \(file.sha256.prefix(64))")
      }
    }
    lines += try CaseOfBook.addedTables(book, folder, ownFile)
    guard lines.isEmpty else { throw StandardError.failure(lines, .inputErrors) }
    replay = WorkbookReplay(book, files: files, command: command)
    overrides = try CaseOfBook.contents(of: "\(folder)/\(ownFile)")
    try refuseWorkbooks(book, folder)
  }

  private static func contents(of path: String) throws -> [UInt8]? {
    do throws(IntakeError) {
      return try InputFiles.contents(of: path)
    } catch {
      if case .missing = error { return nil }
      throw StandardError.failure(error.lines, ExitCode(error.exitStatus))
    }
  }

  /// Tables that the folder has and the workbook was made without.
  private static func addedTables(
    _ book: RecordedBook, _ folder: String, _ ownFile: String
  ) throws -> [String] {
    let recorded = Set(book.record.files.filter(\.isOfCase).map(\.name))
    let names =
      TableName.ofCase.flatMap { [$0.fileName, $0.workbookName] } + [CaseFolder.workbookFileName]
    return try names.filter { !recorded.contains($0) && $0 != ownFile }.compactMap { name in
      let path = "\(folder)/\(name)"
      guard try contents(of: path) != nil else { return nil }
      return "\(path): \(book.path) was made without it, expected the tables as they were then"
    }
  }

  /// Refuses a case whose overrides are not read from a file of their own.
  private func refuseWorkbooks(_ book: RecordedBook, _ folder: String) throws {
    let names = book.record.files.filter(\.isOfCase).map(\.name)
    if let name = names.first(where: LooseFiles.isWorkbook) {
      throw StandardError.failure(
        [
          "\(folder)/\(name): the case keeps its tables in workbooks, expected CSV; put the decisions"
            + " on a sheet reserve_overrides there"
        ], .inputErrors)
    }
    if let mapping = replay.mapping, OverrideTable.isMapped(by: mapping) {
      throw StandardError.failure(
        [
          "\(folder): the mapping reads reserve_overrides with headings of its own, expected"
            + " reserve_overrides.csv without a mapping; put the decisions there"
        ], .inputErrors)
    }
  }
}
