import ArgumentParser
import Intake
import Pipeline
import Policy
import Quantities
import Reporting

/// A command that writes a workbook: from its options and a case's files to the document, whether the
/// files come from the disk or from the record of a workbook.
protocol WorkbookCommand: ParsableCommand {
  var path: String { get }
  var policy: PolicyOptions { get }
  var files: FileOptions { get }
  var output: OutputOptions { get }
  /// The command and those of its options that the document hangs on, but for its language.
  var recordedSettings: [InputRecord.Setting] { get }

  /// Computes the document.
  ///
  /// - Parameters:
  ///   - loaded: The case.
  ///   - language: The language of the sheets.
  ///   - program: The program that the record names.
  /// - Returns: The document with its record.
  /// - Throws: The exit status, after every error was printed.
  func document(
    of loaded: LoadedCase, language: Language, program: String
  ) throws -> ReportDocument
}

extension WorkbookCommand {
  /// What the workbook carries of how it was made.
  ///
  /// - Parameters:
  ///   - loaded: The case, all of whose files have been read.
  ///   - language: The language of the sheets.
  ///   - program: The program that the record names.
  /// - Returns: The record.
  func record(of loaded: LoadedCase, _ language: Language, _ program: String) -> InputRecord {
    InputRecord(
      program: program,
      settings: recordedSettings + [.init("language", language.rawValue)],
      files: loaded.files.read.map { file in
        InputRecord.File(
          name: file.name, isOfCase: file.isOfCase, byteCount: file.byteCount,
          sha256: file.sha256, bytes: file.bytes)
      })
  }

  /// The options that say which policy and files a command reads.
  var recordedInputSettings: [InputRecord.Setting] {
    var settings: [InputRecord.Setting] = []
    if let file = policy.policy { settings.append(.init("policy", file)) }
    settings += policy.overrides.map { .init("set", $0) }
    if let date = policy.date { settings.append(.init("date", date)) }
    if let file = files.map { settings.append(.init("map", file)) }
    return settings + [.init("encoding", files.encoding.rawValue)]
  }

  /// Where files are read from that a workbook, if there is one, will carry.
  static func inputFiles(forWorkbook workbook: String?) -> InputFiles {
    workbook == nil ? InputFiles() : InputFiles(keptByteLimit: InputRecord.byteLimit)
  }
}
