import Policy
import Quantities
import Tendering

/// The sheet of the steps between each bid and its contract price, as formulas.
enum BidCalculationSheet {
  static let key = "bid_calc"
  /// The key of the table; its rows lie beside those of the bids.
  static let tableKey = "bid_calculation"

  static func sheet(of awards: AwardWorking) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Bids working", "決標計算"),
      title: Phrase("From each bid to its contract price, step by step", "各標至契約價之計算"),
      summary: Phrase(
        "Validity, rank, tie, outcome and contract price of each bid, as formulas",
        "各標之有效性、名次、同價處理、結果與契約價之公式"), tab: .calculation, isProtected: true,
      blocks: awards.liveness.notes + awards.reductionNotes + [
        .note(note), .table(table(of: awards)),
      ])
  }

  private static let note = ReportNote(
    Phrase(
      "Each row is the bid of the same row of the sheet of bids. All is formulas but the columns"
        + " that say \"as written by awardsim\": reasons, low prices and procedures are texts of"
        + " awardsim, shown only while the bid, its reserve price and its outcome are as they were"
        + " written.",
      "每列對應投標資料之同列。除標題載明「產製時」之欄外均為公式；理由、標價偏低及處理程序為 awardsim"
        + " 產製時之文字，僅於標價、底價及結果未變更時顯示。"))

  private static func table(of awards: AwardWorking) -> ReportTable {
    let columns =
      nameColumns + placeColumns(firstKey: awards.bids.first?.key ?? "") + validityColumns
      + tieColumns + outcomeColumns + orderColumns + writtenColumns
    var table = ReportTable(
      tableKey, live: columns, rows: awards.bids, isLive: awards.isLive, rowKey: \.key)
    table.frozenColumnCount = 2
    table.emptyNotice = Phrase("no bids", "無廠商投標")
    return table
  }

  /// The same item's cells of a column of this table.
  static func block(_ column: String, of table: String = tableKey) -> String {
    Block(table: table, first: "{first}", last: "{last}").cells(column)
  }

  /// The item's cell of a column of the items' calculation.
  static func item(_ column: String) -> String {
    "INDEX(\(CellRange.column(ItemCalculationSheet.tableKey, column)),{item_row})"
  }

  /// The bid's own cell of the input.
  static func bid(_ column: String) -> String {
    CellRange.beside(BidInputSheet.tableKey, column)
  }

  private static var nameColumns: [LiveColumn<BidWorking>] {
    [
      .init(.identifier("item_id", Phrase("item", "品項編號"))) { .identifier($0.bid.bid.itemID) },
      .init(.identifier("vendor_id", Phrase("vendor", "廠商"))) {
        .identifier($0.bid.bid.vendorID)
      },
    ]
  }

  /// Where the bid and its item stand.
  private static func placeColumns(firstKey: String) -> [LiveColumn<BidWorking>] {
    let firstRow = Formula.reference(CellRange(tableKey, "item_row", rows: .one(firstKey)))
    return [
      .init(
        .integer("item_row", Phrase("row of the item", "品項列"), width: .characters(9)),
        "=MATCH(\(bid("item_id")),\(CellRange.column(ItemCalculationSheet.tableKey, "item_id")),0)"
      ) { .count($0.item.number) },
      .init(
        .integer("first", Phrase("first row of the item's bids", "品項首列"), width: .characters(9)),
        "=\(item("first"))"
      ) { .count($0.item.first) },
      .init(
        .integer("last", Phrase("last row", "品項末列"), width: .characters(9)), "=\(item("last"))"
      ) { .count($0.item.last) },
      .init(
        .integer("position", Phrase("position", "投標順序"), width: .characters(9)),
        "=ROWS(\(firstRow):{item_row})-{first}+1"
      ) { .count($0.position) },
    ]
  }

  /// Whether the bid is valid, and its rank.
  private static var validityColumns: [LiveColumn<BidWorking>] {
    let price = bid("unit_price")
    return [
      .init(
        .money("reserve_price", Phrase("reserve price", "底價")), "=\(item("reserve_price"))"
      ) { .money($0.item.award.reservePrice) },
      .init(
        .identifier("refusal", Phrase("why not valid", "非有效標原因")),
        "=IF(OR(\(bid("status"))<>\"valid\",N(\(price))<=0),\"disqualified\","
          + "IF({reserve_price}=\"\",\"no-reserve\",IF(\(price)>{reserve_price},"
          + "\"above-reserve\",\"\")))"
      ) { .text($0.refusal) }.fixed(where: \.item.isReduced),
      .init(
        .money("valid_price", Phrase("valid price", "有效標價")),
        "=IF({refusal}=\"\",\(price),\"\")"
      ) { .money($0.validPrice) }.fixed(where: \.item.isReduced),
      .init(
        .integer("rank", Phrase("rank", "名次"), width: .characters(9)),
        "=IF({valid_price}=\"\",\"\",RANK({valid_price},\(block("valid_price")),1))"
      ) { .integer($0.bid.rank.map { Int64($0) }) },
    ]
  }

  /// What becomes of equal bids at the cutoff price.
  private static var tieColumns: [LiveColumn<BidWorking>] {
    let rebid = bid("rebid")
    let tie = PolicyKey.awardTie.reference
    return [
      .init(
        .money("cutoff_price", Phrase("cutoff price", "界線價")), "=\(item("cutoff_price"))"
      ) { .money($0.item.award.cutoffPrice) },
      .init(
        .integer("tied", Phrase("tied (1: yes)", "同價（1：是）"), width: .characters(9)),
        "=IF(AND(\(item("tied"))=1,{valid_price}={cutoff_price}),1,0)"
      ) { .count($0.isTied ? 1 : 0) },
      .init(
        .money("tied_price", Phrase("price after re-bids", "比減後價格")),
        "=IF({tied}=0,\"\",IF(AND(\(tie)=\"rebid-then-lot\",N(\(rebid))>0,\(rebid)<={valid_price}),"
          + "\(rebid),{valid_price}))"
      ) { .money($0.isTied ? $0.bid.standingPrice : nil) },
      .init(
        .identifier("decision", Phrase("decision of the tie", "同價處理")), "=\(item("decision"))"
      ) { .text($0.item.decision) },
      .init(
        .money("boundary", Phrase("boundary after re-bids", "比減後界線價")), "=\(item("boundary"))"
      ) { .money($0.item.boundary) },
      .init(
        .identifier("tie_outcome", Phrase("outcome of the tie", "同價結果")),
        "=IF({tied}=0,\"\",IF({decision}=\"included\",\"awarded\","
          + "IF({decision}=\"excluded\",\"not-awarded\",IF({tied_price}<{boundary},\"awarded\","
          + "IF({tied_price}>{boundary},\"not-awarded\",IF({decision}=\"rebids\",\"awarded\","
          + "IF({decision}=\"pending\",\"pending-tie\","
          + "IF(\(bid("lot_place"))<=\(item("open")),\"awarded\",\"not-awarded\"))))))))"
      ) { .text($0.tieOutcome) },
    ]
  }

  private static var outcomeColumns: [LiveColumn<BidWorking>] {
    [
      .init(
        .identifier("outcome", Phrase("outcome", "結果")),
        "=IF({refusal}<>\"\",{refusal},IF({tied}=1,{tie_outcome},"
          + "IF({valid_price}<=N({cutoff_price}),\"awarded\",\"not-awarded\")))"
      ) { .text($0.bid.outcomeText) },
      .init(
        .money("won_price", Phrase("own price, where awarded", "得標價")),
        "=IF({outcome}<>\"awarded\",\"\",IF({tied}=1,{tied_price},{valid_price}))"
      ) { .money($0.wonPrice) },
      .init(
        .money("contract_price", Phrase("contract price", "契約價")),
        "=IF({outcome}<>\"awarded\",\"\",IF(\(PolicyKey.awardContractPrice.reference)"
          + "=\"match-lowest\",\(item("lowest_won")),{won_price}))"
      ) { .money($0.bid.contractPrice) },
      .init(
        .integer(
          "vendor_row", Phrase("first bid of the vendor, where awarded", "廠商首筆列"),
          width: .characters(9)),
        "=IF({outcome}<>\"awarded\",\"\",MATCH(\(bid("vendor_id")),"
          + "\(CellRange.column(BidInputSheet.tableKey, "vendor_id")),0))"
      ) { .integer($0.vendorRow.map { Int64($0) }) },
    ]
  }

  /// The order in which people read the bids of an item.
  private static var orderColumns: [LiveColumn<BidWorking>] {
    let price = bid("unit_price")
    let count = "({last}-{first}+1)"
    let priceRank = "RANK(\(price),\(block("unit_price", of: BidInputSheet.tableKey)),1)"
    return [
      .init(
        .decimal("order_key", Phrase("key of the order", "排序值"), fractionDigitLimit: 2),
        "=IF({outcome}=\"awarded\",{rank},IF({rank}<>\"\",\(count)+{rank},"
          + "\(count)*2+IF(ISNUMBER(\(price)),\(priceRank),\(count)+1)))+{position}/(\(count)+1)"
      ) { .decimal($0.orderKey) },
      .init(
        .integer("place", Phrase("place", "列示順序"), width: .characters(9)),
        "=RANK({order_key},\(block("order_key")),1)"
      ) { .count($0.place) },
      .init(
        .integer(
          "shown_row", Phrase("bid shown at this position", "本位置列示之標"), width: .characters(9)),
        "={first}-1+MATCH({position},\(block("place")),0)"
      ) { .count($0.shownRow) },
    ]
  }
}
