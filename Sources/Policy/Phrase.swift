/// A language that reports are written in; the raw values are what `--language` takes.
public enum Language: String, CaseIterable, Sendable {
  /// English.
  case english = "en"
  /// Traditional Chinese.
  case traditionalChinese = "zh-Hant"
}

/// A piece of text in every language that reports are written in.
///
/// A rule states its reasons as phrases beside itself, so that both languages are changed together.
public struct Phrase: Hashable, Sendable {
  /// The text in English.
  public let english: String
  /// The text in Traditional Chinese.
  public let traditionalChinese: String

  /// Creates a phrase from its two texts.
  public init(_ english: String, _ traditionalChinese: String) {
    self.english = english
    self.traditionalChinese = traditionalChinese
  }

  /// Creates a phrase that is the same in both languages: a name, a number.
  public init(verbatim text: String) {
    self.init(text, text)
  }

  /// Several phrases as one, divided by semicolons.
  public init(joining parts: [Phrase]) {
    self.init(
      parts.map(\.english).joined(separator: "; "),
      parts.map(\.traditionalChinese).joined(separator: "；"))
  }

  /// The text in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .traditionalChinese: traditionalChinese
    }
  }
}
