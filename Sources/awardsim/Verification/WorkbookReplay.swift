import ArgumentParser
import Foundation
import Intake
import Pipeline
import Policy
import Pricing
import Quantities
import Reporting
import Workbook
import WorkbookReading

/// Computes a workbook anew from the command and the files that its record holds.
///
/// The files are read from memory alone: whatever a record names, nothing of the disk is looked at.
struct WorkbookReplay {
  /// What stands for the case's folder.
  private static let folder = "<record>"
  /// The options of a record that name a value.
  private static let valueOptions: [String: Set<String>] = [
    "run": ["policy", "set", "date", "map", "encoding", "language"],
    "simulate": [
      "policy", "set", "date", "map", "encoding", "language", "draws", "seed", "scenarios",
      "behaviour", "precision", "metric", "method", "sampling", "tornado",
    ],
  ]
  private static let flags: [String: Set<String>] = ["simulate": ["resample-evidence"]]

  let book: RecordedBook
  private let command: any WorkbookCommand
  private let files: [String: [UInt8]]

  /// The path that a file of a record is read at.
  static func path(of file: InputRecord.File) -> String {
    if !file.isOfCase || file.name.hasPrefix("/") { return file.name }
    return folder + "/" + file.name
  }

  /// Reads the command of a record.
  ///
  /// - Parameters:
  ///   - book: The workbook.
  ///   - files: The files by ``path(of:)``.
  ///   - quiet: Whether no progress is shown.
  /// - Throws: The exit status 65 where the record has no command that writes a workbook.
  init(_ book: RecordedBook, files: [String: [UInt8]], quiet: Bool) throws {
    self.init(
      book, files: files, command: try WorkbookReplay.command(of: book, quiet: quiet))
  }

  /// Replays a command.
  init(_ book: RecordedBook, files: [String: [UInt8]], command: any WorkbookCommand) {
    self.book = book
    self.files = files
    self.command = command
  }

  /// The command of a record.
  static func command(of book: RecordedBook, quiet: Bool) throws -> any WorkbookCommand {
    var settings = book.record.settings[...]
    guard let first = settings.popFirst(), first.name == "command",
      let known = WorkbookReplay.valueOptions[first.value]
    else {
      throw RecordedBook.refusal(
        book.path, "the record has no command", "the command run or simulate")
    }
    // The option asks for all that a workbook shows; nothing is written there.
    var arguments = [WorkbookReplay.folder, "--workbook=<record>"] + (quiet ? ["--quiet"] : [])
    for setting in settings {
      if known.contains(setting.name) {
        arguments.append("--\(setting.name)=\(setting.value)")
      } else if WorkbookReplay.flags[first.value]?.contains(setting.name) ?? false {
        arguments.append("--\(setting.name)")
      } else {
        throw RecordedBook.refusal(
          book.path, "the record has the setting “\(setting.name.prefix(60))”",
          "an option of \(first.value)")
      }
    }
    do {
      return first.value == "run"
        ? try RunCommand.parse(arguments) : try SimulateCommand.parse(arguments)
    } catch {
      throw RecordedBook.refusal(
        book.path, "the record's command cannot be read (\(RunCommand.message(for: error)))",
        "the options as they were written")
    }
  }

  /// A document with the case that it is of.
  struct Result {
    let document: ReportDocument
    let input: Case
    let inputFiles: [Case.InputFile]
  }

  /// The encoding of the case's tables.
  var encoding: TextEncoding { command.files.encoding }
  /// The mapping that the case's tables are read with.
  var mapping: [UInt8]? { command.files.map.flatMap { files[$0] } }

  /// Reads the case.
  ///
  /// - Parameter changed: Files of the case in place of those of the record, by name.
  /// - Returns: The case.
  /// - Throws: The exit status, after every error was printed.
  func loaded(replacing changed: [String: [UInt8]?] = [:]) throws -> LoadedCase {
    var files = files
    for (name, bytes) in changed { files[WorkbookReplay.folder + "/" + name] = bytes }
    return try LoadedCase(
      command.path, policyOptions: command.policy, fileOptions: command.files, warns: false,
      files: InputFiles(files, keptByteLimit: InputRecord.byteLimit))
  }

  /// Computes the document.
  ///
  /// - Parameter overrides: Overrides that win over those of the case.
  /// - Returns: The document and the case.
  /// - Throws: The exit status 65, after every error was printed.
  func result(overrides: [ReserveOverride] = []) throws -> Result {
    do {
      var loaded = try loaded()
      let decided = Set(overrides.map(\.itemID))
      loaded.input.reserveOverrides =
        loaded.input.reserveOverrides.filter { !decided.contains($0.itemID) } + overrides
      let language = command.output.language ?? loaded.input.header.language ?? .english
      let document = try command.document(
        of: loaded, language: language, program: book.record.program)
      return Result(
        document: document, input: loaded.input, inputFiles: loaded.input.inputFiles)
    } catch let status as ExitCode where status.rawValue != Interruption.status {
      throw RecordedBook.refusal(
        book.path, "cannot be computed anew from its record", "a record as it was written")
    }
  }

  /// The cells of a document's workbook, as the program writes it.
  static func cells(of document: ReportDocument) throws -> WorkbookCells {
    let folder = try PrivateFolder()
    let path = folder.path + "/book.xlsx"
    defer { withExtendedLifetime(folder) {} }
    try ResultOutput.write(document, to: path, replacing: false)
    let bytes = try InputFailure.reporting { () throws(IntakeError) in
      try InputFiles.contents(of: path)
    }
    return try RecordedBook.cells(of: bytes, path)
  }
}
