import Pipeline
import Policy
import Pricing
import Quantities

/// The reserve prices of a case with every step on the way, for sheets that compute them anew.
struct LiveEvidence {
  let stage: ReserveStage
  /// The steps of each item, in the order of the items; `nil` where one of them does not fit.
  let steps: [PricingSteps]?
  let liveness: Liveness

  var isLive: Bool { liveness.isLive }

  init(_ stage: ReserveStage, limits: FormulaLimits) {
    self.stage = stage
    steps = try? stage.items.map { item throws(ArithmeticOverflow) in try item.steps() }
    liveness = LiveEvidence.liveness(of: stage, limits, isExact: steps != nil)
  }

  private static func liveness(
    of stage: ReserveStage, _ limits: FormulaLimits, isExact: Bool
  ) -> Liveness {
    let rowCount = stage.items.reduce(0) { $0 + $1.rows.count }
    guard rowCount <= limits.evidenceCount else {
      return .tooManyRows(
        rowCount, of: Phrase("rows of evidence", "價格資料"), limit: limits.evidenceCount)
    }
    guard LookupNames.areDistinct(stage.items.map(\.item.id.text)) else {
      return .alikeNames(Phrase("items", "品項"))
    }
    let isInexact = stage.items.contains { item in
      if case .none(.notExact) = item.computed { true } else { false }
    }
    guard isExact, !isInexact else {
      return .values(
        Phrase("the price of an item cannot be computed exactly.", "有品項之價格無法精確計算。"))
    }
    let prices = stage.items.flatMap { item in
      item.rows.map(\.evidence.unitPrice) + [item.reservePrice].compactMap(\.self)
    }
    return prices.allSatisfy(\.isExactInSpreadsheets) ? .formulas : .tooManyDigits
  }

  /// What stands on every sheet of the chain: what is a formula and what is not.
  var notes: [ReportSheet.Block] {
    guard isLive else { return liveness.notes }
    return [
      .note(
        ReportNote(
          Phrase(
            "Every number here is a formula unless its heading says “as written”: those are"
              + " awardsim's own, and do not follow changes (bootstrap, influence, last award, texts).",
            "除欄名註明「產製時」者外，數字均為公式；註明者為 awardsim 產製時之值，不隨變更重算"
              + "（拔靴法區間、影響、最近決標、說明文字）。")))
    ]
  }

  /// The table as it stands in the workbook.
  func finished(_ table: ReportTable) -> ReportTable {
    isLive ? table : table.withoutFormulas()
  }
}
