import Pipeline
import Policy
import Pricing
import Quantities

/// The sheet of reserve prices: one row an item, from the representatives to the price in force.
enum ReserveSheet {
  static let key = "reserve"
  /// The key of the table; rows are named by item.
  static let tableKey = "reserve_prices"

  static func sheet(of evidence: LiveEvidence) -> ReportSheet {
    let stage = evidence.stage
    return ReportSheet(
      key, name: Phrase("Reserve prices", "底價"), title: Phrase("Reserve prices", "底價"),
      summary: Phrase(
        "One reserve price per item, its evidence by class, its uncertainty and its warnings",
        "各品項底價、分類代表價、不確定區間與警示"), tab: .result, isProtected: true,
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
        .note(ReportNote(indexNote(of: stage))),
      ] + evidence.notes + [
        .note(ReportNote(meaningOfColours)), .table(evidence.finished(table(of: stage))),
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

  private static let meaningOfColours = Phrase(
    "Amber: no reserve price; in a column of a class, fewer than two classes have a price; in the rise,"
      + " more than reserve.rise_warning over the last award. Green: decided by the committee.",
    "黃底：無底價；分類欄黃底為有價格之類別未達二類；漲幅欄黃底為逾 reserve.rise_warning。"
      + "綠底：由委員會決定。")

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
        .money("lower", Phrase("5 %, as written", "第 5 百分位（產製時）")),
        .money("upper", Phrase("95 %, as written", "第 95 百分位（產製時）")),
        .decimal(
          "last_award", Phrase("last award, as written", "最近決標（產製時）"), fractionDigitLimit: 2),
        .percentage("rise", Phrase("rise over it", "漲幅")),
        .choice("status", Phrase("outcome", "結果"), width: .characters(25)),
        .text("remark", Phrase("outcome, as written", "結果說明（產製時）"), width: .characters(22)),
        .text("warnings", Phrase("warnings, as written", "警示（產製時）"), width: .characters(30)),
      ],
      conditionalFormats: [
        .when(Formula("={reserve_price}=\"\""), style: .attention),
        .when(
          Formula("={status}=\(EvidenceLists.outcomes.word("overridden"))"), style: .good,
          columns: ["reserve_price", "status"]),
        .when(
          Formula("=COUNT({historical},{agency},{market})<2"), style: .attention,
          columns: EvidenceClass.allCases.map(\.rawValue)),
        .when(
          Formula("=N({rise})>\(PolicyKey.reserveRiseWarning.reference)"), style: .attention,
          columns: ["rise"]),
      ], frozenColumnCount: 2)
    let formulas = ReserveFormulas()
    for item in stage.items { append(item, formulas, to: &table) }
    return table
  }

  private static func append(
    _ item: PricedItem, _ formulas: ReserveFormulas, to table: inout ReportTable
  ) {
    let word = EvidenceLists.outcomes.entries[item.outcome.wordIndex]
    var cells = [
      Cell.identifier(item.item.id).linked(to: EvidenceSheet.link(to: item)),
      .text(item.item.name), .choice(item.item.category.rawValue, item.item.category.phrase),
      Cell.money(item.reservePrice).computed(by: formulas.reservePrice),
    ]
    for evidenceClass in EvidenceClass.allCases {
      cells.append(
        Cell.price(item.classes[evidenceClass].representative).computed(
          by: Formula("=\(CellRange.beside(MethodPriceSheet.tableKey, evidenceClass.rawValue))")))
    }
    cells += [
      Cell.count(item.counts.rows).computed(by: formulas.rows),
      Cell.count(item.counts.effective).computed(by: formulas.effective),
      Cell.count(item.counts.excluded).computed(by: formulas.excluded),
      .money(item.interval?.lower), .money(item.interval?.upper), .price(item.lastAward?.price),
      Cell.percentage(rise(of: item)).computed(by: formulas.rise),
      Cell.choice(word.token, word.words).computed(by: formulas.status),
      .phrase(item.outcome.phrase), .phrase(Phrase(joining: item.warnings.map(\.phrase))),
    ]
    table.append(cells, key: item.item.id.text)
  }

  static func rise(of item: PricedItem) -> Rational? {
    guard let reserve = item.reservePrice, let last = item.lastAward?.price.minorUnits,
      last > .zero
    else { return nil }
    return try? reserve.exact / last - .one
  }
}

/// The formulas of one item's reserve price.
private struct ReserveFormulas {
  private static func method(_ column: String) -> String {
    CellRange.beside(MethodPriceSheet.tableKey, column)
  }

  private static func decided(_ column: String) -> String {
    CellRange.beside(ReviewSheet.tableKey, column)
  }

  private static let isOverridden =
    "AND(\(decided("decision"))=\(EvidenceLists.decisions.word(ReserveDecision.override.rawValue)),"
    + "N(\(decided("override_price")))>0)"

  /// The committee's decision before the computed price.
  let reservePrice = Formula(
    "=IF(\(isOverridden),\(decided("override_price")),\(method("computed")))")
  let rows = Formula("=\(method("last"))-\(method("first"))+1")
  let effective = Formula("=\(method("effective"))")
  let excluded = Formula("={rows}-\(method("left"))")
  let rise = Formula(
    "=IF(OR({reserve_price}=\"\",{last_award}=\"\"),\"\",{reserve_price}/{last_award}-1)")
  let status = Formula(
    "=IF(\(isOverridden),\(EvidenceLists.outcomes.word("overridden")),"
      + "IF({reserve_price}=\"\",\(EvidenceLists.outcomes.word("none")),"
      + "\(EvidenceLists.outcomes.word("priced"))))")
}

extension ReserveOutcome {
  /// The place of the outcome in the list of words.
  fileprivate var wordIndex: Int {
    switch self {
    case .priced: 0
    case .overridden: 1
    case .none: 2
    }
  }
}
