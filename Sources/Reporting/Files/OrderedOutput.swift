import Foundation

/// Where several threads write the pieces of one output, each piece in its place.
///
/// Into a file a piece is written as soon as the lengths of those before it are known; into anything
/// else, such as a pipe, when those before it are written.
public final class OrderedOutput: @unchecked Sendable {
  private let descriptor: Int32
  private let isFile: Bool
  private let turn = NSCondition()
  // Guarded by `turn`.
  private var nextPiece = 0
  private var length: Int
  private var failure: Failure?

  /// Takes an open file.
  ///
  /// - Parameter descriptor: Written from where it stands; not closed.
  public init(_ descriptor: Int32) {
    self.descriptor = descriptor
    var status = stat()
    let start = lseek(descriptor, 0, SEEK_CUR)
    // What is opened for appending takes no notice of a place.
    let isAppending = fcntl(descriptor, F_GETFL) & O_APPEND != 0
    isFile =
      unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && start >= 0
      && !isAppending
    length = isFile ? Int(start) : 0
  }

  /// Why nothing more is written.
  public enum Failure: Error, Hashable, Sendable {
    /// The system's error number.
    case system(Int32)
    /// Another thread has failed.
    case abandoned

    /// The reason in the system's own words.
    public var reason: String {
      switch self {
      case .system(let number): unsafe String(cString: strerror(number))
      case .abandoned: "it was given up"
      }
    }
  }

  /// Writes a piece; waits for its turn.
  ///
  /// - Parameters:
  ///   - bytes: The piece.
  ///   - piece: Its number; all from 0 on must come, each once, an earlier one never waiting for a
  ///     later one.
  /// - Throws: ``Failure``; all other threads fail then too.
  public func write(_ bytes: UnsafeRawBufferPointer, piece: Int) throws(Failure) {
    turn.lock()
    while nextPiece != piece, failure == nil { turn.wait() }
    if let failure {
      turn.unlock()
      throw failure
    }
    let offset = length
    length += bytes.count
    if isFile { passOn() }
    let number = unsafe put(bytes, at: offset)
    if isFile { turn.lock() }
    if number != 0, failure == nil { failure = .system(number) }
    if number != 0 { turn.broadcast() }
    if isFile { turn.unlock() } else { passOn() }
    if number != 0 { throw .system(number) }
  }

  /// Writes a piece that lies in an array.
  ///
  /// - Throws: ``Failure``, as above.
  public func write(_ bytes: [UInt8], piece: Int) throws(Failure) {
    let result = unsafe bytes.withUnsafeBytes { buffer in
      Result { () throws(Failure) in try unsafe write(buffer, piece: piece) }
    }
    try result.get()
  }

  /// Lets all waiting threads fail, as a piece will never come.
  public func abandon() {
    turn.lock()
    failure = failure ?? .abandoned
    turn.broadcast()
    turn.unlock()
  }

  /// Leaves a file where writing may go on.
  public func finish() {
    if isFile { _ = lseek(descriptor, off_t(length), SEEK_SET) }
  }

  private func passOn() {
    nextPiece += 1
    turn.broadcast()
    turn.unlock()
  }

  /// - Returns: The error number, or 0.
  private func put(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int32 {
    var done = 0
    while done < bytes.count, let base = bytes.baseAddress {
      let count =
        isFile
        ? unsafe pwrite(descriptor, base + done, bytes.count - done, off_t(offset + done))
        : unsafe Foundation.write(descriptor, base + done, bytes.count - done)
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      done += count
    }
    return 0
  }
}
