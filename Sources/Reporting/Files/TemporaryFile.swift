import Foundation

/// A file with a name of its own that is to become another, or to vanish.
struct TemporaryFile {
  let path: String

  /// Makes an empty file that no other process has, readable as the user's other new files are.
  init(in folder: String, for destination: String) throws(OutputFileError) {
    var attempts = 0
    while true {
      let suffix = String(UInt64.random(in: .min ... .max), radix: 36)
      let candidate = "\(folder)/.awardsim-\(suffix).tmp"
      let descriptor = unsafe open(candidate, O_CREAT | O_EXCL | O_WRONLY, 0o666)
      if descriptor >= 0 {
        close(descriptor)
        path = candidate
        return
      }
      attempts += 1
      guard errno == EEXIST, attempts < 100 else {
        throw .cannotCreate(path: destination, reason: TemporaryFile.systemReason())
      }
    }
  }

  /// Writes a text into an existing file.
  static func fill(_ path: String, with text: String) throws(OutputFileError) {
    do {
      let handle = try FileHandle(forWritingTo: URL(filePath: path))
      defer { try? handle.close() }
      try handle.write(contentsOf: Data(text.utf8))
    } catch {
      throw .writingFailed(path: path, reason: error.localizedDescription)
    }
  }

  /// Brings the contents to the disk, so that a crash after the rename cannot leave an empty file.
  func synchronize(for destination: String) throws(OutputFileError) {
    do {
      let handle = try FileHandle(forUpdating: URL(filePath: path))
      defer { try? handle.close() }
      try handle.synchronize()
    } catch {
      throw .writingFailed(path: destination, reason: error.localizedDescription)
    }
  }

  /// Gives the file its final name in one step.
  func rename(to destination: String, replacing: Bool) throws(OutputFileError) {
    if !replacing {
      // A link fails where the name is taken, even if it was taken a moment ago.
      if unsafe link(path, destination) == 0 { return }
      if errno == EEXIST { throw .exists(path: destination) }
      if errno == ENAMETOOLONG {
        throw .cannotCreate(path: destination, reason: TemporaryFile.systemReason())
      }
      // Some file systems have no links; there the check before must do.
    }
    guard unsafe Foundation.rename(path, destination) == 0 else {
      throw .writingFailed(path: destination, reason: TemporaryFile.systemReason())
    }
  }

  /// Copies the contents into something that is not an ordinary file.
  func copy(into destination: String) throws(OutputFileError) {
    do {
      let contents = try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
      let handle = try FileHandle(forWritingTo: URL(filePath: destination))
      defer { try? handle.close() }
      try handle.write(contentsOf: contents)
    } catch {
      throw .writingFailed(path: destination, reason: error.localizedDescription)
    }
  }

  /// Removes the file if it still has its temporary name.
  func remove() {
    unsafe unlink(path)
  }

  private static func systemReason() -> String {
    unsafe String(cString: strerror(errno))
  }
}
