import Glibc

/// Reads a whole file.
///
/// Through the C library, whose error numbers tell a file that is missing from one whose reading
/// failed; those have different exit statuses.
///
/// - Throws: ``IntakeError/missing(paths:)`` or ``IntakeError/unreadable(path:reason:)``; the latter
///   also when the file is longer than ``CSVLimits/fileLengthBytes``.
func inputBytes(at path: String) throws(IntakeError) -> [UInt8] {
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw fileFailure(path, errno) }
  defer { close(descriptor) }

  var status = stat()
  guard unsafe fstat(descriptor, &status) == 0 else { throw fileFailure(path, errno) }
  // One byte more than the file has, so that its end is seen without growing the buffer.
  var bytes = [UInt8](repeating: 0, count: max(Int(status.st_size), 0) + 1)
  guard bytes.count - 1 <= CSVLimits.fileLengthBytes else { throw tooLong(path) }
  var length = 0
  while true {
    let capacity = bytes.count - length
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      return unsafe read(descriptor, base + length, capacity)
    }
    if count < 0 {
      if errno == EINTR { continue }
      throw fileFailure(path, errno)
    }
    if count == 0 { break }
    length += count
    guard length <= CSVLimits.fileLengthBytes else { throw tooLong(path) }
    // A pipe has no length to begin with.
    if length == bytes.count { bytes.append(contentsOf: repeatElement(0, count: length)) }
  }
  bytes.removeLast(bytes.count - length)
  return bytes
}

/// Whether there is a file or folder at a path.
///
/// - Throws: ``IntakeError/unreadable(path:reason:)`` when that cannot be found out.
func fileExists(at path: String) throws(IntakeError) -> Bool {
  var status = stat()
  if unsafe stat(path, &status) == 0 { return true }
  let error = fileFailure(path, errno)
  if case .missing = error { return false }
  throw error
}

/// Checks that every file is there, so that all missing ones are named at once.
///
/// - Throws: ``IntakeError/missing(paths:)``.
func requireFiles(_ paths: [String]) throws(IntakeError) {
  var missing: [String] = []
  for path in paths where try !fileExists(at: path) { missing.append(path) }
  guard missing.isEmpty else { throw .missing(paths: missing) }
}

/// The names in a folder, in the order of their code points.
///
/// - Throws: ``IntakeError/missing(paths:)`` or ``IntakeError/unreadable(path:reason:)``.
func fileNames(inFolder path: String) throws(IntakeError) -> [String] {
  guard let folder = unsafe opendir(path) else { throw fileFailure(path, errno) }
  defer { unsafe _ = closedir(folder) }
  var names: [String] = []
  while let entry = unsafe readdir(folder) {
    let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      unsafe String(decoding: bytes.prefix { byte in byte != 0 }, as: UTF8.self)
    }
    names.append(name)
  }
  return names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
}

func fileFailure(_ path: String, _ number: Int32) -> IntakeError {
  if number == ENOENT || number == ENOTDIR { return .missing(path: path) }
  let reason = unsafe strerror(number).map { message in unsafe String(cString: message) }
  return .unreadable(path: path, reason: reason ?? "error \(number)")
}

private func tooLong(_ path: String) -> IntakeError {
  .unreadable(path: path, reason: "the file is longer than \(CSVLimits.fileLengthBytes) bytes")
}
