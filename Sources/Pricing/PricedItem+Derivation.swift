public import Policy
import Quantities

extension PricedItem {
  /// How the reserve price came about, from the price down to the rows.
  ///
  /// Reserve price ← rounding ← combination ← class representatives ← rows used and left out, each
  /// with its factors, its reason and the rule behind it.
  ///
  /// - Parameter policy: The policy that the item was priced with; its citations stand at the steps.
  /// - Returns: The tree, its root the reserve price.
  public func derivation(policy: PolicyView) -> Derivation {
    var steps = override.map { [decision($0)] } ?? []
    steps.append(computation(policy))
    steps += warnings.map { warning($0, policy) }
    steps += interval.map { [uncertainty($0)] } ?? []
    return Derivation(
      Phrase("reserve price of \(item.id)", "品項 \(item.id) 之底價"),
      value: reservePrice.map { Phrase(verbatim: "NT$\($0.decimalText)") },
      reason: outcome.phrase, rule: .reserveLaw, sources: [item.position], steps: steps)
  }

  private func decision(_ override: ReserveOverride) -> Derivation {
    Derivation(
      Phrase("decision of the committee", "委員會決定"),
      value: Phrase(verbatim: "NT$\(override.reservePrice.decimalText)"),
      reason: Phrase(
        "\(override.reason) (\(override.decidedBy), \(override.decidedOn))",
        "\(override.reason)（\(override.decidedBy)，\(override.decidedOn.rocText)）"),
      rule: .reserveLaw, sources: [override.position])
  }

  private func computation(_ policy: PolicyView) -> Derivation {
    let unit = pricing.policy.roundingUnit.decimalText
    let value: Phrase
    var reason: Phrase?
    switch computed {
    case .price(_, let reserve): value = Phrase(verbatim: "NT$\(reserve.decimalText)")
    case .none(let why):
      value = Phrase("none", "無")
      reason = why.phrase
    }
    return Derivation(
      Phrase(
        "price computed, rounded down to a multiple of NT$\(unit)",
        "計算價格，無條件捨去至 NT$\(unit) 之倍數"),
      value: value, reason: reason, rule: policy.rule(for: .reserveRoundingUnit),
      steps: [sourceCount(policy), combination(policy), alternatives(policy)])
  }

  private func sourceCount(_ policy: PolicyView) -> Derivation {
    let minimum = pricing.policy.minimumEffectiveSources
    return Derivation(
      Phrase(
        "effective rows, of \(counts.rows); at least \(minimum) needed",
        "有效資料筆數（共 \(counts.rows) 筆，至少須 \(minimum) 筆）"),
      value: Phrase(verbatim: "\(counts.effective)"),
      rule: policy.rule(for: .reserveMinimumEffectiveSources))
  }

  private func combination(_ policy: PolicyView) -> Derivation {
    var steps = EvidenceClass.allCases.map { representative($0, policy) }
    if pricing.policy.combine == .quantile {
      steps.append(
        Derivation(
          Phrase("quantile", "分位數"),
          value: Phrase(verbatim: pricing.policy.quantile.decimalText),
          rule: policy.rule(for: .reserveQuantile)))
    }
    return Derivation(
      pricing.policy.combine.phrase, value: computed.exactPhrase,
      rule: policy.rule(for: .reserveCombine), steps: steps)
  }

  private func alternatives(_ policy: PolicyView) -> Derivation {
    let others = combinations.filter { $0.method != pricing.policy.combine }
    return Derivation(
      Phrase("the other methods", "其他方法"), rule: policy.rule(for: .reserveCombine),
      steps: others.map { other in
        Derivation(
          other.method.phrase,
          value: other.result.reservePrice.map { Phrase(verbatim: "NT$\($0.decimalText)") },
          reason: other.reasonPhrase, rule: policy.rule(for: .reserveCombine))
      })
  }
}

extension PricedItem {
  private func representative(_ evidenceClass: EvidenceClass, _ policy: PolicyView) -> Derivation {
    let summary = classes[evidenceClass]
    let name = evidenceClass.phrase
    var steps: [Derivation] = []
    if pricing.policy.combine == .weightedMean {
      steps.append(
        Derivation(
          Phrase("weight", "權重"),
          value: Phrase(verbatim: pricing.policy.weights[evidenceClass].decimalText),
          rule: policy.rule(for: .weight(of: evidenceClass))))
    }
    if summary.counts.effective > 0 {
      steps.append(
        Derivation(
          summary.outlierTest.phrase,
          value: Phrase(
            "limit \(pricing.policy.outlierZ.decimalText())",
            "上限 \(pricing.policy.outlierZ.decimalText())"),
          rule: policy.rule(for: .reserveOutlierZ)))
    }
    let ofClass = rows.filter { $0.evidence.origin.evidenceClass == evidenceClass }
    steps += ofClass.map { $0.derivation(policy, isIndexed: pricing.index != nil) }
    let counts = summary.counts
    return Derivation(
      Phrase(
        "\(name.english): \(summary.rule.phrase.english) of \(counts.used) rows, of \(counts.rows)",
        "\(name.traditionalChinese)：採計 \(counts.used) 筆（共 \(counts.rows) 筆）之"
          + summary.rule.phrase.traditionalChinese),
      value: summary.representative.map { Phrase(verbatim: "NT$\($0.decimalText)") },
      reason: summary.representative == nil ? Phrase("no row is left", "無可採計資料") : nil,
      rule: .representative, steps: steps)
  }

  private func warning(_ warning: ReserveWarning, _ policy: PolicyView) -> Derivation {
    let rule: Derivation.Rule?
    var sources: [SourcePosition] = []
    switch warning {
    case .fewerThanTwoClasses: rule = .guards
    case .staleEvidence(let evidenceClass):
      rule = policy.rule(for: .ageLimitDays(of: evidenceClass))
    case .rise(_, let last, _):
      rule = policy.rule(for: .reserveRiseWarning)
      sources = [last.position]
    case .meanDeviationUsed: rule = policy.rule(for: .reserveOutlierZ)
    }
    return Derivation(
      Phrase("warning", "警示"), reason: warning.phrase, rule: rule, sources: sources)
  }

  private func uncertainty(_ interval: BootstrapInterval) -> Derivation {
    Derivation(
      Phrase("90 % bootstrap interval", "90 % 拔靴區間"),
      value: Phrase(
        "NT$\(interval.lower.decimalText) to NT$\(interval.upper.decimalText)",
        "NT$\(interval.lower.decimalText) 至 NT$\(interval.upper.decimalText)"),
      reason: Phrase(
        "\(interval.replicateCount) replicates, seed \(interval.seed)",
        "重抽 \(interval.replicateCount) 次，種子 \(interval.seed)"),
      rule: .bootstrap)
  }
}

extension ComputedReserve {
  fileprivate var exactPhrase: Phrase? {
    switch self {
    case .price(let exact, _), .none(.roundsToZero(let exact, _)):
      Phrase(verbatim: "NT$\(exact.decimalText)")
    case .none: nil
    }
  }
}

extension CombinedPrice {
  /// The difference to the policy's method, or why there is no price.
  fileprivate var reasonPhrase: Phrase? {
    switch result {
    case .none(let reason): reason.phrase
    case .price:
      differenceToChosen.map {
        Phrase(
          "difference to the policy's method: NT$\($0.decimalText)",
          "與政策方法之差額：NT$\($0.decimalText)")
      }
    }
  }
}
