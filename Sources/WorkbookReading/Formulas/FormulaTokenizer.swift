import Policy

/// Cuts a formula into pieces; every character is in one of them, so that nothing is lost.
struct FormulaTokenizer {
  private let characters: [Character]
  private var index = 0
  private var tokens: [FormulaToken] = []

  private init(_ formula: String) {
    characters = Array(formula)
  }

  /// The pieces of a formula without `=`.
  ///
  /// - Complexity: O(n) for a formula of n characters.
  static func tokens(of formula: String) -> [FormulaToken] {
    var tokenizer = FormulaTokenizer(formula)
    while let character = tokenizer.next { tokenizer.scan(character) }
    return withLines(tokenizer.tokens)
  }

  private var next: Character? { index < characters.count ? characters[index] : nil }

  private mutating func add(_ kind: FormulaToken.Kind, until end: Int) {
    tokens.append(FormulaToken(kind: kind, text: String(characters[index..<end])))
    index = end
  }

  private mutating func scan(_ character: Character) {
    switch character {
    case " ", "\n", "\r", "\r\n", "\t": add(.space, until: end { $0.isWhitespace })
    case "\"": add(.text, until: endOfQuotation("\""))
    case "'": scanQuotedSheet()
    case "#": add(.error, until: end { $0.isLetter || $0.isNumber || "#/!?_".contains($0) })
    case "[": scanBracket()
    case "<", ">":
      let isDouble = index + 1 < characters.count && "=>".contains(characters[index + 1])
      add(.sign, until: index + (isDouble ? 2 : 1))
    case _ where isDigit(character) || startsDecimal(character): scanNumber()
    case _ where isOfWord(character): scanWord()
    default: add(.sign, until: index + 1)
    }
  }

  // MARK: Pieces

  private func end(_ belongs: (Character) -> Bool) -> Int {
    var end = index + 1
    while end < characters.count, belongs(characters[end]) { end += 1 }
    return end
  }

  /// Behind a quotation, in which the mark stands doubled for itself.
  private func endOfQuotation(_ mark: Character) -> Int {
    var end = index + 1
    while end < characters.count {
      guard characters[end] == mark else {
        end += 1
        continue
      }
      guard end + 1 < characters.count, characters[end + 1] == mark else { return end + 1 }
      end += 2
    }
    return end
  }

  private mutating func scanQuotedSheet() {
    let end = endOfQuotation("'")
    guard end < characters.count, characters[end] == "!", end - index >= 2 else {
      add(.sign, until: index + 1)
      return
    }
    let name = String(characters[(index + 1)..<(end - 1)]).replacing("''", with: "'")
    tokens.append(FormulaToken(kind: .sheet, text: name))
    index = end + 1
  }

  private mutating func scanBracket() {
    var depth = 0
    var end = index
    while end < characters.count {
      if characters[end] == "[" { depth += 1 }
      if characters[end] == "]" { depth -= 1 }
      end += 1
      if depth == 0 { break }
    }
    add(.bracket, until: end)
  }

  private func startsDecimal(_ character: Character) -> Bool {
    character == "." && index + 1 < characters.count && isDigit(characters[index + 1])
  }

  private mutating func scanNumber() {
    var end = end { isDigit($0) || $0 == "." }
    if end < characters.count, "eE".contains(characters[end]) {
      var power = end + 1
      if power < characters.count, "+-".contains(characters[power]) { power += 1 }
      let digits = power
      while power < characters.count, isDigit(characters[power]) { power += 1 }
      if power > digits { end = power }
    }
    // A name of a sheet may begin with a digit where a program leaves its quotation marks out.
    let word = wordEnd(from: end)
    guard word < characters.count, characters[word] == "!" else {
      add(.number, until: end)
      return
    }
    endSheet(at: word)
  }

  private mutating func scanWord() {
    let end = wordEnd(from: index)
    let follower = end < characters.count ? characters[end] : nil
    if follower == "!" { return endSheet(at: end) }
    let word = String(characters[index..<end])
    if follower == "(" {
      add(.function, until: end)
    } else {
      add(CellReference(word.uppercased()) == nil ? .name : .cell, until: end)
    }
  }

  private mutating func endSheet(at end: Int) {
    tokens.append(FormulaToken(kind: .sheet, text: String(characters[index..<end])))
    index = end + 1
  }

  private func wordEnd(from start: Int) -> Int {
    var end = start
    while end < characters.count, isOfWord(characters[end]) { end += 1 }
    return end
  }

  private func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private func isOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || !character.isASCII || "_.$\\?".contains(character)
  }

  // MARK: Columns and rows

  /// Tells the ends of `A:C` and `1:3` from names and numbers.
  private static func withLines(_ tokens: [FormulaToken]) -> [FormulaToken] {
    var result = tokens
    for index in tokens.indices.dropFirst().dropLast()
    where tokens[index] == FormulaToken(kind: .sign, text: ":") {
      let ends = [tokens[index - 1], tokens[index + 1]]
      let areColumns = ends.allSatisfy { $0.kind == .name && isColumn($0.text) }
      let areRows = ends.allSatisfy { isRow($0) }
      guard areColumns || areRows else { continue }
      for place in [index - 1, index + 1] {
        result[place] = FormulaToken(kind: .line, text: tokens[place].text)
      }
    }
    return result
  }

  private static func isColumn(_ text: String) -> Bool {
    CellReference(text.uppercased() + "1") != nil
  }

  private static func isRow(_ token: FormulaToken) -> Bool {
    let digits = token.text.hasPrefix("$") ? token.text.dropFirst() : Substring(token.text)
    return (token.kind == .number || token.kind == .name) && CellReference("A" + digits) != nil
  }
}
