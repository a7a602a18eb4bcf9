public import Pipeline
import Policy
public import Quantities
import Tendering

/// The table of what scenarios change: who and what enters, then awards, fees and sums.
public enum ScreeningComparisonTable {
  /// One row a change, in the order of the scenarios.
  ///
  /// - Parameter comparisons: The scenarios against the baseline.
  /// - Returns: A scenario that changes nothing has its sums alone.
  /// - Throws: `ArithmeticOverflow` when a difference does not fit.
  public static func table(
    of comparisons: [ScreeningComparison]
  ) throws(ArithmeticOverflow) -> ReportTable {
    var table = ReportTable(
      "screening_comparison", title: Phrase("Scenarios compared", "情境比較"),
      columns: [
        .identifier("scenario", Phrase("scenario", "情境")),
        .choice("change", Phrase("change", "變動")),
        .identifier("id", Phrase("name", "名稱")), .identifier("item_id", Phrase("item", "品項編號")),
        .choice("baseline", Phrase("baseline", "基準")),
        .choice("scenario_outcome", Phrase("in the scenario", "情境結果")),
        .money("baseline_amount", Phrase("baseline, NT$", "基準金額")),
        .money("scenario_amount", Phrase("scenario, NT$", "情境金額")),
        .money("difference", Phrase("difference", "差額")), .choice("rule", Phrase("rule", "規則")),
        .text("reason", Phrase("reason", "理由"), width: .characters(50)),
        .identifier("record", Phrase("record", "資料列")),
      ], frozenColumnCount: 3)
    for comparison in comparisons {
      for admission in comparison.admissions {
        table.append(row(of: admission, comparison.name))
      }
      for bidder in comparison.bidders { table.append(row(of: bidder, comparison.name)) }
      for award in comparison.awards { table.append(try row(of: award, comparison.name)) }
      for fee in comparison.fees { table.append(try row(of: fee, comparison.name)) }
      try append(
        comparison.awardedSum, "awarded_sum", Phrase("awarded sum", "契約價合計"), comparison.name,
        to: &table)
      try append(
        comparison.feeSum, "fee_sum", Phrase("net service fee", "作業服務費淨額"), comparison.name,
        to: &table)
    }
    return table
  }

  private static func row(
    of admission: ScreeningComparison.Admission, _ scenario: String
  ) -> [Cell] {
    let subject = admission.subject
    let barrier = admission.before ?? admission.after
    return [
      .text(scenario), .choice(subject.kind, subject.kindPhrase), .text(subject.name),
      .identifier(subject.itemID), outcome(admission.before), outcome(admission.after), .empty,
      .empty, .empty, rule(barrier), .phrase(barrier?.reason),
      .source(barrier?.record),
    ]
  }

  private static func rule(_ barrier: ScreeningFinding?) -> Cell {
    guard let requirement = barrier?.requirement else { return .empty }
    return .choice(requirement.name, requirement.namePhrase)
  }

  private static func outcome(_ barrier: ScreeningFinding?) -> Cell {
    guard let barrier else { return .choice("enters", Phrase("enters", "納入")) }
    return .choice(barrier.result.rawValue, barrier.result.phrase)
  }

  private static func row(
    of bidder: ScreeningComparison.Bidder, _ scenario: String
  ) -> [Cell] {
    let outcome = { (count: Int) -> Cell in
      count == 0
        ? .choice("no-bid", Phrase("no bid takes part", "無有效參與之投標"))
        : .choice("bids", Phrase("bids take part", "投標參與"))
    }
    return [
      .text(scenario), .choice("bidder", Phrase("bidder", "投標廠商")), .identifier(bidder.vendorID),
      .empty, outcome(bidder.before), outcome(bidder.after), .empty, .empty, .empty, .empty,
      .phrase(
        Phrase(
          "bids that take part: \(bidder.before), then \(bidder.after)",
          "參與之投標件數：由 \(bidder.before) 變為 \(bidder.after)")),
    ]
  }

  private static func row(
    of award: ScreeningComparison.Award, _ scenario: String
  ) throws(ArithmeticOverflow) -> [Cell] {
    let bid = (award.before ?? award.after)?.bid
    let (before, after) = (award.before?.contractPrice, award.after?.contractPrice)
    return [
      .text(scenario), .choice("award", Phrase("award", "決標")), .identifier(bid?.vendorID),
      .identifier(bid?.itemID), outcome(award.before), outcome(award.after), .money(before),
      .money(after), .money(try (after ?? .zero) - (before ?? .zero)), .empty,
      .phrase((award.after ?? award.before)?.reason), .source(bid?.position),
    ]
  }

  private static func outcome(_ bid: BidAward?) -> Cell {
    guard let bid else { return .choice("not-put-up", Phrase("not put up", "未列標")) }
    return .choice(bid.outcomeText, bid.outcome.name)
  }

  private static func row(
    of fee: ScreeningComparison.OrderFee, _ scenario: String
  ) throws(ArithmeticOverflow) -> [Cell] {
    let carried = { (fee: Money) -> Cell in
      fee == .zero
        ? .choice("no-award", Phrase("no award behind it", "無決標依據"))
        : .choice("carried", Phrase("carried by an award", "有決標依據"))
    }
    return [
      .text(scenario), .choice("fee", Phrase("fee of an order", "訂單作業服務費")),
      .identifier(fee.orderID), .identifier(fee.itemID), carried(fee.before), carried(fee.after),
      .money(fee.before), .money(fee.after), .money(try fee.after - fee.before), .empty,
      .phrase(Phrase("order of \(fee.vendorID)", "\(fee.vendorID) 之訂單")), .source(fee.position),
    ]
  }

  private static func append(
    _ total: ScreeningComparison.Total?, _ name: String, _ words: Phrase, _ scenario: String,
    to table: inout ReportTable
  ) throws(ArithmeticOverflow) {
    guard let total else { return }
    table.append(
      [
        .text(scenario), .choice("sum", Phrase("sum", "合計")), .choice(name, words), .empty, .empty,
        .empty, .money(total.before), .money(total.after),
        .money(try total.after - total.before),
      ])
  }
}
