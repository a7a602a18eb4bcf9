import Policy
import Quantities

extension ReviewedRow {
  /// The row in the derivation of its item: used or left out, with each factor of its price.
  func derivation(_ policy: PolicyView, isIndexed: Bool) -> Derivation {
    let day = evidence.date
    let origin = evidence.originPhrase
    let used = disposition == .used
    return Derivation(
      Phrase(
        "\(used ? "used" : "left out"): \(evidence.id), \(origin.english), \(day)",
        "\(used ? "採計" : "未採計")：\(evidence.id)，\(origin.traditionalChinese)，\(day.rocText)"),
      value: normalised.map { Phrase(verbatim: "NT$\($0.price.decimalText)") },
      reason: disposition.exclusion?.phrase, rule: rule(policy),
      sources: [evidence.position], steps: factors(policy, isIndexed) + consequences)
  }

  /// The rule that left the row out; for a row that is used, the one that made it evidence.
  private func rule(_ policy: PolicyView) -> Derivation.Rule? {
    switch disposition {
    case .used: .evidenceClasses
    case .excluded(.notNormalised): .normalising
    case .excluded(.notIndependent(.tooOld)):
      policy.rule(for: .ageLimitDays(of: evidence.origin.evidenceClass))
    case .excluded(.notIndependent): .independence
    case .excluded(.outlier): policy.rule(for: .reserveOutlierZ)
    case .excluded(.notExact): .exactness
    }
  }

  private func factors(_ policy: PolicyView, _ isIndexed: Bool) -> [Derivation] {
    guard let normalised else { return [] }
    var steps = [
      Derivation(
        Phrase("price as stated", "原列價格"),
        value: Phrase(verbatim: "NT$\(normalised.stated.decimalText)"),
        rule: .evidenceClasses, sources: [evidence.position])
    ]
    for step in normalised.steps {
      let rule: Derivation.Rule? =
        switch step.cause {
        case .tax: policy.rule(for: .reserveTaxRate)
        case .fee: policy.rule(for: .reserveFeeUplift)
        case .term, .index: .normalising
        }
      steps.append(
        Derivation(
          step.cause.phrase, value: Phrase(verbatim: "NT$\(step.result.decimalText)"),
          reason: Phrase(
            "factor \(step.factor.decimalText())", "係數 \(step.factor.decimalText())"),
          rule: rule))
    }
    if !isIndexed {
      steps.append(
        Derivation(
          Phrase("no price index: factor 1", "未提供物價指數，係數為 1"), rule: .normalising))
    }
    return steps
  }

  private var consequences: [Derivation] {
    guard let influence else { return [] }
    return [
      Derivation(
        Phrase("influence on the computed price", "對計算價格之影響"), value: influence.phrase,
        rule: .influence)
    ]
  }
}

extension Evidence {
  /// Where the price comes from, in words.
  fileprivate var originPhrase: Phrase {
    switch origin {
    case .historical(let caseNumber, let vendor):
      Phrase("awarded to \(vendor) in \(caseNumber)", "\(caseNumber) 案決標予 \(vendor)")
    case .agency(let agency, _): Phrase("award of \(agency)", "\(agency) 決標")
    case .market(let channel): channel.phrase
    }
  }
}
