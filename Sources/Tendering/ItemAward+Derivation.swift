public import Policy
import Quantities

extension ItemAward {
  /// How the award came about: reserve price, valid bids, n, k, ties, winners, low prices.
  ///
  /// - Parameter policy: The policy that the award's parameters were read from; it gives the
  ///   citation and basis of each.
  /// - Returns: A tree with a node for every bid.
  /// - Complexity: O(n) nodes.
  public func derivation(policy: PolicyView) -> Derivation {
    let steps: [Derivation?] = [
      reserveStep, validityStep, reductionStep(policy), cutoff.map { cutoffStep($0, policy) },
      tieStep(policy), unusedRebidStep, winnerStep(policy), loserStep, lowPriceStep(policy),
    ]
    return Derivation(
      Phrase("award of \(itemID)", "\(itemID) 決標"), value: outcome.phrase,
      rule: .law("Government Procurement Act (政府採購法), Art. 52 I 4"),
      steps: steps.compactMap { $0 })
  }

  private var reserveStep: Derivation {
    Derivation(
      Phrase("published reserve price", "公告底價"),
      value: reservePrice.map { Phrase(verbatim: $0.printed) } ?? Phrase("none", "無"),
      rule: .law("Government Procurement Act (政府採購法), Art. 34, 46"))
  }

  private var validityStep: Derivation {
    let refused = bids.filter { $0.rank == nil }
    return Derivation(
      Phrase("valid bids", "有效標"),
      value: Phrase("\(validCount) of \(submittedCount)", "\(submittedCount) 家中 \(validCount) 家"),
      reason: Phrase("admitted, and not above the reserve price", "審查合格且未高於底價"),
      rule: .law(
        "Government Procurement Act (政府採購法), Art. 52 I 1;"
          + " Regulations for Inter-entity Supply Contracts (共同供應契約實施辦法), Art. 4 III"),
      steps: refused.map { $0.step })
  }

  private func reductionStep(_ policy: PolicyView) -> Derivation? {
    guard let record = priceReduction else { return nil }
    let value =
      record.decidingRound.map {
        Phrase("within the reserve after round \($0)", "第 \($0) 輪減價後進入底價")
      } ?? Phrase("no round brought a price within the reserve", "減價後仍均高於底價")
    let used = record.used.map { reduction in
      Derivation(
        Phrase(
          "round \(reduction.round): \(reduction.vendorID)",
          "第 \(reduction.round) 輪：\(reduction.vendorID)"),
        value: Phrase(verbatim: reduction.unitPrice.printed), sources: [reduction.position])
    }
    let unused = record.unused.map { unused in
      Derivation(
        Phrase(
          "round \(unused.reduction.round), without effect: \(unused.reduction.vendorID)",
          "第 \(unused.reduction.round) 輪，未採用：\(unused.reduction.vendorID)"),
        value: Phrase(verbatim: unused.reduction.unitPrice.printed), reason: unused.reason.phrase,
        sources: [unused.reduction.position])
    }
    return Derivation(
      Phrase("reduction of prices", "減價"), value: value,
      reason: Phrase(
        "no bid was within the reserve price (Government Procurement Act, Art. 53)",
        "各標均高於底價（政府採購法第 53 條）"),
      rule: policy.rule(for: .awardPriceReduction), steps: used + unused)
  }

  private func cutoffStep(_ cutoff: Cutoff, _ policy: PolicyView) -> Derivation {
    let share = self.policy.cutoffShare
    let exact = (try? share.value * Rational(Int64(cutoff.baseCount)))?.decimalText() ?? ""
    let base: Phrase =
      switch self.policy.base {
      case .valid: Phrase("the valid bids", "有效標家數")
      case .submitted: Phrase("all bids submitted", "全部投標家數")
      }
    return Derivation(
      Phrase("k: the lowest bids awarded, before ties", "k：決標名額（同價處理前）"),
      value: Phrase(verbatim: "\(cutoff.count)"),
      reason: cutoffPrice.map {
        Phrase("the cutoff price is \($0.printed)", "截點價為 \($0.printed)")
      },
      steps: [
        Derivation(
          Phrase("n: base of the share", "n：比例之基數"),
          value: Phrase(verbatim: "\(cutoff.baseCount)"), reason: base,
          rule: policy.rule(for: .awardBase)),
        Derivation(
          Phrase("share × n", "比例 × n"),
          value: Phrase(verbatim: "\(share.decimalText) × \(cutoff.baseCount) = \(exact)"),
          rule: policy.rule(for: .awardCutoffShare)),
        Derivation(
          Phrase("rounded", "取整"), value: Phrase(verbatim: "\(cutoff.shareCount)"),
          reason: Phrase(verbatim: self.policy.rounding.rawValue),
          rule: policy.rule(for: .awardRounding)),
        Derivation(
          Phrase("at least, and at most the valid bids", "下限，並以有效標家數為上限"),
          value: Phrase(verbatim: "\(self.policy.minimumWinners) ≤ k ≤ \(validCount)"),
          rule: policy.rule(for: .awardMinimumWinners)),
      ])
  }

