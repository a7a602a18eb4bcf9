import ArgumentParser
import Foundation

/// Everything that is not a result: warnings, notes, errors, progress.
enum StandardError {
  /// Writes one line.
  static func line(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// Writes some lines, then makes the error that ends the program with a status.
  static func failure(_ lines: [String], _ status: ExitCode) -> ExitCode {
    for text in lines { line(text) }
    return status
  }

  /// Whether standard error is a terminal, where progress may be shown.
  static var isTerminal: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }
}
