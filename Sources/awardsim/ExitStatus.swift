import ArgumentParser

/// The exit statuses that other programs rely on.
extension ExitCode {
  /// The command line itself is wrong.
  static let wrongUsage = ExitCode(64)
  /// An input has errors; all of them were printed.
  static let inputErrors = ExitCode(65)
  /// An input that the command needs is not there.
  static let inputMissing = ExitCode(66)
  /// The output cannot be made, or is there already.
  static let outputRefused = ExitCode(73)
  /// Reading or writing failed underneath.
  static let inputOutputFailed = ExitCode(74)
}
