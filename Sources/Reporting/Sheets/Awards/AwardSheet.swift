import Policy
import Quantities
import Tendering

/// The sheet of bids and awards: each item's bids from the lowest up, the cutoff drawn as a line.
enum AwardSheet {
  static let key = "awards"
  /// The key of the table of bids; rows are named by item and place.
  static let tableKey = "bid_awards"

  static func sheet(of awards: AwardWorking) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Bids and awards", "投標及決標"),
      title: Phrase("Bids and awards", "投標及決標"),
      summary: Phrase(
        "Every bid from the lowest up, with its outcome and the cutoff as a line",
        "各品項標價由低至高排列、決標結果及決標界線"), tab: .result, isProtected: true,
      blocks: awards.liveness.notes + awards.reductionNotes + [
        .note(note), .table(table(of: awards)),
      ])
  }

  private static let note = ReportNote(
    Phrase(
      "The darker row with a line below it is the last one awarded: there is the cutoff. A low price is"
        + " flagged for review, never rejected for it; a security is asked for only where the"
        + " explanation is not fully reasonable.",
      "深色列為最後決標者，其下之線為決標界線。標價偏低僅列示供檢視，不因此逕予拒絕；"
        + "說明未盡合理者始得請廠商繳納差額保證金。"))

  /// Awarded bids first, then valid ones from the lowest up, then those without a rank.
  private static func table(of awards: AwardWorking) -> ReportTable {
    let bids = awards.bids
    // At each position the bid whose place it is.
    let shown = bids.map { bids[$0.shownRow - 1] }
    var table = ReportTable(
      tableKey, live: bidColumns + outcomeColumns + textColumns, rows: shown,
      isLive: awards.isLive, rowKey: { "\($0.item.award.itemID)#\($0.place - 1)" })
    table.frozenColumnCount = 3
    table.emptyNotice = Phrase("no bids", "無廠商投標")
    table.conditionalFormats = formats(isLive: awards.isLive)
    return table
  }

  /// The looks of rows, which move with the results.
  private static func formats(isLive: Bool) -> [ConditionalFormat] {
    var formats: [ConditionalFormat] = [
      // The line comes first: some programs apply the first format that holds and no other.
      .when(Formula("={cutoff}<>\"\""), style: .goodCutoff),
      .when(Formula("=ISNUMBER({contract_price})"), style: .good),
      .when(Formula("={rank}=\"\""), style: .muted),
    ]
    if isLive {
      formats.append(.when(Formula("={outcome}={outcome_pending}"), style: .attention))
    }
    return formats
  }

  /// The number of the bid that the row shows.
  private static let shownRow = CellRange.beside(BidCalculationSheet.tableKey, "shown_row")

  /// A column of the shown bid's input.
  private static func input(_ column: String) -> String {
    "INDEX(\(CellRange.column(BidInputSheet.tableKey, column)),\(shownRow))"
  }

  /// A column of the shown bid's calculation.
  private static func step(_ column: String) -> String {
    "INDEX(\(CellRange.column(BidCalculationSheet.tableKey, column)),\(shownRow))"
  }

  /// A text of the shown bid that holds only while it is as it was written.
  private static func written(_ column: String, otherwise: String) -> String {
    "=IF(\(step("unchanged"))=1,\(step(column))&\"\",\(otherwise))"
  }

  private static var bidColumns: [LiveColumn<BidWorking>] {
    [
      LiveColumn(.identifier("item_id", Phrase("item", "品項編號"))) {
        Cell.identifier($0.bid.bid.itemID).linked(
          to: .row(table: ReserveSheet.tableKey, key: $0.bid.bid.itemID.text))
      },
      LiveColumn(.integer("rank", Phrase("rank", "名次")), "=\(step("rank"))") {
        .integer($0.bid.rank.map { Int64($0) })
      },
      LiveColumn(.identifier("vendor_id", Phrase("vendor", "廠商")), "=\(input("vendor_id"))") {
        .identifier($0.bid.bid.vendorID)
      },
      LiveColumn(
        .money("unit_price", Phrase("bid", "標價")),
        "=IF(ISNUMBER(\(input("unit_price"))),\(input("unit_price")),\"\")"
      ) { .money($0.bid.bid.unitPrice) },
      LiveColumn(
        .money("reserve_price", Phrase("reserve price", "底價")), "=\(step("reserve_price"))"
      ) { .money($0.item.award.reservePrice) },
      LiveColumn(
        .percentage("ratio", Phrase("bid to reserve", "標價／底價")),
        "=IF(AND(ISNUMBER({unit_price}),N({reserve_price})>0),{unit_price}/{reserve_price},\"\")"
      ) { .percentage($0.ratio(of: $0.bid.bid.unitPrice)) },
    ]
  }

  private static var outcomeColumns: [LiveColumn<BidWorking>] {
    let item = CellRange.beside(BidCalculationSheet.tableKey, "item_row")
    let position = CellRange.beside(BidCalculationSheet.tableKey, "position")
    let ofItem = { (column: String) in
      "INDEX(\(CellRange.column(ItemCalculationSheet.tableKey, column)),\(item))"
    }
    return [
      LiveColumn(
        .choice("outcome", Phrase("outcome", "結果"), width: .characters(17)),
        "=\(AwardWords.bids.words(of: step("outcome")))"
      ) { .choice($0.bid.outcomeText, $0.bid.outcome.name) },
      LiveColumn(
        .identifier("cutoff", Phrase("cutoff", "決標界線")),
        "=IF(AND(\(position)=\(ofItem("awarded")),\(position)<\(ofItem("submitted"))),"
          + "\(AwardWords.remarks.word("cutoff")),\"\")"
      ) { $0.isLastAwarded ? .phrase(AwardWords.remarks.phrase("cutoff")) : .empty },
      LiveColumn(
        .money("contract_price", Phrase("contract price", "契約價")), "=\(step("contract_price"))"
      ) { .money($0.bid.contractPrice) },
      LiveColumn(
        .percentage("contract_ratio", Phrase("contract to reserve", "契約價／底價")),
        "=IF(ISNUMBER({contract_price}),{contract_price}/{reserve_price},\"\")"
      ) { .percentage($0.ratio(of: $0.bid.contractPrice)) },
    ]
  }

  private static var textColumns: [LiveColumn<BidWorking>] {
    [
      LiveColumn(
        .text("reason", Phrase("reason as written by awardsim", "理由（產製時）"), width: .characters(26)),
        written("reason", otherwise: AwardWords.remarks.word("changed"))
      ) { .phrase($0.bid.reason) },
      LiveColumn(
        .text(
          "low_price", Phrase("low price as written by awardsim", "標價偏低（產製時）"),
          width: .characters(28)), written("low_price", otherwise: "\"\"")
      ) { .phrase($0.bid.lowPriceReview.map { Phrase(joining: $0.findings.map(\.phrase)) }) },
      LiveColumn(
        .text(
          "procedure", Phrase("procedure as written by awardsim", "處理程序（產製時）"),
          width: .characters(30)), written("procedure", otherwise: "\"\"")
      ) { .phrase($0.bid.lowPriceReview?.procedure) },
      LiveColumn(.identifier("source", Phrase("source row", "來源列")), "=\(input("source"))") {
        .source($0.bid.bid.position)
      },
    ]
  }
}

extension BidWorking {
  /// A price as a part of the item's reserve price.
  fileprivate func ratio(of price: Money?) -> Rational? {
    guard let price, let reserve = item.award.reservePrice else { return nil }
    return try? price.exact / reserve.exact
  }

  /// Whether the cutoff lies below the bid: awarded, and bids that are not follow.
  fileprivate var isLastAwarded: Bool {
    place == item.award.awardedCount && place < item.award.submittedCount
  }
}
