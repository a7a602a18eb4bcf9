public import Policy

/// A derivation as an indented tree, for reading on a terminal.
public enum DerivationText {
  /// The tree, one step a line, with a line break at its end.
  ///
  /// Below a step stand its reason, its rule with what kind of statement that is, and its rows.
  ///
  /// - Complexity: O(n) in the number of steps.
  public static func text(of derivation: Derivation, language: Language) -> String {
    var lines: [String] = []
    append(derivation, language, first: "", rest: "", to: &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func append(
    _ step: Derivation, _ language: Language, first: String, rest: String, to lines: inout [String]
  ) {
    let value = step.value.map { ": " + $0[language] } ?? ""
    lines.append(first + step.title[language] + value)
    let detail = rest + (step.steps.isEmpty ? "    " : "│   ")
    if let reason = step.reason { lines.append(detail + reason[language]) }
    if let rule = step.rule {
      lines.append(detail + "[\(rule.basis.phrase[language])] \(rule.citation.text)")
    }
    if !step.sources.isEmpty {
      lines.append(detail + step.sources.map(\.description).joined(separator: ", "))
    }
    for (index, child) in step.steps.enumerated() {
      let isLast = index == step.steps.count - 1
      append(
        child, language, first: rest + (isLast ? "└─ " : "├─ "),
        rest: rest + (isLast ? "   " : "│  "), to: &lines)
    }
  }
}
