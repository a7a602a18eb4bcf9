import ArgumentParser
import Foundation

/// Everything that is not a result: warnings, notes, errors, progress.
enum StandardError {
  /// Writes one line.
  static func line(_ text: String) {
    write(text + "\n")
  }

  /// Writes a text as it is.
  ///
  /// Where standard error is closed, full or no longer read there is nowhere left to say so; the exit
  /// status still tells.
  static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Writes some lines, then makes the error that ends the program with a status.
  static func failure(_ lines: [String], _ status: ExitCode) -> ExitCode {
    for text in lines { line(text) }
    return status
  }

  /// Whether standard error is a terminal, where progress may be shown.
  static var isTerminal: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }
}
