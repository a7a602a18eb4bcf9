import Foundation

/// Makes output files whole or not at all.
///
/// A file is written beside its destination, brought to the disk and then renamed, so that a reader
/// sees the old file or the new one and never a part. A destination that is no ordinary file, such as
/// `/dev/null` or a pipe, is written into as it is.
public enum AtomicFile {
  /// Checks whether a file may be made, before the work for it begins.
  ///
  /// - Throws: ``OutputFileError`` when the destination exists and may not be replaced, or is a
  ///   folder.
  public static func check(_ path: String, replacing: Bool) throws(OutputFileError) {
    guard !path.isEmpty else {
      throw .cannotCreate(path: "“”", reason: "the name is empty")
    }
    switch Destination(path) {
    case .absent, .special: return
    case .file: guard replacing else { throw .exists(path: path) }
    case .folder: throw .isFolder(path: path)
    }
  }

  /// Writes a text as UTF-8.
  ///
  /// - Throws: ``OutputFileError``; the destination is then as it was.
  public static func write(
    _ text: String, to path: String, replacing: Bool
  ) throws(OutputFileError) {
    do {
      try write(to: path, replacing: replacing) { temporaryPath in
        try TemporaryFile.fill(temporaryPath, with: text)
      }
    } catch let error as OutputFileError {
      throw error
    } catch {
      throw .writingFailed(path: path, reason: error.localizedDescription)
    }
  }

  /// Lets several threads write a file, piece by piece.
  ///
  /// - Parameters:
  ///   - path: The destination.
  ///   - replacing: Whether an existing file may be replaced.
  ///   - produce: Writes all pieces.
  /// - Throws: ``OutputFileError``, or what else `produce` throws; the destination is then as it was.
  public static func stream(
    to path: String, replacing: Bool, _ produce: (OrderedOutput) throws -> Void
  ) throws {
    try write(to: path, replacing: replacing) { temporaryPath in
      let descriptor = unsafe open(temporaryPath, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw OutputFileError.cannotCreate(
          path: path, reason: OrderedOutput.Failure.system(errno).reason)
      }
      defer { close(descriptor) }
      do {
        try produce(OrderedOutput(descriptor))
      } catch let failure as OrderedOutput.Failure {
        throw OutputFileError.writingFailed(path: path, reason: failure.reason)
      }
    }
  }

  /// Lets `produce` write a file under a temporary name, then gives it its own.
  ///
  /// - Parameters:
  ///   - path: The destination.
  ///   - replacing: Whether an existing file may be replaced.
  ///   - produce: Fills the empty file at the path it is given.
  /// - Throws: ``OutputFileError``, or what `produce` throws; the destination is then as it was.
  public static func write(
    to path: String, replacing: Bool, using produce: (_ temporaryPath: String) throws -> Void
  ) throws {
    try check(path, replacing: replacing)
    let isSpecial = Destination(path) == .special
    let folder = isSpecial ? NSTemporaryDirectory() : Destination.folder(of: path)
    let temporary = try TemporaryFile(in: folder, for: path)
    defer { temporary.remove() }
    try produce(temporary.path)
    if isSpecial {
      try temporary.copy(into: path)
    } else {
      try temporary.synchronize(for: path)
      try temporary.rename(to: path, replacing: replacing)
    }
  }
}

/// What stands at a path.
private enum Destination {
  case absent
  case file
  case folder
  case special

  init(_ path: String) {
    var status = stat()
    // Follows links: what counts is the file that a reader would see.
    guard unsafe stat(path, &status) == 0 else {
      self = .absent
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .special
    }
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
