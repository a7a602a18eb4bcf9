import Pipeline
import Policy
import Quantities
import Tendering

/// The sheet of bids and awards: each item's bids from the lowest up, the cutoff drawn as a line.
enum AwardSheet {
  static let key = "awards"
  /// The key of the table of bids; rows are named by item and place.
  static let tableKey = "bid_awards"

  static func sheet(of stage: TenderStage) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Bids and awards", "投標及決標"),
      title: Phrase("Bids and awards", "投標及決標"),
      summary: Phrase(
        "Every bid from the lowest up, with its outcome and the cutoff as a line",
        "各品項標價由低至高排列、決標結果及決標界線"), tab: .result,
      blocks: [
        .note(
          ReportNote(
            Phrase(
              "The thick line below a row is the cutoff: the bids above it are awarded. A low price is"
                + " flagged for review, never rejected for it; a security is asked for only where the"
                + " explanation is not fully reasonable.",
              "列下粗線為決標界線，線上各標決標。標價偏低僅列示供檢視，不因此逕予拒絕；"
                + "說明未盡合理者始得請廠商繳納差額保證金。"))),
        .table(table(of: stage)),
      ])
  }

  private static func table(of stage: TenderStage) -> ReportTable {
    var table = ReportTable(
      tableKey,
      columns: [
        .identifier("item_id", Phrase("item", "品項編號")),
        .integer("rank", Phrase("rank", "名次")),
        .identifier("vendor_id", Phrase("vendor", "廠商")),
        .money("unit_price", Phrase("bid", "標價")),
        .money("reserve_price", Phrase("reserve price", "底價")),
        .percentage("ratio", Phrase("bid to reserve", "標價／底價")),
        .choice("outcome", Phrase("outcome", "結果")),
        .text("reason", Phrase("reason", "理由"), width: .characters(26)),
        .money("contract_price", Phrase("contract price", "契約價")),
        .percentage("contract_ratio", Phrase("contract to reserve", "契約價／底價")),
        .text("low_price", Phrase("low price", "標價偏低"), width: .characters(28)),
        .text("procedure", Phrase("procedure", "處理程序"), width: .characters(30)),
        .identifier("source", Phrase("source row", "來源列")),
      ], frozenColumnCount: 3)
    for award in stage.awards { append(award, to: &table) }
    return table
  }

  private static func append(_ award: ItemAward, to table: inout ReportTable) {
    let bids = sorted(award)
    let lastAwarded = bids.lastIndex { $0.contractPrice != nil }
    for (index, bid) in bids.enumerated() {
      let isLast = index == lastAwarded && index < bids.count - 1
      table.append(
        cells(of: bid, award), key: "\(award.itemID)#\(index)",
        style: style(of: bid, isLastAwarded: isLast))
    }
  }

  /// Awarded bids first, then valid ones from the lowest up, then those without a rank.
  private static func sorted(_ award: ItemAward) -> [BidAward] {
    award.bids.enumerated().sorted { left, right in
      let key = { (bid: BidAward, offset: Int) in
        [
          bid.contractPrice == nil ? 1 : 0, bid.rank ?? .max,
          Int(bid.bid.unitPrice?.minorUnits ?? .max), offset,
        ]
      }
      return key(left.element, left.offset).lexicographicallyPrecedes(
        key(right.element, right.offset))
    }.map(\.element)
  }

  private static func style(of bid: BidAward, isLastAwarded: Bool) -> ReportTable.RowStyle {
    switch bid.outcome {
    case .awarded: isLastAwarded ? .goodCutoff : .good
    case .pendingTie: .attention
    case .notAwarded: .normal
    case .aboveReserve, .disqualified, .noReserve: .muted
    }
  }

  private static func cells(of bid: BidAward, _ award: ItemAward) -> [Cell] {
    [
      Cell.identifier(bid.bid.itemID).linked(
        to: .row(table: ReserveSheet.tableKey, key: bid.bid.itemID.text)),
      .integer(bid.rank.map { Int64($0) }), .identifier(bid.bid.vendorID),
      .money(bid.bid.unitPrice), .money(award.reservePrice),
      ratio(of: bid.bid.unitPrice, award, "unit_price"),
      .choice(bid.outcomeText, bid.outcome.name), .phrase(bid.reason), .money(bid.contractPrice),
      ratio(of: bid.contractPrice, award, "contract_price"),
      .phrase(bid.lowPriceReview.map { Phrase(joining: $0.findings.map(\.phrase)) }),
      .phrase(bid.lowPriceReview?.procedure), .source(bid.bid.position),
    ]
  }

  private static func ratio(of price: Money?, _ award: ItemAward, _ column: String) -> Cell {
    guard let price, let reserve = award.reservePrice,
      let ratio = try? price.exact / reserve.exact
    else { return .empty }
    return Cell.percentage(ratio).computed(by: Formula("={\(column)}/{reserve_price}"))
  }
}

extension BidOutcome {
  /// The outcome's name in words.
  var name: Phrase {
    switch self {
    case .awarded: Phrase("awarded", "決標")
    case .notAwarded: Phrase("not awarded", "未決標")
    case .aboveReserve: Phrase("above the reserve", "超底價")
    case .disqualified: Phrase("disqualified", "不合格標")
    case .pendingTie: Phrase("pending: tied", "同價待決")
    case .noReserve: Phrase("no reserve", "未訂底價")
    }
  }
}
