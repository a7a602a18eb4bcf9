import Quantities
import Yams

/// Reads a mapping file; its form is described at ``Mapping``.
struct MappingFile {
  private var yaml: YAMLReader

  /// Reads a mapping from the bytes of a file.
  ///
  /// - Returns: `nil` when it has errors; they are reported.
  static func mapping(
    from bytes: [UInt8], file: String, diagnostics: inout Diagnostics
  ) -> Mapping? {
    let errorCountBefore = diagnostics.errorCount
    var parser = MappingFile(yaml: YAMLReader(file: file, diagnostics: diagnostics))
    let sections = parser.sections(from: bytes)
    diagnostics = parser.yaml.diagnostics
    guard let sections, diagnostics.errorCount == errorCountBefore else { return nil }
    return Mapping(file: file, sections: sections)
  }

  private mutating func sections(from bytes: [UInt8]) -> [TableName: MappingSection]? {
    let known = ["title"] + TableName.allCases.map(\.rawValue)
    guard let root = yaml.root(of: bytes),
      let entries = yaml.entries(of: root, "a mapping file", known: known)
    else { return nil }
    var sections: [TableName: MappingSection] = [:]
    for (key, _, node) in entries.list {
      guard let table = TableName(rawValue: key) else {
        _ = yaml.text(node, key)
        continue
      }
      sections[table] = section(node, of: table)
    }
    if entries.list.allSatisfy({ $0.key == "title" }) {
      yaml.report(root, "the mapping has no table", "a section such as bids")
    }
    return sections
  }

  private mutating func section(_ node: Node, of table: TableName) -> MappingSection? {
    let what = "the mapping of \(table.rawValue)"
    guard
      let entries = yaml.entries(of: node, what, known: ["file", "distinct", "where", "columns"]),
      let columns = yaml.required("columns", in: entries, of: what)
    else { return nil }
    let fileName = entries["file"].flatMap { yaml.text($0, "file") }
    let isDistinct = entries["distinct"].flatMap { yaml.flag($0, "distinct") } ?? false
    let conditions = entries["where"].map { self.conditions($0) } ?? []
    return MappingSection(
      fileName: fileName, countsRepeatedRowsOnce: isDistinct, conditions: conditions,
      columns: rules(columns, of: TableSchema.of(table)))
  }

  private mutating func rules(_ node: Node, of schema: TableSchema) -> [Column: MappingRule] {
    let what = "the columns of \(schema.table.rawValue)"
    let known = schema.columns.map(\.rawValue)
    guard let entries = yaml.entries(of: node, what, known: known) else { return [:] }
    var rules: [Column: MappingRule] = [:]
    for (key, _, value) in entries.list {
      guard let column = Column(rawValue: key) else { continue }
      rules[column] = rule(value, of: key)
    }
    for column in schema.required where entries[column.rawValue] == nil {
      yaml.report(
        node, "\(what) have no \(column.rawValue)",
        "a heading or a constant for each of: "
          + schema.required.map(\.rawValue).listed)
    }
    return rules
  }

  // MARK: One column

  private static let sourceKeys = ["heading", "constant", "row_number", "join"]
  private static let changeKeys = [
    "separator", "strip", "trim", "fold_case", "null", "map", "otherwise", "date_format",
  ]

  private mutating func rule(_ node: Node, of column: String) -> MappingRule? {
    if case .scalar = node {
      guard let heading = yaml.text(node, column) else { return nil }
      let place = YAMLPlace(node.mark)
      return MappingRule(place: place, parts: [.heading(heading, place)])
    }
    let known = MappingFile.sourceKeys + MappingFile.changeKeys
    guard let entries = yaml.entries(of: node, column, known: known),
      let parts = parts(entries, column)
    else { return nil }
    var rule = MappingRule(place: YAMLPlace(node.mark), parts: parts)
    rule.changes = changes(entries, column)
    return rule
  }

  private mutating func parts(_ entries: YAMLEntries, _ column: String) -> [MappingRule.Part]? {
    let given = entries.list.filter { MappingFile.sourceKeys.contains($0.key) }
    guard let source = given.first, given.count == 1 else {
      yaml.report(
        entries.node, "\(column) has \(given.isEmpty ? "no" : "more than one") source",
        "one of " + MappingFile.sourceKeys.listed)
      return nil
    }
    switch source.key {
    case "heading":
      return yaml.text(source.value, "heading").map {
        [.heading($0, YAMLPlace(source.value.mark))]
      }
    case "constant": return yaml.text(source.value, "constant").map { [.constant($0)] }
    case "row_number": return rowNumber(source.value)
    default: return joined(source.value, column)
    }
  }

