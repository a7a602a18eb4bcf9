import Foundation

/// Writes the files of a case into a new folder: all of them, or nothing.
///
/// The files grow in a hidden folder beside the target; ``commit()`` syncs them and renames the folder.
/// A writer that goes away without having committed removes what it wrote. A folder that already
/// holds something is refused; an empty one is replaced.
struct CaseFolderWriter: ~Copyable {
  private let target: URL
  private let draft: URL
  private var handles: [String: FileHandle] = [:]
  /// The files in the order of their first bytes, so that errors come in one order.
  private var names: [String] = []

  /// Prepares to write a folder.
  ///
  /// - Throws: ``CaseFolderError`` when the path holds something already, or nothing can be made
  ///   beside it.
  init(path: String) throws(CaseFolderError) {
    target = URL(fileURLWithPath: path).standardizedFileURL
    let parent = target.deletingLastPathComponent()
    draft = parent.appendingPathComponent(
      ".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).part")
    var isFolder: ObjCBool = false
    if unsafe FileManager.default.fileExists(atPath: target.path, isDirectory: &isFolder) {
      let contents = try? FileManager.default.contentsOfDirectory(atPath: target.path)
      guard isFolder.boolValue, contents?.isEmpty == true else { throw .isNotEmpty(path) }
    }
    do {
      try FileManager.default.createDirectory(at: draft, withIntermediateDirectories: false)
    } catch {
      throw .cannotCreate(path)
    }
  }

  /// Adds bytes to the end of a file, which is made on its first ones.
  ///
  /// - Throws: ``CaseFolderError`` when they cannot be written.
  mutating func append(_ bytes: [UInt8], to file: String) throws(CaseFolderError) {
    do {
      try handle(of: file).write(contentsOf: Data(bytes))
    } catch {
      throw .failed(draft.appendingPathComponent(file).path, error.localizedDescription)
    }
  }

  /// Makes the folder appear under its name.
  ///
  /// - Throws: ``CaseFolderError`` when a file cannot be synced or the folder cannot be renamed; then
  ///   nothing has appeared.
  mutating func commit() throws(CaseFolderError) {
    for name in names {
      do {
        try handles[name]?.synchronize()
        try handles[name]?.close()
      } catch {
        throw .failed(draft.appendingPathComponent(name).path, error.localizedDescription)
      }
    }
    handles = [:]
    // The call of the system, since it replaces an empty folder in one step.
    guard unsafe rename(draft.path, target.path) == 0 else {
      throw .failed(target.path, unsafe String(cString: strerror(errno)))
    }
  }

  private mutating func handle(of file: String) throws -> FileHandle {
    if let handle = handles[file] { return handle }
    let url = draft.appendingPathComponent(file)
    try Data().write(to: url, options: .withoutOverwriting)
    let handle = try FileHandle(forWritingTo: url)
    handles[file] = handle
    names.append(file)
    return handle
  }

  deinit {
    for handle in handles.values { try? handle.close() }
    // After a commit the draft is no longer there.
    try? FileManager.default.removeItem(at: draft)
  }
}

/// Why a case's folder was not written.
enum CaseFolderError: Error, Hashable {
  /// The path is a file, or a folder that holds something.
  case isNotEmpty(String)
  /// The folder that it would stand in is missing, or may not be written to.
  case cannotCreate(String)
  /// The system refused.
  case failed(String, String)

  /// The error in words: what is wrong, and what was expected.
  var message: String {
    switch self {
    case .isNotEmpty(let path):
      "\(path): is a file, or a folder that is not empty; expected a new or an empty folder"
    case .cannotCreate(let path):
      "\(path): cannot be made there; expected a folder that exists and may be written to"
    case .failed(let path, let reason): "\(path): \(reason)"
    }
  }
}
