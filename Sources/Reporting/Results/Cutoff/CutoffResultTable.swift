public import Pipeline
import Policy
import Quantities
import Tendering

extension CutoffAnalysis {
  /// The table of `awardsim cutoff`: one row an item, share and rounding; no rows for a case without
  /// bids.
  ///
  /// The padding columns are empty where the item has no reserve price. `padding_winners` counts
  /// awarded bids alone; `padding_change` is empty while a tie of the original bidders is undecided,
  /// with the padding bid or without it.
  public var resultTable: ReportTable {
    var table = ReportTable(
      "cutoff", title: Phrase("Cutoff by item, share and rounding", "各品項、比例及取整方式之決標"),
      columns: [
        .identifier("item_id", Phrase("item", "品項編號")),
        .percentage("cutoff_share", Phrase("share", "決標比例")),
        .choice("rounding", Phrase("rounding", "取整")),
        .integer("submitted_bids", Phrase("bids", "投標")),
        .integer("valid_bids", Phrase("valid", "有效標")),
        .integer("winners", Phrase("winners", "得標")),
        .integer("pending", Phrase("pending", "待決")),
        .money("lowest_price", Phrase("lowest price", "最低契約價")),
        .money("highest_price", Phrase("highest price", "最高契約價")),
        .money("awarded_sum", Phrase("awarded sum", "契約價合計")),
        .choice("every_bid_wins", Phrase("every valid bid wins", "有效標皆得標")),
        .integer("padding_winners", Phrase("winners beside a padding bid", "加一底價標後得標")),
        .choice("padding_bid_wins", Phrase("padding bid wins", "底價標得標")),
        .money("padding_change", Phrase("change of the awarded sum", "契約價合計變動")),
      ], frozenColumnCount: 3)
    for item in items ?? [] {
      for outcome in item.outcomes { table.append(cells(of: outcome, item)) }
    }
    return table
  }

  private func cells(of outcome: ItemCutoff.Outcome, _ item: ItemCutoff) -> [Cell] {
    [
      .identifier(item.itemID), .share(outcome.reading.share), outcome.reading.rounding.cell,
      .count(item.submittedCount), .count(item.validCount), .count(outcome.winnerCount),
      .count(outcome.pendingCount), .money(outcome.lowestPrice), .money(outcome.highestPrice),
      .money(try? outcome.awardedSum.get()), .yesOrNo(outcome.everyBidWins),
      .integer(outcome.padding.map { Int64($0.winnerCount) }),
      outcome.padding.map { .choice($0.standing.rawValue, $0.standing.phrase) } ?? .empty,
      .money(outcome.padding?.settledChange),
    ]
  }
}

extension PaddedOutcome {
  /// The change of the original bidders' awarded sum where it is decided and fits.
  var settledChange: Money? { change.flatMap { try? $0.get() } }
}

extension Rounding {
  /// The rounding by its name, with its words.
  var cell: Cell { .choice(rawValue, phrase) }
}

extension Cell {
  /// Whether something holds: `yes` or `no`.
  static func yesOrNo(_ holds: Bool?) -> Cell {
    guard let holds else { return .empty }
    return holds ? .choice("yes", Phrase("yes", "是")) : .choice("no", Phrase("no", "否"))
  }
}
