public import Policy

/// Why an output file could not be made; nothing was replaced.
public enum OutputFileError: Error, Hashable, Sendable {
  /// There is a file of that name, and replacing it was not asked for.
  case exists(path: String)
  /// The name is that of a folder.
  case isFolder(path: String)
  /// No file can be made there: no such folder, no permission.
  case cannotCreate(path: String, reason: String)
  /// Writing began and failed, such as on a full disk.
  case writingFailed(path: String, reason: String)

  /// Whether writing itself failed, rather than that no file may be made.
  public var isInputOutputFailure: Bool {
    if case .writingFailed = self { true } else { false }
  }

  /// The error in words: what is wrong, and what was expected.
  public var phrase: Phrase {
    switch self {
    case .exists(let path):
      Phrase(
        "\(path): the file exists; expected a new name, or --force to replace it",
        "\(path)：檔案已存在；請改用新檔名，或以 --force 取代")
    case .isFolder(let path):
      Phrase("\(path): is a folder; expected the name of a file", "\(path)：為資料夾；請指定檔名")
    case .cannotCreate(let path, let reason):
      Phrase("\(path): the file cannot be made: \(reason)", "\(path)：無法建立檔案：\(reason)")
    case .writingFailed(let path, let reason):
      Phrase("\(path): writing failed: \(reason)", "\(path)：寫入失敗：\(reason)")
    }
  }
}
