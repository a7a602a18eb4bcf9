public import Policy

/// Rows of a sheet that show what a row looks like and are never read.
public enum ExampleRow {
  /// How the first field of an example begins; case does not count.
  public static let mark = Phrase("example: ", "範例：")

  /// Whether a row is an example, by its first field.
  static func isMarked(_ firstField: String) -> Bool {
    let text = firstField.lowercased()
    return text.hasPrefix("example:") || text.hasPrefix(mark.traditionalChinese)
  }
}
