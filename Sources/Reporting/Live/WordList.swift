import Policy

/// Words that a formula chooses among by their number, so that it says in the book's language what it
/// found.
struct WordList {
  /// The key of the list's table.
  let key: String
  /// What the words are about.
  let title: Phrase
  /// The words with their keys, in the order of their numbers.
  let words: [(key: String, phrase: Phrase)]

  /// The word of a number that a formula yields, counted from 1.
  func word(numbered number: String) -> String {
    "INDEX(\(Formula.reference(CellRange(key, WordList.column))),\(number))"
  }

  /// One word, as a formula compares with it.
  func word(_ name: String) -> String {
    Formula.reference(CellRange(key, WordList.column, rows: .one(name)))
  }

  /// The number of a word that a formula holds.
  func number(of word: String) -> String {
    "MATCH(\(word),\(Formula.reference(CellRange(key, WordList.column))),0)"
  }

  /// The list as a table.
  var table: ReportTable {
    var table = ReportTable(
      key, title: title,
      columns: [
        .integer("number", Phrase("number", "序號")),
        .text(WordList.column, Phrase("words", "文字"), width: .characters(44)),
      ], frozenColumnCount: 0)
    for (index, word) in words.enumerated() {
      table.append([.count(index + 1), .phrase(word.phrase)], key: word.key)
    }
    return table
  }

  private static let column = "words"
}
