public import Policy

/// A text that stands in very many cells, made ready for them once.
public struct PreparedText: Sendable {
  /// The text as a workbook holds it, with a NUL behind it.
  let bytes: [CChar]
  /// Whether the text was longer than a cell holds.
  let isCut: Bool

  /// Prepares a text of the report.
  public init(_ phrase: Phrase, _ language: Language) {
    self.init(phrase[language])
  }

  /// Prepares a text.
  public init(_ text: String) {
    let written = SheetText.forCell(text)
    isCut = SheetText.isTooLong(text)
    bytes = written.utf8.map { CChar(bitPattern: $0) } + [0]
  }

  /// Whether there is no text.
  var isEmpty: Bool { bytes.count == 1 }
}
