/// Why an input could not be read; each case has its own exit status.
public enum IntakeError: Error, Sendable {
  /// Files or folders are not there.
  case missing(paths: [String])
  /// A file is there, but reading it failed; `reason` is the system's own word for it.
  case unreadable(path: String, reason: String)
  /// The files were read, and there are errors in them.
  case invalid(Diagnostics)

  /// The exit status after `sysexits.h`: 66 no input, 74 input/output failed, 65 wrong data.
  public var exitStatus: Int32 {
    switch self {
    case .missing: 66
    case .unreadable: 74
    case .invalid: 65
    }
  }

  /// The error of one file or folder that is not there.
  static func missing(path: String) -> IntakeError { .missing(paths: [path]) }

  /// The error as it is printed, one message a line.
  public var lines: [String] {
    switch self {
    case .missing(let paths): paths.map { "\($0): there is no such file or folder" }
    case .unreadable(let path, let reason): ["\(path): reading it failed: \(reason)"]
    case .invalid(let diagnostics): diagnostics.errorLines
    }
  }
}
