/// A formula in one spelling: two formulas that mean the same to every spreadsheet program are equal.
///
/// Programs rewrite formulas when they save them. They set spaces, quote the names of sheets or not,
/// write functions in capitals, mark newer ones with `_xlfn.`, and `TRUE` as `TRUE()`. None of it counts;
/// `$` does, since it says what a copied formula refers to.
enum CanonicalFormula {
  /// Prefixes of functions that are newer than the format.
  private static let prefixes = ["_XLFN.", "_XLWS.", "_XLUDF."]

  /// The one spelling of a formula.
  ///
  /// - Parameters:
  ///   - formula: The formula without `=`.
  ///   - renamed: What sheets are called by their other names, in small letters.
  /// - Returns: The spelling.
  /// - Complexity: O(n) for a formula of n characters.
  static func text(of formula: String, renamed: [String: String] = [:]) -> String {
    text(of: FormulaTokenizer.tokens(of: formula), renamed: renamed)
  }

  /// The one spelling of a formula's pieces.
  static func text(of tokens: [FormulaToken], renamed: [String: String]) -> String {
    var result = ""
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      switch token.kind {
      case .space:
        if isIntersection(tokens, at: index) { result += " " }
      case .function:
        let name = functionName(token.text)
        result += name
        // TRUE() and FALSE() are the constants.
        if name == "TRUE" || name == "FALSE", let end = emptyCall(tokens, at: index) { index = end }
      default: result += spelling(of: token, renamed)
      }
      index += 1
    }
    return result
  }

  private static func spelling(of token: FormulaToken, _ renamed: [String: String]) -> String {
    switch token.kind {
    case .text, .sign, .space: token.text
    case .number: Double(token.text).map { "\($0)" } ?? token.text
    case .cell, .line, .name, .error, .bracket: token.text.uppercased()
    case .function: functionName(token.text)
    case .sheet:
      "'" + (renamed[token.text.lowercased()] ?? token.text).lowercased() + "'!"
    }
  }

  private static func functionName(_ text: String) -> String {
    var name = Substring(text.uppercased())
    while let prefix = prefixes.first(where: name.hasPrefix) {
      name = name.dropFirst(prefix.count)
    }
    return String(name)
  }

  /// The index of the parenthesis that closes a call without arguments.
  private static func emptyCall(_ tokens: [FormulaToken], at index: Int) -> Int? {
    let rest = tokens[(index + 1)...].enumerated().filter { $0.element.kind != .space }.prefix(2)
    guard rest.map(\.element.text) == ["(", ")"], let last = rest.last else { return nil }
    return index + 1 + last.offset
  }

  /// Whether a space stands between two ranges, where it asks for their common cells.
  private static func isIntersection(_ tokens: [FormulaToken], at index: Int) -> Bool {
    guard index > 0, index + 1 < tokens.count else { return false }
    let (before, after) = (tokens[index - 1], tokens[index + 1])
    let places: [FormulaToken.Kind] = [.cell, .line, .name, .bracket]
    let endsRange = places.contains(before.kind) || before.text == ")" && before.kind == .sign
    let beginsRange =
      places.contains(after.kind) || after.kind == .sheet || after.kind == .function
      || after.text == "(" && after.kind == .sign
    return endsRange && beginsRange
  }
}
