import Pipeline
import Policy
import Quantities
import Tendering

/// The sheet of the cutoff: one row an item, from the bids submitted to the winners.
enum ItemAwardSheet {
  static let key = "item_awards"
  /// The key of the table; rows are named by item.
  static let tableKey = "item_awards"

  static func sheet(of awards: AwardWorking) throws(ArithmeticOverflow) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Cutoff by item", "各品項決標"),
      title: Phrase("The cutoff, item by item", "各品項決標名額"),
      summary: Phrase(
        "Bids, valid bids, the number awarded, ties and failed items with their reasons",
        "各品項投標家數、有效標、決標名額、同價處理及未決標理由"), tab: .result, isProtected: true,
      blocks: awards.liveness.notes + awards.reductionNotes + [.table(try table(of: awards))])
  }

  private static func table(of awards: AwardWorking) throws(ArithmeticOverflow) -> ReportTable {
    var table = ReportTable(
      tableKey, live: countColumns + resultColumns, rows: awards.items, isLive: awards.isLive,
      rowKey: { $0.award.itemID.text })
    if awards.isLive {
      table.conditionalFormats = [
        .when(Formula("={outcome}={item_pending}"), style: .attention),
        .when(
          Formula("=AND({outcome}<>{item_awarded},{outcome}<>{item_pending})"), style: .muted),
      ]
    }
    let stage = awards.stage
    table.appendTotal(
      Phrase("total", "合計"),
      sums: [
        "submitted": .integer(stage.count(\.submittedCount)),
        "valid": .integer(stage.count(\.validCount)),
        "awarded": .integer(stage.count(\.awardedCount)),
        "pending": .integer(stage.count(\.pendingCount)),
        "awarded_sum": .money(try awards.items.map(\.awardedSum).total()),
      ], key: "total")
    return table
  }

  /// The cell of the item's row in the calculation.
  private static func step(_ column: String) -> String {
    "=" + CellRange.beside(ItemCalculationSheet.tableKey, column)
  }

  private static var countColumns: [LiveColumn<ItemWorking>] {
    [
      .init(.identifier("item_id", Phrase("item", "品項編號"))) { .identifier($0.award.itemID) },
      .init(.money("reserve_price", Phrase("reserve price", "底價")), step("reserve_price")) {
        .money($0.award.reservePrice)
      },
      .init(.integer("submitted", Phrase("bids", "投標")), step("submitted")) {
        .count($0.award.submittedCount)
      },
      .init(.integer("valid", Phrase("valid", "有效標")), step("valid")) {
        .count($0.award.validCount)
      },
      .init(.integer("base", Phrase("n", "基數 n")), step("base")) { .count($0.award.baseCount) },
      .init(.integer("count", Phrase("k", "名額 k")), step("count")) {
        .count($0.award.cutoffCount)
      },
      .init(.money("cutoff_price", Phrase("cutoff price", "界線價")), step("cutoff_price")) {
        .money($0.award.cutoffPrice)
      },
    ]
  }

  private static var resultColumns: [LiveColumn<ItemWorking>] {
    let decision = CellRange.beside(ItemCalculationSheet.tableKey, "decision")
    let outcome = CellRange.beside(ItemCalculationSheet.tableKey, "outcome")
    return [
      .init(.integer("awarded", Phrase("awarded", "決標")), step("awarded")) {
        .count($0.award.awardedCount)
      },
      .init(.integer("pending", Phrase("pending", "待決")), step("pending")) {
        .count($0.award.pendingCount)
      },
      .init(.money("awarded_sum", Phrase("awarded sum", "契約價合計")), step("awarded_sum")) {
        .money($0.awardedSum)
      },
      .init(
        .percentage("mean_ratio", Phrase("mean award to reserve", "平均契約價／底價")),
        "=IF({awarded}=0,\"\",{awarded_sum}/{awarded}/{reserve_price})"
      ) { .percentage($0.meanRatio) },
      .init(
        .text("tie", Phrase("ties", "同價處理"), width: .characters(20)),
        "=\(AwardWords.ties.words(of: decision))"
      ) { .phrase(AwardWords.ties.phrase($0.decision)) },
      .init(
        .text("outcome", Phrase("outcome", "結果"), width: .characters(24)),
        "=\(AwardWords.items.words(of: outcome))"
      ) { .phrase($0.outcomeWords) },
      .init(
        .text(
          "written_tie", Phrase("tie as written by awardsim", "同價處理（產製時）"),
          width: .characters(30))
      ) { .phrase($0.award.tie?.phrase) },
      .init(
        .text(
          "written_outcome", Phrase("outcome as written by awardsim", "結果（產製時）"),
          width: .characters(30))
      ) { .phrase($0.award.outcome.phrase) },
    ]
  }
}

extension ItemWorking {
  /// The outcome as its formula says it; in full where no formula comes to it.
  fileprivate var outcomeWords: Phrase {
    award.outcome.token.map { AwardWords.items.phrase($0) } ?? award.outcome.phrase
  }
}

extension TenderStage {
  /// The sum of a count over all items.
  func count(_ count: (ItemAward) -> Int) -> Int64 {
    awards.reduce(0) { $0 + Int64(count($1)) }
  }
}
