import Pipeline
import Policy
import Quantities
import Tendering

/// The sheet of the cutoff: one row an item, from the bids submitted to the winners.
enum ItemAwardSheet {
  static let key = "item_awards"
  /// The key of the table; rows are named by item.
  static let tableKey = "item_awards"

  static func sheet(of stage: TenderStage) throws(ArithmeticOverflow) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Cutoff by item", "各品項決標"),
      title: Phrase("The cutoff, item by item", "各品項決標名額"),
      summary: Phrase(
        "Bids, valid bids, the number awarded, ties and failed items with their reasons",
        "各品項投標家數、有效標、決標名額、同價處理及未決標理由"), tab: .result,
      blocks: [
        .table(try table(of: stage))
      ])
  }

  private static func table(of stage: TenderStage) throws(ArithmeticOverflow) -> ReportTable {
    var table = ReportTable(
      tableKey,
      columns: [
        .identifier("item_id", Phrase("item", "品項編號")),
        .money("reserve_price", Phrase("reserve price", "底價")),
        .integer("submitted", Phrase("bids", "投標")),
        .integer("valid", Phrase("valid", "有效標")),
        .integer("base", Phrase("n", "基數 n")),
        .integer("count", Phrase("k", "名額 k")),
        .money("cutoff_price", Phrase("cutoff price", "界線價")),
        .integer("awarded", Phrase("awarded", "決標")),
        .integer("pending", Phrase("pending", "待決")),
        .money("awarded_sum", Phrase("awarded sum", "契約價合計")),
        .percentage("mean_ratio", Phrase("mean award to reserve", "平均契約價／底價")),
        .text("tie", Phrase("ties", "同價處理"), width: .characters(34)),
        .text("outcome", Phrase("outcome", "結果"), width: .characters(34)),
      ])
    var total = Money.zero
    for award in stage.awards {
      let sum = try award.awarded.compactMap(\.contractPrice).total()
      total = try total + sum
      append(award, sum, stage.policy, to: &table)
    }
    table.appendTotal(
      Phrase("total", "合計"),
      sums: [
        "submitted": .integer(stage.count(\.submittedCount)),
        "valid": .integer(stage.count(\.validCount)),
        "awarded": .integer(stage.count(\.awardedCount)),
        "pending": .integer(stage.count(\.pendingCount)), "awarded_sum": .money(total),
      ], key: "total")
    return table
  }

  private static func append(
    _ award: ItemAward, _ sum: Money, _ policy: AwardPolicy, to table: inout ReportTable
  ) {
    let outcomes = { (name: String) in
      Formula(
        "=COUNTIFS(\(Formula.reference(CellRange(AwardSheet.tableKey, "item_id"))),{item_id},"
          + "\(Formula.reference(CellRange(AwardSheet.tableKey, "contract_price"))),\"\(name)\")")
    }
    let style: ReportTable.RowStyle =
      switch award.outcome {
      case .awarded: .normal
      case .pending: .attention
      case .failed: .muted
      }
    let sumFormula = Formula(
      "=SUMIFS(\(Formula.reference(CellRange(AwardSheet.tableKey, "contract_price"))),"
        + "\(Formula.reference(CellRange(AwardSheet.tableKey, "item_id"))),{item_id})")
    table.append(
      [
        .identifier(award.itemID), .money(award.reservePrice),
        Cell.count(award.submittedCount).computed(
          by: Formula(
            "=COUNTIF(\(Formula.reference(CellRange(AwardSheet.tableKey, "item_id"))),{item_id})")),
        .count(award.validCount), .count(award.baseCount), count(of: award, policy),
        .money(award.cutoffPrice),
        Cell.count(award.awardedCount).computed(by: outcomes(">0")),
        .count(award.pendingCount), Cell.money(sum).computed(by: sumFormula),
        meanRatio(of: award, sum), .phrase(award.tie?.phrase), .phrase(award.outcome.phrase),
      ], key: award.itemID.text, style: style)
  }

  /// k as a formula over named policy values, in whole numbers as the rule has it.
  private static func count(of award: ItemAward, _ policy: AwardPolicy) -> Cell {
    let cell = Cell.count(award.cutoffCount)
    guard award.cutoff != nil else { return cell }
    let share =
      "INT((\(FormulaConstants.sharePart)*{base}+\(FormulaConstants.roundingOffset))"
      + "/\(FormulaConstants.shareWhole))"
    let least = PolicyKey.awardMinimumWinners.reference
    return cell.computed(by: Formula("=MIN({valid},MAX(\(least),\(share)))"))
  }

  private static func meanRatio(of award: ItemAward, _ sum: Money) -> Cell {
    guard award.awardedCount > 0, let reserve = award.reservePrice,
      let mean = try? sum.exact / Rational(Int64(award.awardedCount)),
      let ratio = try? mean / reserve.exact
    else { return .empty }
    return Cell.percentage(ratio).computed(
      by: Formula("={awarded_sum}/{awarded}/{reserve_price}"))
  }
}

extension TenderStage {
  /// The sum of a count over all items.
  func count(_ count: (ItemAward) -> Int) -> Int64 {
    awards.reduce(0) { $0 + Int64(count($1)) }
  }
}
