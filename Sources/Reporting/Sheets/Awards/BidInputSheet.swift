import Policy
import Quantities
import Tendering

/// The sheet of the bids as they came in: what people change to see what follows.
enum BidInputSheet {
  static let key = "bids"
  /// The key of the table; its rows are the bids of one item after those of another.
  static let tableKey = "bids"

  static func sheet(of awards: AwardWorking) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Bids", "投標資料"), title: Phrase("Bids as submitted", "投標資料"),
      summary: Phrase(
        "Every bid with its status and re-bid; blue cells may be changed",
        "各標之標價、審查狀態與比減價格；藍底儲存格可變更"), tab: .input, isProtected: true,
      blocks: awards.liveness.notes + [.note(note), .table(table(of: awards))])
  }

  private static let note = ReportNote(
    Phrase(
      "Blue cells may be changed: ranks, cutoffs, awards and contract prices follow. The status is"
        + " that after screening. The place in the lot is the order that awardsim drew: no formula"
        + " draws a lot, so a tie among other bids than those drawn is pending until awardsim is run"
        + " again.",
      "藍底儲存格可變更，名次、決標名額、決標及契約價隨之重算。狀態為審查後之狀態。"
        + "抽籤順位為 awardsim 所抽，公式不抽籤；同價廠商與原抽籤名單不同時列為待決，須重新執行 awardsim。"))

  private static func table(of awards: AwardWorking) -> ReportTable {
    var table = ReportTable(
      tableKey, live: columns, rows: awards.bids, isLive: awards.isLive, rowKey: \.key)
    table.frozenColumnCount = 2
    table.emptyNotice = Phrase("no bids", "無廠商投標")
    return table
  }

  private static var columns: [LiveColumn<BidWorking>] {
    [
      .init(.identifier("item_id", Phrase("item", "品項編號"))) { .identifier($0.bid.bid.itemID) },
      .init(.identifier("vendor_id", Phrase("vendor", "廠商"))) {
        .identifier($0.bid.bid.vendorID)
      },
      .init(.money("unit_price", Phrase("bid", "標價")).input()) { .money($0.bid.bid.unitPrice) },
      .init(
        .choice("status", Phrase("status", "審查狀態")).input().choosing(
          among: Bid.Status.allCases.map { Phrase(verbatim: $0.rawValue) })
      ) { .text($0.bid.bid.status.rawValue) },
      .init(.money("rebid", Phrase("re-bid", "比減價格")).input()) { .money($0.rebid) },
      .init(
        .integer(
          "lot_place", Phrase("place in the lot (drawn by awardsim)", "抽籤順位（產製時）"),
          width: .characters(16))
      ) {
        .integer($0.item.lotPlaces[$0.bid.bid.vendorID].map { Int64($0) })
      },
      .init(.identifier("source", Phrase("source row", "來源列"))) {
        .source($0.bid.bid.position)
      },
    ]
  }
}
