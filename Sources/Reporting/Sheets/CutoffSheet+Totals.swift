import Pipeline
import Policy
import Quantities

extension CutoffSheet {
  private static let effectKey = "cutoff_effect"
  private static let totalKey = "cutoff_totals"

  /// The items by share and rounding: on which part of them the cutoff bites, and what they come to.
  static func totalBlocks(of analysis: CutoffAnalysis) -> [ReportSheet.Block] {
    guard let totals = analysis.totals() else { return [] }
    return [
      .heading(Phrase("Items by share and rounding", "各比例及取整方式之品項")),
      .note(
        ReportNote(
          Phrase(
            "The part of the items with a valid bid on which the cutoff bites: a valid bid is not"
              + " awarded, or waits for the decision of a tie.",
            "有效標未全數得標（含同價待決）之品項占具有效標品項之比例。"))),
      .table(effectTable(totals, analysis)), .chart(effectChart),
      .table(totalTable(totals, analysis)),
    ]
  }

  /// One row a share, one column a rounding.
  private static func effectTable(
    _ totals: [CutoffTotal], _ analysis: CutoffAnalysis
  ) -> ReportTable {
    var table = ReportTable(
      effectKey,
      columns: [.text("share", Phrase("share", "決標比例"), width: .characters(8))]
        + Rounding.allCases.map {
          .percentage("part_\($0.rawValue)", $0.phrase, width: .characters(10))
        })
    for share in analysis.shares {
      let parts = totals.filter { $0.reading.share == share }.map { total -> Cell in
        let cell = Cell.percentage(total.bitingPart)
        guard total.bitingPart != nil else { return cell }
        let source = CellRange(totalKey, "biting_part", rows: .one(total.reading.key))
        return cell.computed(by: Formula("=" + Formula.reference(source)))
      }
      table.append(
        [.phrase(share.phrase)] + parts,
        style: share == analysis.policy.cutoffShare ? .good : .normal)
    }
    return table
  }

  private static var effectChart: ReportChart {
    ReportChart(
      title: Phrase("Items on which the cutoff bites", "有未得標者之品項比例"), kind: .column,
      series: Rounding.allCases.map {
        .init(
          $0.phrase, categories: CellRange(effectKey, "share"),
          values: CellRange(effectKey, "part_\($0.rawValue)"))
      },
      categoryAxis: .init(Phrase("share of the bidders awarded", "決標比例")),
      valueAxis: .init(
        Phrase("part of the items", "品項比例"), minimum: .zero, maximum: .one),
      placement: .beside, widthPixels: 500, heightPixels: 300)
  }

  private static func totalTable(
    _ totals: [CutoffTotal], _ analysis: CutoffAnalysis
  ) -> ReportTable {
    var table = ReportTable(
      totalKey,
      columns: [
        .percentage("cutoff_share", Phrase("share", "決標比例"), width: .characters(8)),
        .choice("rounding", Phrase("rounding", "取整"), width: .characters(10)),
        .percentage("biting_part", Phrase("it bites on", "有未得標之比例"), width: .characters(10)),
        .integer("biting", Phrase("items: it bites", "有未得標之品項"), width: .characters(10)),
        .integer("open", Phrase("items: every bid wins", "皆得標之品項"), width: .characters(10)),
        .integer("pending_items", Phrase("items pending", "待決品項"), width: .characters(10)),
        .integer("winners", Phrase("winners", "得標件數"), width: .characters(10)),
        .money("sum", Phrase("awarded sum", "契約價合計")),
        .integer(
          "gain_items", Phrase("items: a bid more adds a winner", "加一標後增加得標之品項"),
          width: .characters(10)),
        .integer(
          "padding_items", Phrase("items: the bid more wins", "所加之標得標之品項"),
          width: .characters(10)),
        .money("change", Phrase("change of the sum", "合計變動")),
      ], frozenColumnCount: 2)
    for total in totals {
      table.append(
        cells(of: total), key: total.reading.key,
        style: total.reading == analysis.ownReading ? .good : .normal)
    }
    return table
  }

  private static func cells(of total: CutoffTotal) -> [Cell] {
    let part = Cell.percentage(total.bitingPart)
    return [
      .share(total.reading.share), total.reading.rounding.cell,
      total.bitingPart == nil ? part : part.computed(by: Formula("={biting}/({biting}+{open})")),
      Cell.count(total.bitingItemCount).computed(by: count(["losers": ">0"])),
      Cell.count(total.openItemCount).computed(by: count(["losers": "0", "valid": ">0"])),
      Cell.count(total.pendingItemCount).computed(by: count(["pending": ">0"])),
      Cell.count(total.winnerCount).computed(by: sum("winners")),
      Cell.money(try? total.awardedSum.get()).computed(by: sum("sum")),
      Cell.count(total.paddingGainItemCount).computed(by: count(["gained": ">0"])),
      .count(total.paddingWinItemCount),
      Cell.money(try? total.paddingChange.get()).computed(by: sum("change")),
    ]
  }

  /// The rows of the reading among the outcomes, as the criteria of a formula.
  private static var ofReading: String {
    ["cutoff_share", "rounding"].map { "\(outcomes($0)),{\($0)}" }.joined(separator: ",")
  }

  private static func outcomes(_ column: String) -> String {
    Formula.reference(CellRange(ShareSheet.tableKey, column))
  }

  private static func count(_ criteria: KeyValuePairs<String, String>) -> Formula {
    let others = criteria.map { ",\(outcomes($0.key)),\"\($0.value)\"" }.joined()
    return Formula("=COUNTIFS(\(ofReading)\(others))")
  }

  private static func sum(_ column: String) -> Formula {
    Formula("=SUMIFS(\(outcomes(column)),\(ofReading))")
  }
}
