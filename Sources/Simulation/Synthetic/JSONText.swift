/// A value of JSON (RFC 8259) that keeps the order of its members.
indirect enum JSONText: Sendable {
  case text(String)
  case verbatim(String)
  case list([JSONText])
  case members([(name: String, value: JSONText)])

  /// The value as text, indented by two spaces a level.
  func text(indentedBy level: Int = 0) -> String {
    let inner = String(repeating: "  ", count: level + 1)
    let outer = String(repeating: "  ", count: level)
    func block(_ open: String, _ parts: [String], _ close: String) -> String {
      guard !parts.isEmpty else { return open + close }
      return "\(open)\n" + parts.map { inner + $0 }.joined(separator: ",\n") + "\n\(outer)\(close)"
    }
    switch self {
    case .text(let text): return JSONText.quoted(text)
    case .verbatim(let text): return text
    case .list(let values):
      return block("[", values.map { $0.text(indentedBy: level + 1) }, "]")
    case .members(let members):
      let parts = members.map {
        JSONText.quoted($0.name) + ": " + $0.value.text(indentedBy: level + 1)
      }
      return block("{", parts, "}")
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
