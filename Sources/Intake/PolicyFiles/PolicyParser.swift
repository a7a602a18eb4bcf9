import Policy
import Quantities
import Yams

/// Turns the nodes of a policy file into a ``PolicyBook``, reporting whatever does not fit.
struct PolicyParser {
  var yaml: YAMLReader

  init(_ yaml: YAMLReader) {
    self.yaml = yaml
  }

  mutating func book(from bytes: [UInt8]) -> PolicyBook? {
    guard let root = yaml.root(of: bytes),
      let entries = yaml.entries(
        of: root, "a policy", known: ["title", "parameters", "security_items"])
    else { return nil }
    let title = yaml.text("title", in: entries, of: "a policy")
    let parameters = yaml.required("parameters", in: entries, of: "a policy")
    guard let title, let parameters,
      let keys = yaml.entries(
        of: parameters, "the policy's parameters", known: PolicyKey.allCases.map(\.rawValue))
    else { return nil }

    var values: [PolicyKey: [PolicyBook.Entry]] = [:]
    var descriptions: [PolicyKey: Phrase] = [:]
    for (name, _, node) in keys.list {
      guard let key = PolicyKey(rawValue: name),
        let parameter = yaml.entries(of: node, name, known: ["description", "values"])
      else { continue }
      if let description = parameter["description"] {
        descriptions[key] = phrase(description, "the description of \(name)")
      }
      values[key] = dated(key, parameter)
    }
    let matrices = entries["security_items"].map { securityMatrices($0) } ?? []
    return PolicyBook(
      title: title, file: yaml.file, entries: values, descriptions: descriptions,
      securityMatrices: matrices)
  }

  /// A text in both languages.
  mutating func phrase(_ node: Node, _ what: String) -> Phrase? {
    let languages = (Language.english.rawValue, Language.traditionalChinese.rawValue)
    guard let entries = yaml.entries(of: node, what, known: [languages.0, languages.1]) else {
      return nil
    }
    let english = yaml.text(languages.0, in: entries, of: what)
    let chinese = yaml.text(languages.1, in: entries, of: what)
    guard let english, let chinese else { return nil }
    return Phrase(english, chinese)
  }

  /// The values of a parameter: at least one, no two from the same day on.
  private mutating func dated(_ key: PolicyKey, _ parameter: YAMLEntries) -> [PolicyBook.Entry] {
    guard let node = yaml.required("values", in: parameter, of: key.rawValue) else { return [] }
    guard case .sequence(let sequence) = node, !sequence.isEmpty else {
      yaml.report(node, "the values of \(key.rawValue) are not a list", "a list of values")
      return []
    }
    var firstLines: [Day?: Int] = [:]
    var entries: [PolicyBook.Entry] = []
    for value in sequence {
      guard let entry = entry(of: key, value) else { continue }
      if let line = firstLines[entry.from] {
        let start = entry.from.map { "from \($0) on" } ?? "without a first date"
        yaml.report(
          value, "\(key.rawValue) has a value \(start) on line \(line) already",
          "one value for each first date")
        continue
      }
      firstLines[entry.from] = value.mark?.line ?? 1
      entries.append(entry)
    }
    return entries
  }

  private mutating func entry(of key: PolicyKey, _ node: Node) -> PolicyBook.Entry? {
    let what = "a value of \(key.rawValue)"
    let known = ["value", "from", "basis", "citation", "alternatives"]
    guard let entries = yaml.entries(of: node, what, known: known) else { return nil }
    let kind = key.kind
    let value = yaml.value("value", in: entries, of: what) { text throws(QuantityFormatError) in
      try PolicyValue(text: text, kind: kind)
    }
    let basis = yaml.value("basis", in: entries, of: what) { text throws(QuantityFormatError) in
      try Basis.named(text)
    }
    let citation = yaml.text("citation", in: entries, of: what)
    guard let value, let basis, let citation else { return nil }
    guard let from = firstDay(basis, entries, what) else { return nil }
    let alternatives = alternatives(basis, entries, kind)
    return PolicyBook.Entry(
      value: value, from: from, basis: basis, citation: Citation(citation),
      alternatives: alternatives)
  }

  /// The first day of a value: none for an assumed one, which is in force nowhere.
  ///
  /// - Returns: `nil` for an error; a day or none otherwise.
  private mutating func firstDay(
    _ basis: Basis, _ entries: YAMLEntries, _ what: String
  ) -> Day?? {
    if basis == .assumed {
      guard let node = entries["from"] else { return .some(nil) }
      yaml.report(node, "\(what) is assumed and has a first date", "no key from")
      return nil
    }
    let day = yaml.value("from", in: entries, of: what) { text throws(QuantityFormatError) in
      try Day(text: text)
    }
    return day.map { .some($0) }
  }

  private mutating func alternatives(
    _ basis: Basis, _ entries: YAMLEntries, _ kind: PolicyValueKind
  ) -> [PolicyValue] {
    guard let node = entries["alternatives"] else { return [] }
    guard basis == .assumed else {
      yaml.report(
        node, "a value with the basis \(basis.rawValue) has alternatives",
        "alternatives of assumed values only")
      return []
    }
    return yaml.list(node).compactMap { element in
      yaml.value(element, "the alternative") { text throws(QuantityFormatError) in
        try PolicyValue(text: text, kind: kind)
      }
    }
  }
}
