public import Pipeline
import Policy

/// Behaviour as a file that `--behaviour` reads.
public enum BehaviourText {
  /// The file: what is stated, key by key, under lines that say where it comes from.
  ///
  /// - Parameters:
  ///   - settings: What is stated.
  ///   - origin: Lines for the head of the file; one with a line break becomes several.
  /// - Returns: YAML with a line break at its end.
  public static func text(of settings: BehaviourSettings, origin: [String]) -> String {
    var lines = origin.flatMap { $0.split(whereSeparator: \.isNewline) }.map { "# \($0)" }
    var category: Substring?
    for (key, text) in settings.parameters {
      let parts = key.split(separator: ".", maxSplits: 2)
      guard parts.count == 3 else {
        category = nil
        lines.append("\(key): \(text)")
        continue
      }
      if category == nil { lines.append("categories:") }
      if category != parts[1] { lines.append("  \(parts[1]):") }
      category = parts[1]
      lines.append("    \(parts[2]): \(text)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
