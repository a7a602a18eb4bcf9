public import Policy

extension JSONValue {
  /// A derivation as nested objects: title, value, reason, citation, basis, sources, steps.
  public init(_ derivation: Derivation, language: Language) {
    let text = { (phrase: Phrase?) in phrase.map { JSONValue.string($0[language]) } ?? .null }
    self = .members([
      "title": text(derivation.title),
      "value": text(derivation.value),
      "reason": text(derivation.reason),
      "citation": derivation.rule.map { .string($0.citation.text) } ?? .null,
      "basis": derivation.rule.map { .string($0.basis.rawValue) } ?? .null,
      "sources": .array(derivation.sources.map { .string($0.description) }),
      "steps": .array(derivation.steps.map { JSONValue($0, language: language) }),
    ])
  }
}
