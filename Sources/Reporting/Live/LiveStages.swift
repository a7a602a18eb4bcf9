import Pipeline
import Quantities

/// The stages of a run whose sheets hold formulas.
struct LiveStages {
  let awards: AwardWorking?
  let fees: FeeWorking?

  /// - Throws: `ArithmeticOverflow` when a sum does not fit.
  init(of run: CaseRun, limits: FormulaLimits) throws(ArithmeticOverflow) {
    awards = if let tender = run.tender { try AwardWorking(tender, limits: limits) } else { nil }
    fees =
      if let callOff = run.callOff {
        try FeeWorking(callOff, items: run.input.items ?? [], limits: limits)
      } else { nil }
  }

  /// The formulas of figures of the summary, by their names.
  var figures: [String: String] {
    var all: [String: String] = [:]
    if awards?.isLive == true { all.merge(AwardSums.figures) { first, _ in first } }
    if fees?.isLive == true { all.merge(FeeSums.figures) { first, _ in first } }
    return all
  }

  /// The formulas of checks, by their names.
  var checks: [String: CheckFormulas.Pair] { CheckFormulas.all(awards: awards, fees: fees) }

  /// The sheet of the words that the formulas need.
  var words: ReportSheet? { WordSheet.sheet(awards: awards, fees: fees) }

  /// The names of the words that the looks of rows follow.
  var definedNames: [ReportDocument.DefinedName] {
    WordSheet.definedNames(awards: awards, fees: fees)
  }
}
