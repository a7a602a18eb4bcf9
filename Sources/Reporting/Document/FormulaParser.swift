/// Reads a formula template into literals and references.
struct FormulaParser {
  private let template: String
  private var rest: Substring
  private var literal = ""
  private var result: [Formula.Part] = []

  init(_ template: String) {
    self.template = template
    rest = Substring(template)
  }

  mutating func parts() throws(FormulaError) -> [Formula.Part] {
    guard template.hasPrefix("=") else {
      throw FormulaError(template, "does not begin with =")
    }
    while let character = rest.popFirst() {
      switch character {
      case "{" where rest.first == "{", "}" where rest.first == "}":
        rest.removeFirst()
        literal.append(character)
      case "{":
        try readReference()
      case "}":
        throw FormulaError(template, "closes a brace that it did not open")
      default:
        literal.append(character)
      }
    }
    endLiteral()
    return result
  }

  /// Reads up to the closing brace; a doubled brace in a key is the brace itself.
  private mutating func readReference() throws(FormulaError) {
    var text = ""
    while let character = rest.popFirst() {
      if character == "}" || character == "{" {
        guard rest.first == character else {
          guard character == "}" else { break }
          endLiteral()
          result.append(try reference(text))
          return
        }
        rest.removeFirst()
      }
      text.append(character)
    }
    throw FormulaError(template, "has a brace without an end")
  }

  private mutating func endLiteral() {
    if !literal.isEmpty { result.append(.literal(literal)) }
    literal = ""
  }

  private func reference(_ text: String) throws(FormulaError) -> Formula.Part {
    guard !text.isEmpty else { throw FormulaError(template, "has empty braces") }
    // A row's key may hold dots, so the table ends at the first dot before any @.
    let head = text.prefix { $0 != "@" }
    guard let dot = head.firstIndex(of: ".") else { return .name(text) }
    let table = String(head[..<dot])
    let column = String(head[head.index(after: dot)...])
    guard !table.isEmpty, !column.isEmpty else {
      throw FormulaError(template, "has a reference without a table or a column")
    }
    guard head.endIndex < text.endIndex else { return .range(CellRange(table, column)) }
    let rows = text[text.index(after: head.endIndex)...]
    return .range(CellRange(table, column, rows: try self.rows(rows)))
  }

  private func rows(_ text: Substring) throws(FormulaError) -> CellRange.Rows {
    var start = text.startIndex
    while start < text.endIndex {
      if text[start...].hasPrefix("..") {
        let first = String(text[..<start])
        let last = String(text[start...].dropFirst(2))
        guard !first.isEmpty, !last.isEmpty else { break }
        return .span(first, last)
      }
      start = text.index(after: start)
    }
    guard !text.isEmpty, start == text.endIndex else {
      throw FormulaError(template, "has a reference without a row")
    }
    return .one(String(text))
  }
}
