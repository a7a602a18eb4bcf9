public import Policy

/// What the committee decides on a computed reserve price.
public enum ReserveDecision: String, CaseIterable, Hashable, Sendable {
  /// The price stands.
  case accept
  /// Another price takes its place.
  case override
  /// It is left open.
  case hold

  /// The word for it.
  public var words: Phrase {
    switch self {
    case .accept: Phrase("accept", "同意")
    case .override: Phrase("override", "改定")
    case .hold: Phrase("hold", "暫緩")
    }
  }

  /// The decision of a word in either language; case does not count.
  ///
  /// - Returns: `nil` when the word is none of them.
  public init?(word: String) {
    let folded = word.lowercased()
    let match = ReserveDecision.allCases.first { decision in
      [decision.words.english, decision.words.traditionalChinese].contains(folded)
    }
    guard let match else { return nil }
    self = match
  }
}
