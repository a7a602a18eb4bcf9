/// How a number came about: a tree whose nodes are steps, each with its value, rule and rows.
///
/// The stages make these from their results on demand; `awardsim explain` prints them.
public struct Derivation: Hashable, Sendable {
  /// What the step computes or decides.
  public let title: Phrase
  /// The step's result; `nil` for a step that only groups others.
  public let value: Phrase?
  /// Why the result is what it is, where the title does not say.
  public let reason: Phrase?
  /// Where the rule comes from, and whether it is an assumption.
  public let rule: Rule?
  /// The input rows that the step read directly.
  public let sources: [SourcePosition]
  /// The steps that this one builds on.
  public let steps: [Derivation]

  /// A rule behind a step.
  public struct Rule: Hashable, Sendable {
    /// Where the rule is stated.
    public let citation: Citation
    /// What kind of statement that is.
    public let basis: Basis

    /// Creates a rule from its citation and basis.
    public init(_ citation: Citation, _ basis: Basis) {
      self.citation = citation
      self.basis = basis
    }
  }

  /// Creates a node.
  public init(
    _ title: Phrase, value: Phrase? = nil, reason: Phrase? = nil, rule: Rule? = nil,
    sources: [SourcePosition] = [], steps: [Derivation] = []
  ) {
    self.title = title
    self.value = value
    self.reason = reason
    self.rule = rule
    self.sources = sources
    self.steps = steps
  }
}
