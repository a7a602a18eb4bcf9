public import Foundation

/// A program of the machine that tests ask for a second opinion.
public struct ExternalProgram: Sendable {
  /// Where the program lies; `nil` when it is not installed.
  public let path: String?

  /// Finds a program in the folders of `PATH`.
  public init(_ name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
      .split(separator: ":")
    path = folders.map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs the program and waits for it.
  ///
  /// - Parameters:
  ///   - arguments: Its arguments.
  ///   - statuses: The exit statuses that are no failure.
  /// - Returns: What it wrote to standard output.
  /// - Throws: ``ExternalProgramFailure`` when it is missing or ends with another exit status.
  @discardableResult
  public func run(_ arguments: [String], endingWith statuses: Set<Int32> = [0]) throws -> Data {
    guard let path else { throw ExternalProgramFailure("is not installed") }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard statuses.contains(process.terminationStatus) else {
      throw ExternalProgramFailure("\(path) ended with status \(process.terminationStatus)")
    }
    return data
  }
}

/// A program that is missing or failed, or whose output cannot be used.
public struct ExternalProgramFailure: Error, CustomStringConvertible {
  /// What happened.
  public let description: String

  /// Creates the error.
  public init(_ description: String) {
    self.description = description
  }
}

/// A folder that vanishes with its last reference.
public final class ScratchFolder: Sendable {
  /// Where the folder lies.
  public let path: String

  /// Makes an empty folder.
  public init() throws {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "awardsim-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of a file in the folder.
  public func file(_ name: String) -> String { path + "/" + name }
}
