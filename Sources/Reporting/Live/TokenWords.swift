import Policy

/// Names that formulas count with, and the words that people read for them in the book's language.
struct TokenWords {
  /// The key of the list's table.
  let key: String
  /// What the words are about.
  let title: Phrase
  /// The names with their words; each name once.
  let entries: [(token: String, words: Phrase)]

  private static let tokenColumn = "token"
  private static let wordColumn = "words"

  /// The words of a name that a formula yields.
  func words(of token: String) -> String {
    "INDEX(\(CellRange.column(key, TokenWords.wordColumn)),"
      + "MATCH(\(token),\(CellRange.column(key, TokenWords.tokenColumn)),0))"
  }

  /// The words at a place of the list that a formula yields, counted from 1.
  func words(numbered number: String) -> String {
    "INDEX(\(CellRange.column(key, TokenWords.wordColumn)),\(number))"
  }

  /// The words of one name.
  func word(_ token: String) -> String { Formula.reference(wordCell(token)) }

  /// The words of one name, as the report has them.
  func phrase(_ token: String) -> Phrase {
    entries.first { $0.token == token }?.words ?? Phrase(verbatim: token)
  }

  /// A name for the cell of some words, which conditional formats compare with.
  func definedName(_ name: String, for token: String) -> ReportDocument.DefinedName {
    ReportDocument.DefinedName(name, for: wordCell(token))
  }

  private func wordCell(_ token: String) -> CellRange {
    CellRange(key, TokenWords.wordColumn, rows: .one(token))
  }

  /// The list as a table.
  var table: ReportTable {
    var table = ReportTable(
      key, title: title,
      columns: [
        .integer("number", Phrase("number", "序號")),
        .identifier(TokenWords.tokenColumn, Phrase("name in formulas", "公式用名稱")),
        .text(TokenWords.wordColumn, Phrase("words", "文字"), width: .characters(44)),
      ], frozenColumnCount: 0)
    for (index, entry) in entries.enumerated() {
      table.append(
        [.count(index + 1), .text(entry.token), .phrase(entry.words)], key: entry.token)
    }
    return table
  }
}
