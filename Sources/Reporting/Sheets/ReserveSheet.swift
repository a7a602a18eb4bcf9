import Pipeline
import Policy
import Pricing
import Quantities

/// The sheet of reserve prices: one row an item, from the representatives to the price in force.
enum ReserveSheet {
  static let key = "reserve"
  /// The key of the table; rows are named by item.
  static let tableKey = "reserve_prices"

  static func sheet(of stage: ReserveStage) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Reserve prices", "底價"), title: Phrase("Reserve prices", "底價"),
      summary: Phrase(
        "One reserve price per item, its evidence by class, its uncertainty and its warnings",
        "各品項底價、分類代表價、不確定區間與警示"), tab: .result,
      blocks: [
        .note(
          ReportNote(
            Phrase(
              "The committee's pricing formula is not public; the method is a documented policy:"
                + " \(stage.pricing.policy.combine.phrase.english). Representatives are exact, before"
                + " the one rounding down; \(interval(of: stage).english)",
              "訂價暨規格審查會之訂價公式並未公開，所用方法為經載明之政策："
                + "\(stage.pricing.policy.combine.phrase.traditionalChinese)。代表價為捨去前之精確值；"
                + "\(interval(of: stage).traditionalChinese)"), kind: .assumption)),
        .note(ReportNote(indexNote(of: stage))), .table(table(of: stage)),
      ])
  }

  /// Where the percentiles come from.
  private static func interval(of stage: ReserveStage) -> Phrase {
    guard let bootstrap = stage.pricing.bootstrap else {
      return Phrase("no percentiles were asked for.", "未估計百分位。")
    }
    return Phrase(
      "the percentiles are those of a bootstrap with \(bootstrap.replicateCount) replicates and the"
        + " seed \(bootstrap.seed).",
      "百分位由拔靴法估計，重抽 \(bootstrap.replicateCount) 次，種子 \(bootstrap.seed)。")
  }

  /// Whether prices were carried to the level of the pricing month.
  private static func indexNote(of stage: ReserveStage) -> Phrase {
    guard stage.pricing.index == nil else {
      return Phrase(
        "Prices are carried to the pricing month by the case's price index.",
        "價格依本案物價指數調整至訂價月份。")
    }
    return Phrase(
      "The case has no price index: prices keep the level of their own months (factor 1).",
      "本案未提供物價指數：價格維持各該月份水準（係數為 1）。")
  }

  private static func table(of stage: ReserveStage) -> ReportTable {
    var table = ReportTable(
      tableKey,
      columns: [
        .identifier("item_id", Phrase("item", "品項編號")),
        .text("name", Phrase("name", "品名"), width: .characters(22)),
        .choice("category", Phrase("category", "類別"), width: .characters(13)),
        .money("reserve_price", Phrase("reserve price", "底價")),
        .decimal("historical", Phrase("historical", "共契決標"), fractionDigitLimit: 2),
        .decimal("agency", Phrase("agency", "機關決標"), fractionDigitLimit: 2),
        .decimal("market", Phrase("market", "市場詢價"), fractionDigitLimit: 2),
        .integer("rows", Phrase("rows", "筆數")),
        .integer("effective", Phrase("effective", "有效")),
        .integer("excluded", Phrase("left out", "未採計")),
        .money("lower", Phrase("5 %", "第 5 百分位")),
        .money("upper", Phrase("95 %", "第 95 百分位")),
        .decimal("last_award", Phrase("last award", "最近決標"), fractionDigitLimit: 2),
        .percentage("rise", Phrase("rise over it", "漲幅")),
        .text("status", Phrase("outcome", "結果"), width: .characters(20)),
        .text("warnings", Phrase("warnings", "警示"), width: .characters(30)),
      ], frozenColumnCount: 2)
    for item in stage.items { append(item, to: &table) }
    return table
  }

  private static func append(_ item: PricedItem, to table: inout ReportTable) {
    let isOfItem = "\(EvidenceSheet.column("item_id")),{item_id}"
    let leftOut = Formula.quoted(EvidenceSheet.leftOutToken)
    table.append(
      [
        Cell.identifier(item.item.id).linked(to: EvidenceSheet.link(to: item)),
        .text(item.item.name), .choice(item.item.category.rawValue, item.item.category.phrase),
        .money(item.reservePrice), .price(item.classes.historical.representative),
        .price(item.classes.agency.representative), .price(item.classes.market.representative),
        Cell.count(item.counts.rows).computed(by: Formula("=COUNTIF(\(isOfItem))")),
        .count(item.counts.effective),
        Cell.count(item.counts.excluded).computed(
          by: Formula("=COUNTIFS(\(isOfItem),\(EvidenceSheet.column("use")),\(leftOut))")),
        .money(item.interval?.lower), .money(item.interval?.upper),
        .price(item.lastAward?.price), rise(of: item), .phrase(item.outcome.phrase),
        .phrase(Phrase(joining: item.warnings.map(\.phrase))),
      ], key: item.item.id.text,
      style: item.reservePrice == nil || !item.warnings.isEmpty ? .attention : .normal)
  }

  private static func rise(of item: PricedItem) -> Cell {
    guard let reserve = item.reservePrice, let last = item.lastAward?.price.minorUnits,
      last > .zero, let rise = try? reserve.exact / last - .one
    else { return .empty }
    return Cell.percentage(rise).computed(by: Formula("={reserve_price}/{last_award}-1"))
  }
}
