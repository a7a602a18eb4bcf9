import Pipeline
import Policy
import Pricing
import Quantities

/// The sheet that works each row of evidence out, one row beside each row of the evidence.
///
/// Prices are carried to the item's terms, then tested for independence and for being outliers.
enum EvidenceReviewSheet {
  static let key = "evidence_review"
  /// The key of the table; rows are named as those of the evidence.
  static let tableKey = "evidence_review"

  static func sheet(of evidence: LiveEvidence) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Evidence worked out", "價格資料計算"),
      title: Phrase("Evidence, worked out row by row", "價格資料逐筆計算"),
      summary: Phrase(
        "Each row carried to the item's terms, used or left out, with its reason and its influence",
        "各筆價格資料之換算、採計與否、理由與影響"), tab: .calculation, isProtected: true,
      blocks: evidence.notes + [
        .note(
          ReportNote(
            Phrase(
              "Influence is what the computed reserve price would change by without the row."
                + " Normalised prices are in NT$ on the item's unit, term and tier.",
              "「影響」為剔除該筆資料後底價計算值之變動。標準化單價為依品項單位、期間與級距換算之新臺幣元。"))),
        .table(evidence.finished(table(of: evidence))),
      ])
  }

  private static func table(of evidence: LiveEvidence) -> ReportTable {
    var table = ReportTable(
      tableKey, columns: columns,
      conditionalFormats: [
        .when(Formula("={kept}=\"\""), style: .muted)
      ], frozenColumnCount: 2)
    let formulas = EvidenceFormulas(hasIndex: evidence.stage.pricing.index != nil)
    var first = 1
    for (index, item) in evidence.stage.items.enumerated() {
      let steps = evidence.steps?[index]
      for (place, row) in item.rows.enumerated() {
        let values = EvidenceRowCells(
          row, of: item, itemNumber: index + 1, itemFirst: first, steps?.rows[place])
        table.append(values.cells(formulas), key: EvidenceSheet.rowKey(item, place))
      }
      first += item.rows.count
    }
    return table
  }

  private static let columns: [ReportTable.Column] = [
    .identifier("item_id", Phrase("item", "品項編號")),
    .identifier("evidence_id", Phrase("evidence", "資料編號")),
    .integer("item_row", Phrase("item's row", "品項列")),
    .integer("class_number", Phrase("class", "類別")),
    .integer("class_row", Phrase("class's row", "類別列")),
    .integer("fits", Phrase("unit and tier fit", "單位級距相符")),
    .decimal("tax", Phrase("× tax", "×稅")),
    .decimal("fee", Phrase("× fee", "×服務費")),
    .integer("item_term", Phrase("item's term", "品項期間")),
    .decimal("term", Phrase("× term", "×期間")),
    .integer("month_number", Phrase("month", "月份序號")),
    .decimal("index", Phrase("× index", "×指數"), fractionDigitLimit: 6),
    .decimal("normalised", Phrase("normalised", "標準化單價"), fractionDigitLimit: 2),
    .integer("age_days", Phrase("age, days", "距訂價日（日）")),
    .integer("fault", Phrase("own fault", "不採計代碼")),
    .integer("item_first", Phrase("item's first row", "品項首列")),
    .integer("repeats", Phrase("repeats", "重複筆數")),
    .decimal("effective", Phrase("effective price", "有效單價"), fractionDigitLimit: 2),
    .decimal("deviation", Phrase("from the median", "與中位數之差"), fractionDigitLimit: 2),
    .decimal("score", Phrase("outlier score", "離群分數"), fractionDigitLimit: 2),
    .decimal("kept", Phrase("price used", "採計單價"), fractionDigitLimit: 2),
    .choice("use", Phrase("use", "採計")),
    .text("reason", Phrase("why left out", "未採計理由"), width: .characters(30)),
    .percentage("to_reserve", Phrase("to reserve", "與底價之比")),
    .money("influence", Phrase("influence, as written", "影響（產製時）"), width: .characters(14)),
    .text("steps", Phrase("factors, as written", "換算說明（產製時）"), width: .characters(26)),
    .text("detail", Phrase("reason, as written", "理由說明（產製時）"), width: .characters(30)),
  ]
}
