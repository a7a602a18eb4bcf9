/// Where input files are read from: the disk, or bytes that are given.
///
/// What is read from the disk can be kept, so that a workbook carries the very files that it was computed
/// from. Given files stand in for the disk, which is then not looked at: whatever a file names that is
/// not among them is missing.
public final class InputFiles {
  /// A file that was read.
  public struct File: Hashable, Sendable {
    /// The path that it was read at.
    public let path: String
    /// What it is called in reports: relative to the case, or the path as the user named it.
    public let name: String
    /// What it holds; `nil` where the files are longer than are kept.
    public let bytes: [UInt8]?
    /// Its length.
    public let byteCount: Int
    /// Its SHA-256 in hexadecimal.
    public let sha256: String

    /// Whether it is one of the case's own files rather than one that the command line names.
    public var isOfCase: Bool { path != name }
  }

  /// The files that were read, each once, in the order of reading; none where nothing is kept.
  public private(set) var read: [File] = []
  private let given: [String: [UInt8]]?
  private let keptByteLimit: Int
  private var keptByteCount = 0

  /// Reads from the disk and keeps nothing.
  public init() {
    given = nil
    keptByteLimit = 0
  }

  /// Reads from the disk, noting each file.
  ///
  /// - Parameter keptByteLimit: The bytes that are kept at most; of files beyond it the checksum is.
  public init(keptByteLimit: Int) {
    given = nil
    self.keptByteLimit = keptByteLimit
  }

  /// Reads from given bytes alone, noting each file.
  ///
  /// - Parameters:
  ///   - files: The bytes by path; the disk is never looked at.
  ///   - keptByteLimit: The bytes that are kept at most; of files beyond it the checksum is.
  public init(_ files: [String: [UInt8]], keptByteLimit: Int) {
    given = files
    self.keptByteLimit = keptByteLimit
  }

  /// The SHA-256 of some bytes in hexadecimal.
  ///
  /// - Complexity: O(bytes).
  public static func checksum(of bytes: [UInt8]) -> String { sha256(bytes) }

  /// Reads one file of the disk as a whole.
  ///
  /// - Throws: ``IntakeError`` when it is missing, cannot be read or is too long.
  public static func contents(of path: String) throws(IntakeError) -> [UInt8] {
    try inputBytes(at: path)
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - name: What it is called in reports.
  /// - Returns: Its bytes.
  /// - Throws: ``IntakeError`` when it is missing, cannot be read or is too long.
  func bytes(at path: String, named name: String) throws(IntakeError) -> [UInt8] {
    let bytes = try contents(at: path)
    guard keptByteLimit > 0, !read.contains(where: { $0.path == path }) else { return bytes }
    let isKept = bytes.count <= keptByteLimit - keptByteCount
    if isKept { keptByteCount += bytes.count }
    read.append(
      File(
        path: path, name: name, bytes: isKept ? bytes : nil, byteCount: bytes.count,
        sha256: sha256(bytes)))
    return bytes
  }

  private func contents(at path: String) throws(IntakeError) -> [UInt8] {
    guard let given else { return try inputBytes(at: path) }
    guard let bytes = given[path] else { throw .missing(path: path) }
    return bytes
  }

  /// Whether there is a file at a path.
  func exists(at path: String) throws(IntakeError) -> Bool {
    guard let given else { return try fileExists(at: path) }
    return given[path] != nil
  }

  /// The names in a folder, in the order of their code points.
  func names(inFolder path: String) throws(IntakeError) -> [String] {
    guard let given else { return try fileNames(inFolder: path) }
    let names = given.keys.filter { $0.hasPrefix(path + "/") }.map {
      String($0.dropFirst(path.count + 1))
    }
    return names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }
}
