import Pipeline
import Policy
import Quantities
import Tendering

/// The sheet behind the cutoff analysis: every item under every share and rounding.
enum ShareSheet {
  static let key = "shares"
  /// The key of the table.
  static let tableKey = "cutoff_outcomes"

  static func sheet(of analysis: CutoffAnalysis) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Shares compared", "決標比例比較"),
      title: Phrase("Every item at every share and rounding", "各品項、各比例及取整方式之決標"),
      summary: Phrase(
        "Winners, prices and a padding bid at 100, 90, 80 and 70 % under each rounding",
        "各品項於 100%、90%、80%、70% 及各取整方式下之得標、價格與加一底價標之結果"), tab: .result,
      blocks: [
        .note(
          ReportNote(
            Phrase(
              "The last columns are one bid more at the reserve price, of a vendor that has not bid:"
                + " what changes for the original bidders. Green: the policy's own share and rounding;"
                + " amber: equal bids across the cutoff are pending.",
              "末數欄為另有一家未投標之廠商以底價投標時，原投標廠商之變化。綠色為採用之比例及取整；"
                + "琥珀色為有同價待決者。"))),
        .table(table(of: analysis)),
      ])
  }

  private static func table(of analysis: CutoffAnalysis) -> ReportTable {
    var table = ReportTable(
      tableKey,
      columns: [
        .identifier("item_id", Phrase("item", "品項編號")),
        .percentage("cutoff_share", Phrase("share", "決標比例")),
        .choice("rounding", Phrase("rounding", "取整")),
        .integer("submitted", Phrase("bids", "投標")),
        .integer("valid", Phrase("valid", "有效標")),
        .integer("winners", Phrase("winners", "得標")),
        .integer("pending", Phrase("pending", "待決")),
        .integer("losers", Phrase("valid, not awarded", "有效而未得標")),
        .money("lowest", Phrase("lowest price", "最低契約價")),
        .money("highest", Phrase("highest price", "最高契約價")),
        .money("last", Phrase("last winner's bid", "末位得標標價")),
        .percentage("last_ratio", Phrase("last winner to reserve", "末位得標標價／底價")),
        .money("sum", Phrase("awarded sum", "契約價合計")),
        .integer("padding_winners", Phrase("winners beside a bid more", "加一標後得標")),
        .integer("padding_pending", Phrase("pending beside it", "加一標後待決")),
        .integer("gained", Phrase("more winners", "增加得標")),
        .choice("padding_bid", Phrase("the bid more wins", "所加之標得標")),
        .text("added", Phrase("who is added", "增加之廠商"), width: .characters(30)),
        .text("dropped", Phrase("who drops out", "減少之廠商"), width: .characters(30)),
        .money("change", Phrase("change of the awarded sum", "契約價合計變動")),
      ], frozenColumnCount: 3)
    for item in analysis.items ?? [] {
      for outcome in item.outcomes {
        table.append(
          cells(of: outcome, item),
          style: outcome.pendingCount > 0
            ? .attention : outcome.reading == analysis.ownReading ? .good : .normal)
      }
    }
    return table
  }

  private static func cells(of outcome: ItemCutoff.Outcome, _ item: ItemCutoff) -> [Cell] {
    [
      .identifier(item.itemID), .share(outcome.reading.share), outcome.reading.rounding.cell,
      .count(item.submittedCount), .count(item.validCount), .count(outcome.winnerCount),
      .count(outcome.pendingCount),
      Cell.count(item.validCount - outcome.winnerCount).computed(
        by: Formula("={valid}-{winners}")),
      .money(outcome.lowestPrice), .money(outcome.highestPrice), .money(outcome.lastWinnerPrice),
      lastRatio(of: outcome, item), .money(try? outcome.awardedSum.get()),
    ] + (outcome.padding.map { cells(of: $0) } ?? [])
  }

  private static func cells(of padding: PaddedOutcome) -> [Cell] {
    let gained = padding.gainedCount.map {
      Cell.count($0).computed(by: Formula("={padding_winners}-{winners}"))
    }
    return [
      .count(padding.winnerCount), .count(padding.pendingCount), gained ?? .empty,
      .choice(padding.standing.rawValue, padding.standing.phrase),
      .names(padding.added), .names(padding.dropped), .money(padding.settledChange),
    ]
  }

  private static func lastRatio(of outcome: ItemCutoff.Outcome, _ item: ItemCutoff) -> Cell {
    guard let last = outcome.lastWinnerPrice, let reserve = item.reservePrice,
      let ratio = try? last.exact / reserve.exact
    else { return .empty }
    let source = CellRange(ReserveSheet.tableKey, "reserve_price", rows: .one(item.itemID.text))
    return Cell.percentage(ratio).computed(by: Formula("={last}/\(Formula.reference(source))"))
  }
}
