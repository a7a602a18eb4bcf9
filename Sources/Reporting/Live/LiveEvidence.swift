import Pipeline
import Policy
import Pricing
import Quantities

/// The reserve prices of a case with every step on the way, for sheets that compute them anew.
struct LiveEvidence {
  let stage: ReserveStage
  /// The steps of each item, in the order of the items; `nil` where one of them does not fit.
  let steps: [PricingSteps]?
  /// Why the sheets hold values and no formulas; `nil` where they hold formulas.
  let refusal: Phrase?

  /// Rows of evidence up to which formulas stand in the workbook: beyond, a spreadsheet would take
  /// minutes for each change.
  static let rowLimit = 20_000

  init(_ stage: ReserveStage, rowLimit: Int = LiveEvidence.rowLimit) {
    self.stage = stage
    let steps = try? stage.items.map { item throws(ArithmeticOverflow) in try item.steps() }
    self.steps = steps
    let rowCount = stage.items.reduce(0) { $0 + $1.rows.count }
    refusal = LiveEvidence.refusal(of: stage, rowCount: rowCount, rowLimit, isExact: steps != nil)
  }

  private static func refusal(
    of stage: ReserveStage, rowCount: Int, _ rowLimit: Int, isExact: Bool
  ) -> Phrase? {
    if rowCount > rowLimit {
      return Phrase(
        "Values, not formulas: more than \(rowLimit) rows of evidence would make a spreadsheet slow.",
        "本頁為數值而非公式：價格資料逾 \(rowLimit) 筆，公式將使試算表過慢。")
    }
    guard LiveIdentifiers.areDistinct(stage.items.map(\.item.id.text)) else {
      return Phrase(
        "Values, not formulas: a spreadsheet would confuse some of the items' names.",
        "本頁為數值而非公式：部分品項編號於試算表中無法區別。")
    }
    let isInexact = stage.items.contains { item in
      if case .none(.notExact) = item.computed { true } else { false }
    }
    guard isExact, !isInexact else {
      return Phrase(
        "Values, not formulas: the price of an item cannot be computed exactly.",
        "本頁為數值而非公式：有品項之價格無法精確計算。")
    }
    return nil
  }

  /// The note that stands on every sheet of the chain: what is a formula and what is not.
  var note: ReportSheet.Block {
    if let refusal { return .note(ReportNote(refusal, kind: .warning)) }
    return .note(
      ReportNote(
        Phrase(
          "Every number here is a formula unless its heading says “as written”: those are awardsim's"
            + " own, and do not follow changes (bootstrap, influence, last award, texts).",
          "除欄名註明「產製時」者外，數字均為公式；註明者為 awardsim 產製時之值，不隨變更重算"
            + "（拔靴法區間、影響、最近決標、說明文字）。")))
  }

  /// The table as it stands in the workbook.
  func finished(_ table: ReportTable) -> ReportTable {
    refusal == nil ? table : table.withoutFormulas()
  }
}
