import Pipeline
import Policy
import Pricing
import Quantities

/// The stages of a run whose sheets hold formulas.
struct LiveStages {
  let evidence: LiveEvidence?
  let awards: AwardWorking?
  let fees: FeeWorking?

  /// - Throws: `ArithmeticOverflow` when a sum does not fit.
  init(of run: CaseRun, limits: FormulaLimits) throws(ArithmeticOverflow) {
    evidence = run.reserve.map { LiveEvidence($0, limits: limits) }
    awards = if let tender = run.tender { try AwardWorking(tender, limits: limits) } else { nil }
    fees =
      if let callOff = run.callOff {
        try FeeWorking(callOff, items: run.input.items ?? [], limits: limits)
      } else { nil }
  }

  private var hasLiveEvidence: Bool { evidence?.isLive == true }
  private var hasLiveAwards: Bool { awards?.isLive == true }
  private var hasLiveFees: Bool { fees?.isLive == true }

  /// The formulas of figures of the summary, by their names.
  var figures: [String: String] {
    var all: [String: String] = [:]
    if hasLiveEvidence { all.merge(EvidenceSums.figures) { first, _ in first } }
    if hasLiveAwards { all.merge(AwardSums.figures) { first, _ in first } }
    if hasLiveFees { all.merge(FeeSums.figures) { first, _ in first } }
    return all
  }

  /// The formulas of checks, by their names.
  var checks: [String: CheckFormulas.Pair] {
    var all: [String: CheckFormulas.Pair] = [:]
    if hasLiveEvidence { all.merge(EvidenceSums.checks) { first, _ in first } }
    if hasLiveAwards { all.merge(AwardSums.checks) { first, _ in first } }
    if hasLiveFees { all.merge(FeeSums.checks) { first, _ in first } }
    return all
  }

  /// The sheet of the lists that the formulas look up; `nil` where they look none up.
  var lists: ReportSheet? {
    var tables: [ReportTable] = []
    if let evidence { tables += EvidenceLists.tables(evidence.stage.pricing.policy) }
    if hasLiveAwards { tables += AwardWords.lists.map(\.table) }
    if hasLiveFees { tables += FeeWords.lists.map(\.table) }
    return tables.isEmpty ? nil : ListSheet.sheet(of: tables)
  }

  /// The names of the cells that formulas and the looks of rows follow.
  var definedNames: [ReportDocument.DefinedName] {
    (evidence?.stage.pricing.index == nil ? [] : PriceIndexSheet.names)
      + (hasLiveAwards ? AwardWords.definedNames : [])
      + (hasLiveFees ? FeeWords.definedNames : [])
  }
}