  private mutating func rowNumber(_ node: Node) -> [MappingRule.Part]? {
    guard let flag = yaml.flag(node, "row_number") else { return nil }
    guard flag else {
      yaml.report(node, "row_number is false", "true, or no key row_number")
      return nil
    }
    return [.rowNumber]
  }

  private mutating func joined(_ node: Node, _ column: String) -> [MappingRule.Part]? {
    guard case .sequence(let sequence) = node, sequence.count >= 2 else {
      yaml.report(node, "the join of \(column) is not a list", "a list of two or more")
      return nil
    }
    var parts: [MappingRule.Part] = []
    for element in sequence {
      if case .scalar = element {
        guard let heading = yaml.text(element, "a heading to join") else { return nil }
        parts.append(.heading(heading, YAMLPlace(element.mark)))
        continue
      }
      let known = MappingFile.sourceKeys.filter { $0 != "join" }
      guard let entries = yaml.entries(of: element, "a part of the join", known: known),
        let part = self.parts(entries, "a part of the join")
      else { return nil }
      parts += part
    }
    return parts
  }

  private mutating func changes(_ entries: YAMLEntries, _ column: String) -> ValueChanges {
    var changes = ValueChanges()
    for (key, keyNode, node) in entries.list {
      switch key {
      case "separator":
        if entries["join"] == nil {
          yaml.report(keyNode, "separator stands without join", "separator beside join")
        }
        changes.separator = yaml.textOrSpaces(node, key) ?? " "
      case "strip": changes.stripped = Set(yaml.textOrSpaces(node, key) ?? "")
      case "trim": changes.trims = yaml.flag(node, key) ?? true
      case "fold_case": changes.foldsCase = yaml.flag(node, key) ?? false
      case "null": changes.nullWords = Set(yaml.texts(node, key))
      case "map": changes.map = valueMap(node)
      case "otherwise":
        if entries["map"] == nil {
          yaml.report(keyNode, "otherwise stands without map", "otherwise beside map")
        }
        changes.otherwise = yaml.textOrEmpty(node, key)
      case "date_format":
        changes.datePattern = yaml.value(node, key) { text throws(QuantityFormatError) in
          try DatePattern(text)
        }
      default: break
      }
    }
    return changes
  }

  private mutating func valueMap(_ node: Node) -> [String: String]? {
    guard let entries = yaml.entries(of: node, "map", known: nil) else { return nil }
    var map: [String: String] = [:]
    for (key, _, value) in entries.list {
      if let text = yaml.textOrEmpty(value, "the value for \(key.quoted)") { map[key] = text }
    }
    return map
  }

  // MARK: The row filter

  private static let testKeys = [
    "equals", "not_equals", "in", "not_in", "not_empty", "at_most_characters",
  ]

  private mutating func conditions(_ node: Node) -> [MappingCondition] {
    guard case .sequence(let sequence) = node else {
      yaml.report(node, "where is not a list", "a list of conditions")
      return []
    }
    return sequence.compactMap { condition($0) }
  }

  private mutating func condition(_ node: Node) -> MappingCondition? {
    let known = ["heading"] + MappingFile.testKeys
    guard let entries = yaml.entries(of: node, "a condition", known: known) else { return nil }
    let heading = yaml.text("heading", in: entries, of: "a condition")
    let tests = entries.list.filter { $0.key != "heading" }
    guard let test = tests.first, tests.count == 1 else {
      yaml.report(
        node, "the condition has \(tests.isEmpty ? "no" : "more than one") test",
        "one of " + MappingFile.testKeys.listed)
      return nil
    }
    guard let heading, let parsed = self.test(test.key, test.value) else { return nil }
    let place = YAMLPlace(entries["heading"]?.mark)
    return MappingCondition(heading: heading, place: place, test: parsed)
  }

  private mutating func test(_ key: String, _ node: Node) -> MappingCondition.Test? {
    switch key {
    case "equals": return yaml.textOrEmpty(node, key).map { .isIn([$0]) }
    case "not_equals": return yaml.textOrEmpty(node, key).map { .isNotIn([$0]) }
    case "in": return .isIn(Set(yaml.texts(node, key)))
    case "not_in": return .isNotIn(Set(yaml.texts(node, key)))
    case "not_empty":
      guard let flag = yaml.flag(node, key) else { return nil }
      guard flag else {
        yaml.report(node, "not_empty is false", "true, or equals: \"\" for empty fields")
        return nil
      }
      return .isNotEmpty
    default:
      return yaml.value(node, key) { text throws(QuantityFormatError) in
        .hasAtMostCharacters(Int(clamping: try parseCount(text)))
      }
    }
  }
}
