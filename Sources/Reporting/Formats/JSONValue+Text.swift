extension JSONValue {
  /// The value as text: one line for what holds only plain values, indented otherwise.
  ///
  /// - Complexity: O(n) for n values in all.
  public var text: String {
    var writer = JSONWriter()
    writer.write(self)
    return writer.text
  }

  fileprivate var isPlain: Bool {
    switch self {
    case .array(let values): values.isEmpty
    case .object(let members): members.isEmpty
    case .null, .bool, .number, .string: true
    }
  }
}

/// Writes a JSON value piece by piece.
private struct JSONWriter {
  private(set) var text = ""
  private var depth = 0

  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let digits): text += digits
    case .string(let string): write(string: string)
    case .array(let values):
      writeList("[", values, "]", isFlat: values.allSatisfy(\.isPlain)) { writer, value in
        writer.write(value)
      }
    case .object(let members):
      writeList("{", members, "}", isFlat: members.allSatisfy(\.value.isPlain)) {
        writer, member in
        writer.write(string: member.name)
        writer.text += ": "
        writer.write(member.value)
      }
    }
  }

  private mutating func writeList<Element>(
    _ opening: String, _ elements: [Element], _ closing: String, isFlat: Bool,
    each: (inout JSONWriter, Element) -> Void
  ) {
    text += opening
    depth += 1
    for (index, element) in elements.enumerated() {
      if index > 0 { text += isFlat ? ", " : "," }
      if !isFlat { breakLine() }
      each(&self, element)
    }
    depth -= 1
    if !isFlat { breakLine() }
    text += closing
  }

  private mutating func breakLine() {
    text += "\n" + String(repeating: "  ", count: depth)
  }

  /// Escapes what RFC 8259 says must be: quotation mark, backslash and the controls below U+0020.
  private mutating func write(string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
