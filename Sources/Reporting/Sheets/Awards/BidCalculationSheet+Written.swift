import Policy
import Tendering

extension BidCalculationSheet {
  /// What awardsim wrote, which no formula follows, and whether the bid is still as it was then.
  static var writtenColumns: [LiveColumn<BidWorking>] {
    return [
      .init(
        .identifier("written_outcome", Phrase("outcome as written by awardsim", "結果（產製時）"))
      ) { .text($0.bid.outcomeText) },
      .init(
        .money("written_unit_price", Phrase("bid as written by awardsim", "標價（產製時）"))
      ) { .money($0.bid.bid.unitPrice) },
      .init(
        .money("written_reserve", Phrase("reserve price as written by awardsim", "底價（產製時）"))
      ) { .money($0.item.award.reservePrice) },
      .init(
        .money(
          "written_contract", Phrase("contract price as written by awardsim", "契約價（產製時）"))
      ) { .money($0.bid.contractPrice) },
      .init(
        .integer(
          "unchanged", Phrase("as it was written (1: yes)", "與產製時相同（1：是）"), width: .characters(9)),
        "=IF(AND({outcome}={written_outcome},N(\(bid("unit_price")))=N({written_unit_price}),"
          + "N({reserve_price})=N({written_reserve}),"
          + "N({contract_price})=N({written_contract})),1,0)"
      ) { _ in .count(1) },
      .init(line("reason", Phrase("reason as written by awardsim", "理由（產製時）"))) {
        .phrase($0.bid.reason)
      },
      .init(line("low_price", Phrase("low price as written by awardsim", "標價偏低（產製時）"))) {
        .phrase($0.bid.lowPriceReview.map { Phrase(joining: $0.findings.map(\.phrase)) })
      },
      .init(line("procedure", Phrase("procedure as written by awardsim", "處理程序（產製時）"))) {
        .phrase($0.bid.lowPriceReview?.procedure)
      },
    ]
  }

  /// A column of texts on one line each: they are read where they are shown.
  private static func line(_ key: String, _ heading: Phrase) -> ReportTable.Column {
    ReportTable.Column(key, heading, .identifier, width: .characters(24))
  }
}
