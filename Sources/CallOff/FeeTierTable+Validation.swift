public import Policy

/// Why a tier table cannot be used.
public enum FeeTableProblem: Hashable, Sendable {
  /// A lower bound is below 0.
  case negativeBound
  /// The tiers follow quantities, yet a bound is no whole number of units.
  case fractionalQuantityBound

  /// The problem in words: what is wrong, and what was expected.
  public var phrase: Phrase {
    switch self {
    case .negativeBound:
      Phrase("is below 0; expected a lower bound of 0 or more", "級距下限小於 0；應為 0 以上")
    case .fractionalQuantityBound:
      Phrase(
        "is no whole number; expected whole units, since the tiers follow the quantity",
        "下限非整數；級距依數量計算，下限應為整數單位")
    }
  }
}

extension FeeTierTable {
  /// What keeps the table from being used with tiers that follow `measure`.
  ///
  /// A table is written before it is known what its tiers follow, so whole units are checked here.
  ///
  /// - Returns: One problem a faulty tier, in the order of the tiers; empty when there is none.
  public func problems(by measure: TierMeasure) -> [FeeProblem] {
    tiers.compactMap { tier in
      let problem: FeeTableProblem? =
        if tier.lowerBoundHundredths < 0 {
          .negativeBound
        } else if measure == .quantity, tier.lowerBoundHundredths % 100 != 0 {
          .fractionalQuantityBound
        } else {
          nil
        }
      return problem.map { FeeProblem(.table($0), at: tier.position, column: "lower_bound") }
    }
  }
}
