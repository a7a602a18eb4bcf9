import Pipeline
import Policy
import Quantities
import Simulation

/// The sheet that a committee opens first: what the share-of-bidders cutoff would do.
enum CutoffSheet {
  static let key = "cutoff"

  /// Makes the sheet.
  ///
  /// - Parameter report: The analysis with its equilibria.
  /// - Returns: The findings in sentences; the items by share and rounding, the equilibrium by number
  ///   of vendors, the winners by number of bids; then every item.
  static func sheet(of report: CutoffReport) -> ReportSheet {
    let analysis = report.analysis
    return ReportSheet(
      key, name: Phrase("Cutoff analysis", "決標比例分析"),
      title: Phrase("What the cutoff would do", "決標比例之作用"),
      summary: Phrase(
        "Where every valid bid wins, what one bid more at the reserve price changes, and what vendors"
          + " bid who know the rule",
        "有效標皆得標之品項、加一底價標之影響，及知悉規則之廠商如何投標"), tab: .warning,
      blocks: findings(of: analysis) + totalBlocks(of: analysis)
        + equilibriumBlocks(of: report) + countBlocks(of: analysis) + itemBlocks(of: analysis))
  }

  private static func findings(of analysis: CutoffAnalysis) -> [ReportSheet.Block] {
    var notes = analysis.findings.enumerated().map { index, finding in
      ReportNote(finding, kind: index == 0 ? .warning : .plain)
    }
    if let names = analysis.namesOfItemsWithoutEffect(limit: CutoffReport.namedItemLimit) {
      notes.append(ReportNote(names))
    }
    notes.append(ReportNote(assumption(of: analysis.policy), kind: .assumption))
    return notes.map { .note($0) }
  }

  /// What of the rule is stated nowhere.
  private static func assumption(of policy: AwardPolicy) -> Phrase {
    Phrase(
      "How a share becomes a whole number, which bids it is taken of, what becomes of equal bids and"
        + " the least number of winners are stated nowhere public; here: \(policy.rounding.rawValue),"
        + " \(policy.base.rawValue), \(policy.tie.rawValue), \(policy.minimumWinners). Bids stay as they"
        + " are: nobody knows what vendors would bid under another share. Sums are of one unit each.",
      "比例如何取整、計算基數、同價處理及最低決標家數均未見於公開資料，本表採"
        + " \(policy.rounding.rawValue)、\(policy.base.rawValue)、\(policy.tie.rawValue)、"
        + "\(policy.minimumWinners)。投標維持不變：無從得知其他比例下廠商如何投標。金額各計一單位。")
  }

  private static func equilibriumBlocks(of report: CutoffReport) -> [ReportSheet.Block] {
    let heading = ReportSheet.Block.heading(
      Phrase("What vendors bid who know the rule", "知悉規則之廠商如何投標"))
    switch report.equilibria {
    case .failure(let error): return [heading, .note(ReportNote(error.phrase, kind: .warning))]
    case .success(let equilibria):
      let finding = equilibria.finding(at: report.analysis.policy.cutoffShare)
      return [heading, .note(ReportNote(equilibria.assumption, kind: .assumption))]
        + (finding.map { [.note(ReportNote($0))] } ?? [])
        + [.table(equilibria.table), .chart(equilibria.chart)]
    }
  }

  private static func itemBlocks(of analysis: CutoffAnalysis) -> [ReportSheet.Block] {
    guard analysis.items != nil else { return [] }
    return [
      .heading(Phrase("Item by item", "各品項")),
      .note(
        ReportNote(
          Phrase(
            "At the policy's rounding; the last two columns are one bid more at the reserve price, at"
              + " the policy's own share. Marked: every valid bid wins. The sheet of shares compared has"
              + " the rest.",
            "依採用之取整方式；末二欄為依採用之比例另加一件底價標之結果。標示者為有效標皆得標之品項；"
              + "其餘詳「決標比例比較」。"))),
      .table(analysis.itemTable.titled(nil)),
    ]
  }
}

extension CutoffEquilibria {
  /// The mean price over the number of vendors, a line for each share.
  var chart: ReportChart {
    let table = CutoffEquilibria.tableKey
    let means = rows.flatMap { row in row.points.compactMap { try? $0.get().meanPrice } }
    // The lines lie near the top; an axis from zero would press them into one.
    let twentieths = (means.min() ?? .zero).twentieths
    return ReportChart(
      title: Phrase(
        "Mean price paid, % of the reserve price; assumed costs \(costs.text)",
        "平均決標價占底價 %（假設成本 \(costs.text)）"), kind: .line,
      series: shares.map {
        .init(
          $0.phrase, categories: CellRange(table, "vendors"),
          values: CellRange(table, "mean_\($0.key)"))
      },
      categoryAxis: .init(Phrase("number of potential vendors", "可能投標之廠商數")),
      valueAxis: .init(
        Phrase("% of the reserve price", "占底價 %"),
        minimum: try? Rational(min(twentieths, 19), over: 20), maximum: .one))
  }
}

extension Rational {
  /// The largest twentieth that is not above the number.
  var floorOfTwentieths: Rational? { try? Rational(twentieths, over: 20) }

  /// The whole twentieths below a part of one.
  fileprivate var twentieths: Int128 {
    (try? (self * Rational(20)).rounded(.floor)) ?? 0
  }
}
