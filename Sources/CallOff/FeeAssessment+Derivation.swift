public import Policy
import Quantities

extension FeeAssessment {
  /// How the order's fee came about: amount, tier, slices, rounding, cap, standing, due date.
  ///
  /// - Parameters:
  ///   - rule: The rule that gave the fee: ``FeeLedger/rule``.
  ///   - policy: The policy that the rule's parameters came from, for their citations.
  ///   - findings: What the rules of orders say of the order.
  /// - Returns: A tree whose root has the net fee.
  public func derivation(
    rule: FeeRule, policy: PolicyView, findings: [OrderFinding] = []
  ) -> Derivation {
    var steps = [amountStep, tierStep(rule, policy)]
    steps += fee.slices.map { sliceStep($0, rule, policy) }
    steps.append(roundingStep(rule, policy))
    if let cap = rule.policy.cap { steps.append(capStep(cap, policy)) }
    steps += [standingStep, dueStep]
    steps += flags.map { flag in
      Derivation(Phrase("flag", "註記"), value: flag.phrase, rule: flag.rule)
    }
    steps += findings.map(\.derivation)
    return Derivation(
      Phrase("service fee of order \(order.id)", "訂單 \(order.id) 之作業服務費"),
      value: Phrase(verbatim: "NT$\(netFee.decimalText)"), reason: standing.phrase,
      rule: DueDate.collection, sources: [order.position], steps: steps)
  }

  private var amountStep: Derivation {
    Derivation(
      Phrase("amount = quantity × unit price", "訂購金額＝數量 × 單價"),
      value: Phrase(
        verbatim:
          "\(order.quantity) × NT$\(order.unitPrice.decimalText) = NT$\(order.amount.decimalText)"),
      sources: [order.position])
  }

  private func tierStep(_ rule: FeeRule, _ policy: PolicyView) -> Derivation {
    let tier = rule.table.tiers[fee.tierIndex]
    let (english, chinese) =
      switch rule.policy.tierBy {
      case .amount: ("amount", "金額")
      case .quantity: ("quantity", "數量")
      }
    let bound = rule.policy.tierBy.phrase(hundredths: tier.lowerBoundHundredths)
    let name = rule.table.name
    return Derivation(
      Phrase("tier by \(english), from \(name)", "依\(chinese)適用級距（\(name)）"),
      value: Phrase(
        "tier \(fee.tierIndex + 1), from \(bound.english): rate \(tier.rate.decimalText)",
        "第 \(fee.tierIndex + 1) 級，\(bound.traditionalChinese) 以上：費率 \(tier.rate.decimalText)"),
      reason: rule.table.isDemonstration
        ? FeeNote.demonstrationTable(name: name).phrase : nil,
      rule: policy.rule(for: .feeTierBy), sources: [tier.position],
      steps: [modeStep(rule, policy)])
  }

  private func modeStep(_ rule: FeeRule, _ policy: PolicyView) -> Derivation {
    let value =
      switch rule.policy.mode {
      case .slab: Phrase("one rate on the whole order", "全額級距，全額適用單一費率")
      case .marginal: Phrase("each slice at the rate of its own tier", "分段累進，各級適用各級費率")
      }
    return Derivation(
      Phrase("how the tiers apply", "級距計算方式"), value: value, rule: policy.rule(for: .feeMode))
  }

  private func sliceStep(
    _ slice: FeeSlice, _ rule: FeeRule, _ policy: PolicyView
  ) -> Derivation {
    let tier = rule.table.tiers[slice.tierIndex]
    let amount = "NT$\(slice.amount.decimalText)"
    let rate = tier.rate.decimalText
    let formula =
      switch rule.policy.base {
      case .gross: "\(amount) × \(rate)"
      case .netOf: "\(amount) − \(amount) / (1 + \(rate))"
      }
    return Derivation(
      Phrase("fee at tier \(slice.tierIndex + 1)", "第 \(slice.tierIndex + 1) 級費用"),
      value: Phrase(verbatim: "\(formula) = \(FeeAssessment.text(minorUnits: slice.exactFee))"),
      rule: policy.rule(for: .feeBase), sources: [tier.position])
  }

  private func roundingStep(_ rule: FeeRule, _ policy: PolicyView) -> Derivation {
    let exact = FeeAssessment.text(minorUnits: fee.exact)
    let direction =
      switch rule.policy.rounding {
      case .halfUp: Phrase("half-up", "四捨五入")
      case .floor: Phrase("down", "無條件捨去")
      case .ceiling: Phrase("up", "無條件進位")
      }
    return Derivation(
      Phrase(
        "sum, rounded \(direction.english) to NT$1", "合計，\(direction.traditionalChinese)至元"),
      value: Phrase(verbatim: "\(exact) → NT$\(fee.rounded.decimalText)"),
      rule: policy.rule(for: .feeRounding))
  }

  private func capStep(_ cap: Money, _ policy: PolicyView) -> Derivation {
    Derivation(
      Phrase("cap of NT$\(cap.decimalText) an order", "每一訂單上限 NT$\(cap.decimalText)"),
      value: Phrase(verbatim: "NT$\(fee.charged.decimalText)"),
      reason: fee.isCapped ? nil : Phrase("not reached", "未達上限"),
      rule: policy.rule(for: .feeCap))
  }

  private var standingStep: Derivation {
    let isPlain = if case .accrued = standing { true } else { false }
    return Derivation(
      Phrase(
        "status: \(standing.statusPhrase.english)",
        "訂單狀態：\(standing.statusPhrase.traditionalChinese)"),
      value: standing.phrase, rule: isPlain ? nil : FeeStanding.timing,
      sources: [order.position],
      steps: isPlain
        ? []
        : [
          Derivation(
            Phrase("cancellation path", "取消程序"),
            value: Phrase(
              "the vendor agrees, the agency returns the order, the administration rules",
              "洽廠商同意、機關退件、本署裁定"),
            rule: FeeStanding.path)
        ])
  }

  private var dueStep: Derivation {
    Derivation(
      Phrase("due on the day after the contract's end", "應繳日：契約迄日之次日"),
      value: dueOn.map { Phrase(verbatim: $0.isoText) } ?? Phrase("not known", "不明"),
      rule: DueDate.reading)
  }

  /// An exact number of minor units as NT$, rounded for display where it does not end.
  private static func text(minorUnits exact: Rational) -> String {
    guard let units = try? exact / Rational(Money.minorUnitsPerUnit) else {
      return "\(exact.decimalText(fractionDigitLimit: 6)) × NT$0.01"
    }
    return "NT$\(units.decimalText(fractionDigitLimit: 6))"
  }
}
