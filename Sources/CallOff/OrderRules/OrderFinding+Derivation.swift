public import Policy

extension OrderFinding {
  /// The finding as a step of the derivation of an order's fee.
  public var derivation: Derivation {
    Derivation(
      Phrase(
        "rule of orders: \(requirement.title.english)",
        "訂單規則：\(requirement.title.traditionalChinese)"),
      value: result.phrase, reason: reason, rule: requirement.rule, sources: [record])
  }
}
