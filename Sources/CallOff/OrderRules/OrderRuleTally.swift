public import Policy

/// How one rule of orders came out.
public struct OrderRuleTally: Hashable, Sendable {
  /// The rule.
  public let requirement: RuleRequirement
  /// The table or column that is not there; `nil` where the rule had all that it needs.
  public let missingInput: String?
  /// Orders that meet it.
  public private(set) var metCount = 0
  /// Orders that do not.
  public private(set) var flaggedCount = 0
  /// Orders of which nothing shows that they do.
  public private(set) var missingCount = 0
  /// Orders on their way through a cancellation.
  public private(set) var pendingCount = 0
  /// Orders that it has nothing to say about, such as those of other contracts.
  public private(set) var unjudgedCount = 0

  init(_ requirement: RuleRequirement, missingInput: String?) {
    self.requirement = requirement
    self.missingInput = missingInput
  }

  mutating func count(_ result: OrderResult?) {
    switch result {
    case .met: metCount += 1
    case .flagged: flaggedCount += 1
    case .missingEvidence: missingCount += 1
    case .pending: pendingCount += 1
    case nil: unjudgedCount += 1
    }
  }

  /// Whether the rule was applied to the case.
  public var isApplied: Bool { missingInput == nil && requirement.stage != .notAsked }

  /// Why the rule was not applied; `nil` where it was.
  public var reason: Phrase? {
    if let missingInput {
      return Phrase(
        "not applied, since the case has no \(missingInput): it flags nothing",
        "本案無 \(missingInput)，不適用此規則，不予註記")
    }
    guard requirement.stage == .notAsked else { return nil }
    return Phrase("not asked for in this case: it flags nothing", "本案未要求此項，不予註記")
  }
}
