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

  /// A character of a reference, and whether a backslash took its meaning away.
  private struct Token: Equatable {
    let character: Character
    var isEscaped = false

    static let dot = Token(character: ".")
    static let at = Token(character: "@")
  }

  /// Reads up to the closing brace.
  private mutating func readReference() throws(FormulaError) {
    var tokens: [Token] = []
    while let character = rest.popFirst() {
      switch character {
      case "}":
        endLiteral()
        result.append(try reference(tokens[...]))
        return
      case "\\":
        guard let escaped = rest.popFirst() else { break }
        tokens.append(Token(character: escaped, isEscaped: true))
      case "{": throw FormulaError(template, "opens a brace within a brace")
      default: tokens.append(Token(character: character))
      }
    }
    throw FormulaError(template, "has a brace without an end")
  }

  private mutating func endLiteral() {
    if !literal.isEmpty { result.append(.literal(literal)) }
    literal = ""
  }

  private func reference(_ tokens: ArraySlice<Token>) throws(FormulaError) -> Formula.Part {
    guard !tokens.isEmpty else { throw FormulaError(template, "has empty braces") }
    // A row's key may hold dots, so the table ends at the first dot before any @.
    let head = tokens.prefix { $0 != .at }
    guard let dot = head.firstIndex(of: .dot) else { return .name(text(tokens)) }
    let table = text(head[..<dot])
    let column = text(head[(dot + 1)...])
    guard !table.isEmpty, !column.isEmpty else {
      throw FormulaError(template, "has a reference without a table or a column")
    }
    guard head.endIndex < tokens.endIndex else { return .range(CellRange(table, column)) }
    let rows = try self.rows(tokens[(head.endIndex + 1)...])
    return .range(CellRange(table, column, rows: rows))
  }

  private func rows(_ tokens: ArraySlice<Token>) throws(FormulaError) -> CellRange.Rows {
    let separator = zip(tokens.indices, tokens.indices.dropFirst())
      .first { tokens[$0] == .dot && tokens[$1] == .dot }
    if let (start, end) = separator {
      let (first, last) = (text(tokens[..<start]), text(tokens[(end + 1)...]))
      guard !first.isEmpty, !last.isEmpty else {
        throw FormulaError(template, "has a reference without a row")
      }
      return .span(first, last)
    }
    return tokens.isEmpty ? .same : .one(text(tokens))
  }

  private func text(_ tokens: ArraySlice<Token>) -> String {
    String(tokens.map(\.character))
  }
}
