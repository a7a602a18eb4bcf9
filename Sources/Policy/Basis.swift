/// What stands behind a value of the policy.
public enum Basis: String, CaseIterable, Sendable {
  /// Stated in the ministry's slide deck.
  case seed
  /// Stated in law or in a public official source.
  case law
  /// Stated nowhere public; a parameter, printed as an assumption wherever its result is printed.
  case assumed

  /// The basis in words.
  public var phrase: Phrase {
    switch self {
    case .seed: Phrase("stated in the deck", "簡報載明")
    case .law: Phrase("law", "法規")
    case .assumed: Phrase("assumed", "假設")
    }
  }
}

/// A rule's source: a slide, an article, a paper.
public struct Citation: Hashable, Sendable {
  /// The source as it is printed: a law with its article, a slide, a paper.
  public let text: String

  /// Creates a citation.
  public init(_ text: String) {
    self.text = text
  }
}
