import ArgumentParser
import Foundation
import Policy
import Reporting
import Workbook

/// Where a command's result goes: standard output, or a file that appears whole or not at all.
struct ResultOutput {
  let options: OutputOptions
  let language: Language

  /// Checks the destination before any work is done.
  ///
  /// - Parameters:
  ///   - options: How results are written.
  ///   - caseLanguage: The case's own language, where there is a case.
  /// - Throws: The exit status 73 when the file is there already and may not be replaced.
  init(_ options: OutputOptions, caseLanguage: Language? = nil) throws {
    self.options = options
    language = options.language ?? caseLanguage ?? .english
    if options.output != "-" { try ResultOutput.check(options.output, replacing: options.force) }
  }

  /// Checks whether a file may be made.
  static func check(_ path: String, replacing: Bool) throws {
    do {
      try AtomicFile.check(path, replacing: replacing)
    } catch {
      throw failure(error)
    }
  }

  /// Writes a table in the form that was asked for.
  func write(_ table: ReportTable) throws {
    try write(options.format.text(of: table, language: language))
  }

  /// Writes a text.
  func write(_ text: String) throws {
    guard options.output != "-" else {
      try ResultOutput.printText(text)
      return
    }
    try ResultOutput.write(text, to: options.output, replacing: options.force)
  }

  /// Lets several threads write the result, piece by piece.
  ///
  /// - Parameter produce: Writes all pieces.
  /// - Throws: The exit status where the output cannot be written, or what `produce` throws; a file is
  ///   then as it was.
  func stream(_ produce: (OrderedOutput) throws -> Void) throws {
    guard options.output != "-" else {
      do {
        try produce(OrderedOutput(FileHandle.standardOutput.fileDescriptor))
      } catch OrderedOutput.Failure.system(EPIPE) {
        return
      } catch let failure as OrderedOutput.Failure {
        throw StandardError.failure(
          ["standard output: writing failed: \(failure.reason)"], .inputOutputFailed)
      }
      return
    }
    do {
      try AtomicFile.stream(to: options.output, replacing: options.force, produce)
    } catch let error as OutputFileError {
      throw ResultOutput.failure(error)
    }
  }

  /// Writes a document as a workbook.
  static func write(_ document: ReportDocument, to path: String, replacing: Bool) throws {
    try reporting(workbook: path) {
      try WorkbookFile.write(document, to: path, replacing: replacing)
    }
  }

  /// Runs something that writes a workbook.
  static func reporting<Value>(workbook path: String, _ write: () throws -> Value) throws -> Value {
    do {
      return try write()
    } catch let error as WorkbookError {
      throw StandardError.failure(
        ["\(path): \(error.phrase[.english])"],
        error.isInputOutputFailure ? .inputOutputFailed : .outputRefused)
    } catch let error as OutputFileError {
      throw failure(error)
    }
  }

  /// Writes a text to a file.
  static func write(_ text: String, to path: String, replacing: Bool) throws {
    do {
      try AtomicFile.write(text, to: path, replacing: replacing)
    } catch {
      throw failure(error)
    }
  }

  /// Writes to standard output; a reader that went away, such as `head`, is no failure.
  static func printText(_ text: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
      guard (underlying ?? error as NSError).code == Int(EPIPE) else {
        throw StandardError.failure(
          ["standard output: writing failed: \(error.localizedDescription)"], .inputOutputFailed)
      }
    }
  }

  /// The error that ends the program where an output file cannot be made.
  static func failure(_ error: OutputFileError) -> ExitCode {
    StandardError.failure(
      [error.phrase[.english]], error.isInputOutputFailure ? .inputOutputFailed : .outputRefused)
  }

  /// Writes notes to standard error in the language of the result, unless it should be quiet.
  func note(_ notes: [Phrase]) {
    guard !options.quiet else { return }
    for note in notes { StandardError.line(ResultOutput.noteLabel[language] + note[language]) }
  }

  private static let noteLabel = Phrase("note: ", "註：")
}
