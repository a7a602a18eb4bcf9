import Policy
import Pricing
import Quantities
import Yams

// The matrices of security items, which stand in the policy file beside its parameters.
extension PolicyParser {
  /// The matrices, each with its categories, basis, citation and parts.
  mutating func securityMatrices(_ node: Node) -> [SecurityMatrix] {
    guard let matrices = yaml.entries(of: node, "the security items", known: nil) else { return [] }
    var names: [String: Int] = [:]
    return matrices.list.compactMap { name, _, value in
      securityMatrix(value, name: name, names: &names)
    }
  }

  private mutating func securityMatrix(
    _ node: Node, name: String, names: inout [String: Int]
  ) -> SecurityMatrix? {
    let what = "the security items of \(name)"
    let known = ["categories", "basis", "citation", "parts"]
    guard let entries = yaml.entries(of: node, what, known: known) else { return nil }
    let categories = yaml.required("categories", in: entries, of: what).map { node in
      yaml.list(node).compactMap { category($0) }
    }
    let basis: Basis? = named("basis", in: entries, of: what)
    let citation = yaml.text("citation", in: entries, of: what)
    let parts = yaml.required("parts", in: entries, of: what).map { node in
      yaml.list(node).compactMap { part($0, of: what, names: &names) }
    }
    guard let categories, let basis, let citation, let parts else { return nil }
    return SecurityMatrix(
      name: name, categories: categories, rule: Derivation.Rule(Citation(citation), basis),
      parts: parts)
  }

  private mutating func category(_ node: Node) -> String? {
    yaml.value(node, "the category") { text throws(QuantityFormatError) in
      try Category.named(text).rawValue
    }
  }

  private mutating func part(
    _ node: Node, of matrix: String, names: inout [String: Int]
  ) -> SecurityMatrix.Part? {
    let what = "a part of \(matrix)"
    let known = ["name", "item", "text", "high", "moderate", "basic"]
    guard let entries = yaml.entries(of: node, what, known: known) else { return nil }
    let name = yaml.text("name", in: entries, of: what)
    let item = yaml.required("item", in: entries, of: what).flatMap { phrase($0, "the item") }
    let text = yaml.required("text", in: entries, of: what).flatMap { phrase($0, "the text") }
    let high: SecurityMark? = named("high", in: entries, of: what)
    let moderate: SecurityMark? = named("moderate", in: entries, of: what)
    let basic: SecurityMark? = named("basic", in: entries, of: what)
    if let name, let line = names.updateValue(node.mark?.line ?? 1, forKey: name) {
      yaml.report(node, "the part \(name) stands on line \(line) already", "every part once")
    }
    guard let name, let item, let text, let high, let moderate, let basic else { return nil }
    return SecurityMatrix.Part(
      name: name, item: item, text: text, high: high, moderate: moderate, basic: basic)
  }

  /// One of the names of a choice.
  private mutating func named<Value: RawRepresentable & CaseIterable>(
    _ key: String, in entries: YAMLEntries, of what: String
  ) -> Value? where Value.RawValue == String {
    yaml.value(key, in: entries, of: what) { text throws(QuantityFormatError) in
      try Value.named(text)
    }
  }
}
