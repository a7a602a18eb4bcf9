import Glibc

/// A large file that is read piece by piece, by several threads.
///
/// Read rather than mapped: a mapped file that another program cuts short ends this one.
final class BulkFile: Sendable {
  let path: String
  /// The length when the file was opened.
  let count: Int
  private let changeTime: FileTime
  private let descriptor: Int32

  /// Opens an ordinary file.
  ///
  /// - Returns: `nil` for anything else, such as a pipe, which can be read only once: it is not even
  ///   opened, since its writer would take that for the only time.
  /// - Throws: ``IntakeError`` when the file is missing or cannot be read.
  init?(_ path: String) throws(IntakeError) {
    self.path = path
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw fileFailure(path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fileFailure(path, errno) }
    guard unsafe fstat(descriptor, &status) == 0 else {
      let number = errno
      close(descriptor)
      throw fileFailure(path, number)
    }
    count = Int(status.st_size)
    changeTime = FileTime(status)
  }

  deinit {
    close(descriptor)
  }

  /// Reads a stretch of the file.
  ///
  /// - Throws: ``IntakeError/unreadable(path:reason:)``, also when the file has become shorter.
  func read(_ range: Range<Int>, into buffer: UnsafeMutableRawBufferPointer) throws(IntakeError) {
    var done = 0
    let wanted = min(range.count, buffer.count)
    while done < wanted, let base = buffer.baseAddress {
      let length = unsafe pread(
        descriptor, base + done, wanted - done, off_t(range.lowerBound + done))
      if length < 0 {
        if errno == EINTR { continue }
        throw fileFailure(path, errno)
      }
      guard length > 0 else { throw changed }
      done += length
    }
  }

  /// Reads a stretch of the file.
  ///
  /// - Throws: ``IntakeError/unreadable(path:reason:)``.
  func bytes(_ range: Range<Int>) throws(IntakeError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    var failure: IntakeError?
    unsafe bytes.withUnsafeMutableBytes { buffer in
      do throws(IntakeError) {
        try unsafe read(range, into: buffer)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// The SHA-256 of the file in hexadecimal.
  ///
  /// - Throws: ``IntakeError/unreadable(path:reason:)``.
  func sha256() throws(IntakeError) -> String {
    let pieceLengthBytes = 1 << 20
    var digest = SHA256()
    for start in stride(from: 0, to: count, by: pieceLengthBytes) {
      digest.update(try bytes(start..<min(start + pieceLengthBytes, count)))
    }
    try checkUnchanged()
    return digest.text()
  }

  /// Checks that nobody has written to the file since it was opened.
  ///
  /// - Throws: ``IntakeError/unreadable(path:reason:)``.
  func checkUnchanged() throws(IntakeError) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw fileFailure(path, errno) }
    guard Int(status.st_size) == count, FileTime(status) == changeTime else { throw changed }
  }

  /// The error of a file that changes while it is read.
  var changed: IntakeError {
    .unreadable(path: path, reason: "the file has changed meanwhile")
  }
}

/// When a file was last written to.
private struct FileTime: Equatable {
  private let seconds: Int
  private let nanoseconds: Int

  init(_ status: stat) {
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}
