/// What a workbook carries of how it was made: its input files, byte for byte, and the command.
///
/// From it alone the workbook can be computed anew.
public struct InputRecord: Hashable, Sendable {
  /// The form of the record; another number is another form.
  public static let format = "awardsim-record 1"
  /// The bytes of all files that a workbook carries at most.
  public static let byteLimit = 16 * 1_024 * 1_024
  /// The rows of lines that a workbook carries at most.
  public static let lineLimit = 200_000
  /// The files that are recorded at most.
  public static let fileLimit = 1_000

  /// The program that wrote the workbook, with its version.
  public var program: String
  /// The command and each of its options, in order; an option may repeat.
  public var settings: [Setting]
  /// The files in the order of reading.
  public var files: [File]

  /// A part of the command.
  public struct Setting: Hashable, Sendable {
    /// The option without dashes, or `command`.
    public let name: String
    /// Its value.
    public let value: String

    /// Creates a setting.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// An input file.
  public struct File: Hashable, Sendable {
    /// What the workbook calls it.
    public let name: String
    /// Whether it is one of the case's own files rather than one that the command names.
    public let isOfCase: Bool
    /// Its length.
    public let byteCount: Int
    /// Its SHA-256 in hexadecimal.
    public let sha256: String
    /// What it holds; `nil` where the workbook does not carry it.
    public var bytes: [UInt8]?

    /// Creates a file.
    public init(name: String, isOfCase: Bool, byteCount: Int, sha256: String, bytes: [UInt8]?) {
      self.name = name
      self.isOfCase = isOfCase
      self.byteCount = byteCount
      self.sha256 = sha256
      self.bytes = bytes
    }
  }

  /// Creates a record; where the files are longer than a workbook carries, those of the case are
  /// left out.
  public init(program: String, settings: [Setting], files: [File]) {
    self.program = program
    self.settings = settings
    self.files = files
    let isWhole = files.allSatisfy { $0.bytes != nil }
    guard !isWhole || !fits(files) else { return }
    for index in files.indices where files[index].isOfCase { self.files[index].bytes = nil }
    guard !fits(self.files) else { return }
    for index in files.indices { self.files[index].bytes = nil }
  }

  /// The record as it was read.
  init(asRead program: String, settings: [Setting], files: [File]) {
    self.program = program
    self.settings = settings
    self.files = files
  }

  /// The files that the workbook does not carry.
  public var absentFiles: [File] { files.filter { $0.bytes == nil } }

  private func fits(_ files: [File]) -> Bool {
    let bytes = files.reduce(0) { $0 + ($1.bytes?.count ?? 0) }
    guard bytes <= InputRecord.byteLimit else { return false }
    let lines = files.reduce(0) { total, file in
      total + (file.bytes?.count { $0 == UInt8(ascii: "\n") } ?? 0) + 1
        + (file.bytes?.count ?? 0) / RecordedText.pieceLength
    }
    return lines <= InputRecord.lineLimit
  }
}
