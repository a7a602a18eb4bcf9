import Foundation

/// A folder that nobody else may look into, for as long as somebody holds it.
final class PrivateFolder {
  let path: String

  /// Makes the folder.
  ///
  /// - Throws: The exit status 74 where it cannot be made.
  init() throws {
    let folder = FileManager.default.temporaryDirectory.path
    var template = Array("\(folder)/awardsim-XXXXXX".utf8CString)
    // The system makes it with the permissions 0700, under a name that was free.
    guard unsafe mkdtemp(&template) != nil else {
      throw StandardError.failure(
        ["\(folder): no folder can be made: \(unsafe String(cString: strerror(errno)))"],
        .inputOutputFailed)
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
