import Policy
import Quantities
import Tendering

/// The sheet of the steps between the bids of an item and its winners, as formulas.
enum ItemCalculationSheet {
  static let key = "item_calc"
  /// The key of the table; rows are named by item.
  static let tableKey = "item_cutoffs"

  static func sheet(of awards: AwardWorking) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Cutoff working", "決標名額計算"),
      title: Phrase("The cutoff of each item, step by step", "各品項決標名額之計算"),
      summary: Phrase(
        "Valid bids, n, k, the cutoff price and ties of each item, as formulas",
        "各品項有效標、基數 n、名額 k、界線價與同價處理之公式"), tab: .calculation, isProtected: true,
      blocks: awards.liveness.notes + awards.reductionNotes + [
        .note(note), .table(table(of: awards)),
      ])
  }

  private static let note = ReportNote(
    Phrase(
      "Everything here is a formula over the bids, the reserve prices and the policy, but the"
        + " numbers of the rows. A lot counts where the order that awardsim drew names exactly the"
        + " bids that are still equal; otherwise they are pending.",
      "除序號外，本表各欄均為對投標資料、底價及政策參數之公式。抽籤僅於 awardsim 所抽名單與尚同價者"
        + "完全相同時採計，否則列為待決。"))

  private static func table(of awards: AwardWorking) -> ReportTable {
    let firstKey = awards.items.first?.award.itemID.text ?? ""
    var table = ReportTable(
      tableKey, live: placeColumns(firstKey: firstKey) + cutoffColumns + tieColumns + resultColumns,
      rows: awards.items, isLive: awards.isLive, rowKey: { $0.award.itemID.text })
    table.frozenColumnCount = 2
    return table
  }

  /// The item's cells of a column of the bids' calculation.
  private static func block(_ column: String) -> String {
    Block(table: BidCalculationSheet.tableKey, first: "{first}", last: "{last}").cells(column)
  }

  /// Where the item's reserve price and bids stand.
  private static func placeColumns(firstKey: String) -> [LiveColumn<ItemWorking>] {
    let reserve = CellRange.column(ReserveSheet.tableKey, "reserve_price")
    let reserveItems = CellRange.column(ReserveSheet.tableKey, "item_id")
    let firstSubmitted = Formula.reference(
      CellRange(tableKey, "submitted", rows: .one(firstKey)))
    let itemRows = CellRange.column(BidCalculationSheet.tableKey, "item_row")
    return [
      .init(.integer("number", Phrase("number", "序號"), width: .characters(9))) {
        .count($0.number)
      },
      .init(.identifier("item_id", Phrase("item", "品項編號"))) { .identifier($0.award.itemID) },
      .init(
        .money("reserve_price", Phrase("reserve price", "底價")),
        "=IF(ISNUMBER(INDEX(\(reserve),MATCH({item_id},\(reserveItems),0))),"
          + "INDEX(\(reserve),MATCH({item_id},\(reserveItems),0)),\"\")"
      ) { .money($0.award.reservePrice) },
      .init(
        .integer("submitted", Phrase("bids", "投標"), width: .characters(9)),
        "=COUNTIF(\(itemRows),{number})"
      ) { .count($0.award.submittedCount) },
      .init(
        .integer("last", Phrase("last row of bids", "投標末列"), width: .characters(9)),
        "=SUM(\(firstSubmitted):{submitted})"
      ) { .count($0.last) },
      .init(
        .integer("first", Phrase("first row of bids", "投標首列"), width: .characters(9)),
        "={last}-{submitted}+1"
      ) { .count($0.first) },
    ]
  }

  /// n, k and the price of the k-th lowest bid.
  private static var cutoffColumns: [LiveColumn<ItemWorking>] {
    let share =
      "INT((\(FormulaConstants.sharePart)*{base}+\(FormulaConstants.roundingOffset))"
      + "/\(FormulaConstants.shareWhole))"
    return [
      .init(
        .integer("valid", Phrase("valid", "有效標"), width: .characters(9)),
        "=IF({submitted}=0,0,COUNT(\(block("valid_price"))))"
      ) { .count($0.award.validCount) },
      .init(
        .integer("base", Phrase("n", "基數 n"), width: .characters(9)),
        "=IF({valid}=0,0,IF(\(PolicyKey.awardBase.reference)=\"submitted\",{submitted},{valid}))"
      ) { .count($0.award.baseCount) },
      .init(
        .integer("count", Phrase("k", "名額 k"), width: .characters(9)),
        "=IF({valid}=0,0,MIN({valid},MAX(\(PolicyKey.awardMinimumWinners.reference),\(share))))"
      ) { .count($0.award.cutoffCount) },
      .init(
        .money("cutoff_price", Phrase("cutoff price", "界線價")),
        "=IF({count}>0,SMALL(\(block("valid_price")),{count}),\"\")"
      ) { .money($0.award.cutoffPrice) },
      .init(
        .integer("below", Phrase("valid bids below it", "低於界線價"), width: .characters(9)),
        "=IF({count}>0,RANK({cutoff_price},\(block("valid_price")),1)-1,0)"
      ) { .count($0.belowCount) },
      .init(
        .integer("equal", Phrase("valid bids at it", "等於界線價"), width: .characters(9)),
        "=IF({count}>0,COUNTIF(\(block("valid_price")),{cutoff_price}),0)"
      ) { .count($0.equalCount) },
      .init(
        .integer("seats", Phrase("places for them", "其名額"), width: .characters(9)),
        "={count}-{below}"
      ) { .count($0.seatCount) },
      .init(
        .integer("tied", Phrase("tie (1: yes)", "同價（1：有）"), width: .characters(9)),
        "=IF({equal}>{seats},1,0)"
      ) { .count($0.award.tie == nil ? 0 : 1) },
    ]
  }

  /// The decision among equal bids at the cutoff price.
  private static var tieColumns: [LiveColumn<ItemWorking>] {
    let tie = PolicyKey.awardTie.reference
    let lot = Block(table: BidInputSheet.tableKey, first: "{first}", last: "{last}")
      .cells("lot_place")
    return [
      .init(
        .money("boundary", Phrase("boundary after re-bids", "比減後界線價")),
        "=IF(AND({tied}=1,\(tie)=\"rebid-then-lot\"),SMALL(\(block("tied_price")),{seats}),\"\")"
      ) { .money($0.boundary) },
      .init(
        .integer("at_boundary", Phrase("bids at the boundary", "等於比減後界線價"), width: .characters(9)),
        "=IF({boundary}=\"\",0,COUNTIF(\(block("tied_price")),{boundary}))"
      ) { .count($0.boundaryCount) },
      .init(
        .integer("open", Phrase("places open for them", "其名額（比減後）"), width: .characters(9)),
        "=IF({boundary}=\"\",0,{seats}-RANK({boundary},\(block("tied_price")),1)+1)"
      ) { .count($0.openCount) },
      .init(
        .integer("drawn", Phrase("bids in the lot", "抽籤家數"), width: .characters(9)),
        "=IF({submitted}=0,0,COUNT(\(lot)))"
      ) { .count($0.drawnCount) },
      .init(
        .integer(
          "drawn_at_boundary", Phrase("of them at the boundary", "其中等於比減後界線價"),
          width: .characters(9)),
        "=IF({boundary}=\"\",0,COUNTIFS(\(block("tied_price")),{boundary},\(lot),\">0\"))"
      ) { .count($0.drawnCount) },
      .init(
        .identifier("decision", Phrase("decision of the tie", "同價處理")),
        "=IF({tied}=0,\"none\",IF(\(tie)=\"include-all\",\"included\","
          + "IF(\(tie)=\"exclude-all\",\"excluded\",IF({at_boundary}<={open},\"rebids\","
          + "IF(AND({drawn}={at_boundary},{drawn_at_boundary}={at_boundary}),\"lot\",\"pending\")))))"
      ) { .text($0.decision) },
    ]
  }

  /// Winners, their prices and the outcome.
  private static var resultColumns: [LiveColumn<ItemWorking>] {
    [
      .init(
        .integer("awarded", Phrase("awarded", "決標"), width: .characters(9)),
        "=IF({valid}=0,0,COUNT(\(block("won_price"))))"
      ) { .count($0.award.awardedCount) },
      .init(
        .integer("pending", Phrase("pending", "待決"), width: .characters(9)),
        "=IF({valid}=0,0,COUNTIF(\(block("outcome")),\"pending-tie\"))"
      ) { .count($0.award.pendingCount) },
      .init(
        .money("lowest_won", Phrase("lowest awarded price", "最低決標價")),
        "=IF({awarded}=0,\"\",MIN(\(block("won_price"))))"
      ) { .money($0.lowestWonPrice) },
      .init(
        .money("awarded_sum", Phrase("awarded sum", "契約價合計")),
        "=IF({awarded}=0,0,SUM(\(block("contract_price"))))"
      ) { .money($0.awardedSum) },
      .init(
        .identifier("outcome", Phrase("outcome", "結果")),
        "=IF({reserve_price}=\"\",\"no-reserve\",IF({submitted}=0,\"no-bids\","
          + "IF({valid}=0,\"no-valid-bid\",IF({pending}>0,\"pending\",IF({awarded}>0,\"awarded\","
          + "IF({tied}=1,\"tie-excluded\",\"cutoff-is-zero\"))))))"
      ) { .text($0.award.outcome.token) },
    ]
  }
}

extension AwardWorking {
  /// What formulas do not follow: the rounds of a reduction of prices.
  var reductionNotes: [ReportSheet.Block] {
    let reduced = items.filter(\.isReduced).map(\.award.itemID.text)
    guard !reduced.isEmpty else { return [] }
    let names = reduced.prefix(10).joined(separator: ", ") + (reduced.count > 10 ? ", …" : "")
    return [
      .note(
        ReportNote(
          Phrase(
            "\(reduced.count) items went through a reduction of prices (Art. 53): \(names). No"
              + " formula follows the rounds; the prices that count in these items, and what the"
              + " bids without one came to, are awardsim's values.",
            "\(reduced.count) 個品項經減價程序（採購法第 53 條）：\(names)。公式不重演各輪減價；"
              + "該等品項之有效價格及無有效價格者之結果為 awardsim 產製時之數值。"), kind: .warning))
    ]
  }
}
