import Quantities
import Yams

// Strict access: everything that is not what it should be is reported where it stands.
extension YAMLReader {
  /// A mapping whose keys are all known.
  ///
  /// - Parameters:
  ///   - node: The mapping.
  ///   - what: What it is, for messages ("a parameter").
  ///   - known: The keys it may have; `nil` when any text is a key.
  /// - Returns: The values by key in the file's order; `nil` when it is no mapping.
  mutating func entries(
    of node: Node, _ what: String, known: [String]?
  ) -> YAMLEntries? {
    guard case .mapping(let mapping) = node else {
      report(node, "\(what) is not a mapping", "keys with values" + example(known))
      return nil
    }
    var entries = YAMLEntries(node: node)
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else {
        report(key, "a key of \(what) is not a text", "keys with values" + example(known))
        continue
      }
      if let known, !known.contains(scalar.string) {
        let nearest = nearestName(to: scalar.string, among: known) ?? ""
        report(
          key, "\(scalar.string.quoted) is not a key of \(what)",
          "one of its keys; the nearest is \(nearest)")
        continue
      }
      entries.append(scalar.string, key, value)
    }
    return entries
  }

  private func example(_ known: [String]?) -> String {
    known.map { ": " + $0.listed } ?? ""
  }

  /// The text of a scalar that is not empty.
  ///
  /// - Returns: `nil` when the node is none; that is reported.
  mutating func text(_ node: Node, _ what: String) -> String? {
    guard case .scalar(let scalar) = node else {
      report(node, "\(what) is not a single value", "a single value")
      return nil
    }
    guard !scalar.string.allSatisfy(\.isWhitespace) else {
      report(node, "\(what) is empty", "a value")
      return nil
    }
    return scalar.string
  }

  /// The text of a scalar, which may be empty where it stands in quotation marks.
  mutating func textOrEmpty(_ node: Node, _ what: String) -> String? {
    if case .scalar(let scalar) = node, scalar.string.isEmpty, scalar.style != .plain { return "" }
    return text(node, what)
  }

  /// The text of a scalar in quotation marks, spaces and all; of any other scalar its text.
  mutating func textOrSpaces(_ node: Node, _ what: String) -> String? {
    if case .scalar(let scalar) = node, scalar.style != .plain { return scalar.string }
    return text(node, what)
  }

  /// The text of a required entry; where it is missing, that is reported at the mapping.
  mutating func text(_ key: String, in entries: YAMLEntries, of what: String) -> String? {
    guard let node = required(key, in: entries, of: what) else { return nil }
    return text(node, key)
  }

  /// A required entry; where it is missing, that is reported at the mapping.
  mutating func required(_ key: String, in entries: YAMLEntries, of what: String) -> Node? {
    guard let node = entries[key] else {
      report(entries.node, "\(what) has no \(key)", "the key \(key) with a value")
      return nil
    }
    return node
  }

  /// The values of a sequence; a single scalar stands for a sequence of one.
  mutating func list(_ node: Node) -> [Node] {
    switch node {
    case .sequence(let sequence): Array(sequence)
    default: [node]
    }
  }

  /// The texts of a sequence; elements that are none are reported and left out.
  mutating func texts(_ node: Node, _ what: String) -> [String] {
    list(node).compactMap { textOrEmpty($0, what) }
  }

  /// A truth value: `true` or `false`.
  mutating func flag(_ node: Node, _ what: String) -> Bool? {
    guard let text = text(node, what) else { return nil }
    guard let flag = Bool(text) else {
      report(node, "\(what) is \(text.quoted)", "true or false")
      return nil
    }
    return flag
  }

  /// A value of a required entry, read by its type.
  mutating func value<Value>(
    _ key: String, in entries: YAMLEntries, of what: String,
    _ parse: (String) throws(QuantityFormatError) -> Value
  ) -> Value? {
    guard let node = required(key, in: entries, of: what) else { return nil }
    return value(node, key, parse)
  }

  /// A scalar read by its type.
  mutating func value<Value>(
    _ node: Node, _ what: String, _ parse: (String) throws(QuantityFormatError) -> Value
  ) -> Value? {
    guard let text = text(node, what) else { return nil }
    do throws(QuantityFormatError) {
      return try parse(text)
    } catch {
      report(node, "\(what) \(text.quoted) \(error.problem)", error.expectation)
      return nil
    }
  }
}

/// The entries of a mapping in the file's order.
struct YAMLEntries {
  /// The mapping itself, for its place.
  let node: Node
  private(set) var list: [(key: String, keyNode: Node, value: Node)] = []

  init(node: Node) {
    self.node = node
  }

  mutating func append(_ key: String, _ keyNode: Node, _ value: Node) {
    list.append((key, keyNode, value))
  }

  /// The value of a key.
  ///
  /// - Complexity: O(keys).
  subscript(key: String) -> Node? { list.first { $0.key == key }?.value }
}
