/// A rule of screening or of orders: how far it has been phased in, and where that is stated.
public struct RuleRequirement: Hashable, Sendable {
  /// The rule's key in the policy.
  public let key: PolicyKey
  /// How far it has been phased in.
  public let stage: RequirementStage
  /// Where its stage is stated.
  public let rule: Derivation.Rule
  /// What it asks for, in words.
  public let title: Phrase

  /// Creates a requirement.
  public init(
    key: PolicyKey, stage: RequirementStage, rule: Derivation.Rule, title: Phrase? = nil
  ) {
    self.key = key
    self.stage = stage
    self.rule = rule
    self.title = title ?? Phrase(verbatim: key.rawValue)
  }

  /// The rule's name in results: its key without the part of the pipeline.
  public var name: String { key.ruleName }

  /// The rule's name where people read it: in English the one that `--rule` takes.
  public var namePhrase: Phrase { Phrase(name, title.traditionalChinese) }
}

extension PolicyKey {
  /// The name of the rule in results: the key without the part of the pipeline.
  public var ruleName: String {
    String(rawValue.drop { $0 != "." }.dropFirst())
  }
}

extension PolicyView {
  /// The requirement of a rule on the policy's day.
  ///
  /// - Throws: ``PolicyError`` when its stage has no value, or one of the wrong kind.
  func requirement(_ key: PolicyKey) throws(PolicyError) -> RuleRequirement {
    let stage: RequirementStage = try choice(key)
    let entry = try entry(for: key)
    var citation = entry.citation
    // A stage that is set still belongs to a rule, which is stated somewhere.
    if overrides[key] != nil, let stated = try? book.entry(for: key, on: day) {
      citation = Citation("\(citation.text); otherwise: \(stated.citation.text)")
    }
    return RuleRequirement(
      key: key, stage: stage, rule: Derivation.Rule(citation, entry.basis),
      title: book.descriptions[key])
  }
}
