public import Pipeline
import Policy
import Quantities
import Tendering

extension TenderStage {
  /// The table of `awardsim award`: one row a bid, in the order of the input.
  public var resultTable: ReportTable {
    var table = ReportTable(
      "award", title: Phrase("Awards", "決標結果"), columns: AwardTableRow.columns,
      frozenColumnCount: 2)
    for (_, bid) in bidAwards { table.append(AwardTableRow.cells(bid)) }
    return table
  }
}

/// A row of the award table.
enum AwardTableRow {
  /// The columns of the table.
  static let columns: [ReportTable.Column] = [
    .identifier("item_id", Phrase("item", "品項編號")),
    .identifier("vendor_id", Phrase("vendor", "廠商")),
    .money("unit_price", Phrase("bid", "標價")),
    .integer("rank", Phrase("rank", "名次")),
    .choice("outcome", Phrase("outcome", "結果")),
    .text("reason", Phrase("reason", "理由")),
    .money("contract_price", Phrase("contract price", "契約價")),
    .identifier("low_price_flag", Phrase("low price", "標價偏低")),
  ]

  /// The cells of a bid's row.
  static func cells(_ bid: BidAward) -> [Cell] {
    [
      .identifier(bid.bid.itemID), .identifier(bid.bid.vendorID), .money(bid.bid.unitPrice),
      .integer(bid.rank.map { Int64($0) }), .choice(bid.outcomeText, bid.outcome.name),
      .phrase(bid.reason), .money(bid.contractPrice),
      bid.lowPriceFlagText.isEmpty ? .empty : .text(bid.lowPriceFlagText),
    ]
  }
}
