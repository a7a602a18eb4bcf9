import Policy
import Quantities

/// The parameters that formulas follow: named cells on the sheet of assumptions.
///
/// Formulas hold no value of the policy; whoever changes the cell changes every formula.
enum PolicyCells {
  /// The parameters that formulas look at, in the order of their keys.
  static let keys: [PolicyKey] = [
    .reserveCombine, .reserveWeightHistorical, .reserveWeightAgency, .reserveWeightMarket,
    .reserveQuantile, .reserveOutlierZ, .reserveMinimumEffectiveSources,
    .reserveAgeLimitDaysHistorical, .reserveAgeLimitDaysAgency, .reserveAgeLimitDaysMarket,
    .reserveRoundingUnit, .reserveRiseWarning, .reserveTaxRate, .reserveFeeUplift,
    .awardCutoffShare, .awardRounding, .awardBase, .awardMinimumWinners, .awardTie,
    .awardContractPrice, .awardLowPriceItem, .awardLowPriceTotal, .feeMode, .feeTierBy, .feeBase,
    .feeRounding, .feeCap,
  ]

  /// The fact of a parameter, which people may change where formulas follow it.
  static func changeable(_ fact: FactList.Fact, of key: PolicyKey) -> FactList.Fact {
    guard keys.contains(key) else { return fact }
    guard case .choice(let words) = key.kind else { return fact.input() }
    return fact.input(choosing: words.map { Phrase(verbatim: $0) })
  }

  /// The names of the cells of a list of parameters.
  static func names(of list: FactList) -> [ReportDocument.DefinedName] {
    keys.filter { key in list.facts.contains { $0.key == key.rawValue } }.map { key in
      ReportDocument.DefinedName(key.cellName, for: CellRange(list.key, key.rawValue))
    }
  }
}

extension PolicyKey {
  /// The name of the parameter's cell in formulas, such as `award_cutoff_share`.
  var cellName: String { String(rawValue.map { $0 == "." ? "_" : $0 }) }

  /// The parameter's cell as a formula template writes it.
  var reference: String { "{\(cellName)}" }
}
