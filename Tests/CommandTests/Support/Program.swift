import Foundation

/// The built program, run as a user runs it.
struct Program {
  /// What one run left behind.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String

    /// The lines of standard error.
    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
    /// The lines of standard output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }
    /// The fields of each line of standard output, for output without quoted fields.
    var rows: [[String]] {
      lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }
  }

  /// Runs `awardsim` through a shell that redirects its streams; `"$@"` stands for the program.
  static func run(_ arguments: [String], shell: String, in folder: TemporaryFolder? = nil) throws
    -> Outcome
  {
    let words = ["-c", shell, "sh", try executable().path] + arguments
    return try run(URL(fileURLWithPath: "/bin/sh"), words, in: folder)
  }

  /// Runs `awardsim` with the given arguments in a folder and waits for its end.
  static func run(_ arguments: [String], in folder: TemporaryFolder? = nil) throws -> Outcome {
    try run(executable(), arguments, in: folder)
  }

  private static func run(
    _ executable: URL, _ arguments: [String], in folder: TemporaryFolder?
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    // The folder is removed with its owner, which has to outlive the program.
    defer { withExtendedLifetime(folder) {} }
    if let folder { process.currentDirectoryURL = folder.url }
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // Both pipes are drained at once: a program that fills one while the other is read would hang.
    let errorReader = PipeReader(errors)
    let outputData = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: outputData, as: UTF8.self),
      errors: String(decoding: errorReader.data(), as: UTF8.self))
  }

  /// The program that `AWARDSIM_PROGRAM` names, or the one beside the running test bundle.
  private static func executable() throws -> URL {
    if let path = ProcessInfo.processInfo.environment["AWARDSIM_PROGRAM"] {
      return URL(fileURLWithPath: path)
    }
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent(
      "awardsim")
  }

  /// The package's own folder.
  static let packageFolder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The shipped case.
  static let shippedCase = packageFolder.appendingPathComponent("datasets/cloud-1150202").path
}

/// Reads a pipe to its end on a thread of its own.
private final class PipeReader: @unchecked Sendable {
  private let group = DispatchGroup()
  private var collected = Data()

  init(_ pipe: Pipe) {
    let handle = pipe.fileHandleForReading
    DispatchQueue.global().async(group: group) { self.collected = handle.readDataToEndOfFile() }
  }

  func data() -> Data {
    group.wait()
    return collected
  }
}

/// A folder that exists while a test runs.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("awardsim-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  /// Writes a file of arbitrary bytes and returns its path.
  @discardableResult
  func write(_ name: String, bytes: [UInt8]) throws -> String {
    let file = url.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    return file.path
  }

  /// The path of a file that need not exist.
  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// The text of a file.
  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appendingPathComponent(name)), as: UTF8.self)
  }

  /// The names of everything in the folder.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
  }
}
