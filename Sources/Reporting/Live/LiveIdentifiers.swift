import Policy

/// Whether formulas can tell names apart as the engine does.
///
/// Spreadsheets look names up without regard to case, read `*`, `?` and `~` as patterns, a leading `<`,
/// `>` or `=` as a comparison, and `01` and `1` as one number.
enum LiveIdentifiers {
  /// Whether every name finds itself and no other.
  ///
  /// - Complexity: O(n) in their characters.
  static func areDistinct(_ names: some Sequence<String>) -> Bool {
    var seen: Set<String> = []
    for name in names {
      guard let first = name.first, !"<>=".contains(first),
        !name.contains(where: { "*?~".contains($0) }), name.utf16.count < 255
      else { return false }
      let key = Double(name).map { "\($0)" } ?? name.lowercased()
      guard seen.insert(key).inserted else { return false }
    }
    return true
  }
}
