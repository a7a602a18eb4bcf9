public import Policy

/// A derivation as a flat table, for files of comma-separated values.
public enum DerivationTable {
  /// One row a step, in the order of the tree, with its depth.
  public static func table(of derivation: Derivation) -> ReportTable {
    var table = ReportTable(
      "derivation", title: derivation.title,
      columns: [
        .integer("depth", Phrase("depth", "層次")), .text("step", Phrase("step", "步驟")),
        .text("value", Phrase("value", "值")), .text("reason", Phrase("reason", "理由")),
        .text("citation", Phrase("citation", "依據")), .text("basis", Phrase("basis", "性質")),
        .text("sources", Phrase("rows", "資料列")),
      ])
    append(derivation, depth: 0, to: &table)
    return table
  }

  private static func append(_ step: Derivation, depth: Int, to table: inout ReportTable) {
    table.append([
      .count(depth), .phrase(step.title), .phrase(step.value), .phrase(step.reason),
      .text(step.rule?.citation.text), .text(step.rule?.basis.rawValue),
      .text(step.sources.isEmpty ? nil : step.sources.map(\.description).joined(separator: " ")),
    ])
    for child in step.steps { append(child, depth: depth + 1, to: &table) }
  }
}
