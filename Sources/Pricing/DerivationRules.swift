import Policy

// The rules that stand behind steps without a parameter of their own.
extension Derivation.Rule {
  /// The reserve price itself.
  static let reserveLaw = Derivation.Rule(
    Citation("政府採購法 Government Procurement Act, Art. 46"), .law)
  /// The three classes of evidence.
  static let evidenceClasses = Derivation.Rule(
    Citation("數位發展部《雲端服務共同供應契約調整說明》 slide 3"), .seed)
  static let normalising = committee("prices on the item's terms, pro rata by months, dated index")
  static let independence = committee("each row is evidence of its own")
  static let representative = committee(
    "median, the lowest of at most two; for the market the lowest")
  static let guards = committee("a warning below two classes")
  static let exactness = committee("no price without an exact result")
  static let influence = committee("leave-one-out")
  static let bootstrap = committee(
    "percentile bootstrap, Efron & Tibshirani 1993, ch. 13")

  /// A part of the method that stands in for the committee's formula, which is not public.
  private static func committee(_ part: String) -> Derivation.Rule {
    Derivation.Rule(Citation("訂價暨規格審查會訂價原則未公開 (not public); \(part)"), .assumed)
  }
}

extension PolicyKey {
  static func weight(of evidenceClass: EvidenceClass) -> PolicyKey {
    switch evidenceClass {
    case .historical: .reserveWeightHistorical
    case .agency: .reserveWeightAgency
    case .market: .reserveWeightMarket
    }
  }

  static func ageLimitDays(of evidenceClass: EvidenceClass) -> PolicyKey {
    switch evidenceClass {
    case .historical: .reserveAgeLimitDaysHistorical
    case .agency: .reserveAgeLimitDaysAgency
    case .market: .reserveAgeLimitDaysMarket
    }
  }
}