  private func tieStep(_ policy: PolicyView) -> Derivation? {
    guard let tie else {
      guard cutoff != nil else { return nil }
      return Derivation(
        Phrase("equal bids across the cutoff", "決標名額邊界同價"), value: Phrase("none", "無"))
    }
    let rebids = tie.rebids.map { rebid in
      Derivation(
        Phrase("re-bid of \(rebid.vendorID)", "\(rebid.vendorID) 比減價格"),
        value: Phrase(verbatim: rebid.unitPrice.printed), sources: [rebid.position])
    }
    return Derivation(
      Phrase("equal bids across the cutoff", "決標名額邊界同價"),
      value: Phrase(
        "\(tie.vendors.count) at \(tie.price.printed) for \(tie.seatCount)",
        "\(tie.vendors.count) 家同為 \(tie.price.printed)，餘 \(tie.seatCount) 個名額"),
      reason: tie.phrase, rule: policy.rule(for: .awardTie), steps: rebids)
  }

  private var unusedRebidStep: Derivation? {
    guard !unusedRebids.isEmpty else { return nil }
    return Derivation(
      Phrase("re-bids without effect", "未採用之比減價格"),
      value: Phrase(verbatim: "\(unusedRebids.count)"),
      steps: unusedRebids.map { unused in
        Derivation(
          Phrase(verbatim: unused.rebid.vendorID.text),
          value: Phrase(verbatim: unused.rebid.unitPrice.printed), reason: unused.reason.phrase,
          sources: [unused.rebid.position])
      })
  }

  private func winnerStep(_ policy: PolicyView) -> Derivation? {
    guard awardedCount > 0 else { return nil }
    let price: Phrase =
      switch self.policy.contractPrice {
      case .ownBid: Phrase("each contract at the vendor's own price", "各依其標價訂約")
      case .matchLowest:
        Phrase(
          "hypothetical: every contract at the lowest awarded price", "假設情境：均從最低決標價訂約")
      }
    return Derivation(
      Phrase("awarded", "決標"), value: Phrase("\(awardedCount)", "\(awardedCount) 家"),
      reason: price, rule: policy.rule(for: .awardContractPrice), steps: awarded.map { $0.step })
  }

  private var loserStep: Derivation? {
    let losers = bids.filter { $0.rank != nil && $0.contractPrice == nil }
    guard !losers.isEmpty else { return nil }
    return Derivation(
      Phrase("valid, not awarded or pending", "有效標未決標或待決"),
      value: Phrase("\(losers.count)", "\(losers.count) 家"), steps: losers.map { $0.step })
  }

  private func lowPriceStep(_ policy: PolicyView) -> Derivation? {
    guard validCount > 0 else { return nil }
    let flagged = bids.filter { $0.lowPriceReview != nil }
    return Derivation(
      Phrase("low prices to review", "標價偏低應檢視"),
      value: Phrase("\(flagged.count)", "\(flagged.count) 家"),
      reason: Phrase("flagged, never rejected for it", "僅標示，不因此逕予拒絕"),
      rule: .law(
        "Government Procurement Act (政府採購法), Art. 58; Enforcement Rules (施行細則), Art. 79, 80;"
          + " Guarantee Regulations (押標金保證金暨其他擔保作業辦法), Art. 30 I"),
      steps: flagged.map { bid in
        let review = bid.lowPriceReview
        return Derivation(
          Phrase(verbatim: bid.bid.vendorID.text),
          value: bid.standingPrice.map { Phrase(verbatim: $0.printed) },
          reason: review?.procedure, sources: [bid.bid.position],
          steps: review?.findings.map { finding in
            Derivation(
              finding.phrase,
              rule: policy.rule(
                for: finding.flag == .belowTotal ? .awardLowPriceTotal : .awardLowPriceItem))
          } ?? [])
      })
  }
}

extension BidAward {
  /// The bid as a step: vendor, price, why.
  fileprivate var step: Derivation {
    let price = contractPrice ?? standingPrice
    return Derivation(
      rank.map { Phrase("rank \($0): \(bid.vendorID)", "第 \($0) 名：\(bid.vendorID)") }
        ?? Phrase(verbatim: bid.vendorID.text),
      value: price.map { Phrase(verbatim: $0.printed) }, reason: reason, sources: [bid.position])
  }
}

extension Derivation.Rule {
  fileprivate static func law(_ text: String) -> Derivation.Rule {
    Derivation.Rule(Citation(text), .law)
  }
}

extension Money {
  /// The amount as derivations print it.
  fileprivate var printed: String { "NT$\(decimalText)" }
}
