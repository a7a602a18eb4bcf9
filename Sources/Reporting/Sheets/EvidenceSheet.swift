import Pipeline
import Policy
import Pricing
import Quantities

/// The sheet of price evidence: every row, used or left out, with why and where it stands.
enum EvidenceSheet {
  static let key = "evidence"
  /// The key of the table; rows are named by item and place.
  static let tableKey = "price_evidence"
  /// What the `use` column holds for a row that takes part in the price.
  static let usedToken = "used"
  /// What the `use` column holds for a row that does not.
  static let leftOutToken = "left-out"

  /// A reference to a whole column of the table.
  static func column(_ key: String) -> String { Formula.reference(CellRange(tableKey, key)) }

  /// Where an item's rows begin; `nil` where it has none.
  static func link(to item: PricedItem) -> LinkTarget? {
    item.rows.isEmpty ? nil : .row(table: tableKey, key: rowKey(item, 0))
  }

  private static func rowKey(_ item: PricedItem, _ index: Int) -> String {
    "\(item.item.id)#\(index)"
  }

  static func sheet(of stage: ReserveStage) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Evidence", "價格資料"), title: Phrase("Price evidence", "價格資料"),
      summary: Phrase(
        "Every row of evidence, used or left out, with its reason, its influence and its source",
        "各筆價格資料之採計與否、理由、影響與出處"), tab: .input,
      blocks: [
        .note(
          ReportNote(
            Phrase(
              "Influence is what the computed reserve price would change by without the row."
                + " Normalised prices are exact, in NT$ on the item's unit, term and tier.",
              "「影響」為剔除該筆資料後底價計算值之變動。標準化價格為依品項單位、期間與級距換算之精確值"
                + "（新臺幣元）。"))),
        .table(table(of: stage)),
      ])
  }

  private static func table(of stage: ReserveStage) -> ReportTable {
    var table = ReportTable(
      tableKey,
      columns: [
        .identifier("item_id", Phrase("item", "品項編號")),
        .identifier("evidence_id", Phrase("evidence", "資料編號")),
        .choice("class", Phrase("class", "類別")),
        .text("origin", Phrase("origin", "來源"), width: .characters(20)),
        .date("date", Phrase("date", "日期")),
        .money("unit_price", Phrase("stated price", "原始單價")),
        .decimal("normalised", Phrase("normalised", "標準化單價"), fractionDigitLimit: 2),
        .text("steps", Phrase("factors", "換算"), width: .characters(24)),
        .decimal("score", Phrase("outlier score", "離群分數"), fractionDigitLimit: 2),
        .identifier("use", Phrase("use", "採計")),
        .text("reason", Phrase("why left out", "未採計理由"), width: .characters(30)),
        .money("influence", Phrase("influence", "影響"), width: .characters(14)),
        .percentage("to_reserve", Phrase("to reserve", "與底價之比")),
        .identifier("source", Phrase("source row", "來源列")),
      ], frozenColumnCount: 2)
    for item in stage.items {
      for (index, row) in item.rows.enumerated() {
        table.append(
          cells(of: row, item), key: rowKey(item, index),
          style: row.disposition == .used ? .normal : .muted)
      }
    }
    return table
  }

  private static func cells(of row: ReviewedRow, _ item: PricedItem) -> [Cell] {
    let evidence = row.evidence
    let evidenceClass = evidence.origin.evidenceClass
    return [
      Cell.identifier(evidence.itemID).linked(
        to: .row(table: ReserveSheet.tableKey, key: evidence.itemID.text)),
      .identifier(evidence.id), .choice(evidenceClass.rawValue, evidenceClass.phrase),
      .phrase(evidence.origin.phrase), .day(evidence.date), .money(evidence.unitPrice),
      .price(row.normalised?.price),
      .phrase(row.normalised.map { Phrase(joining: $0.steps.map(\.cause.phrase)) }),
      .decimal(row.outlierScore),
      .text(row.disposition == .used ? usedToken : leftOutToken),
      .phrase(row.disposition.exclusion?.phrase), row.influence.cell,
      ratio(of: row, item), .source(evidence.position),
    ]
  }

  private static func ratio(of row: ReviewedRow, _ item: PricedItem) -> Cell {
    guard let price = row.normalised?.price.minorUnits, let reserve = item.reservePrice,
      let ratio = try? price / reserve.exact
    else { return .empty }
    let reserveCell = CellRange(
      ReserveSheet.tableKey, "reserve_price", rows: .one(item.item.id.text))
    return Cell.percentage(ratio).computed(
      by: Formula("={normalised}/\(Formula.reference(reserveCell))"))
  }
}

extension Influence? {
  /// The NT$ that the price would change by, or in words that it would appear or go.
  fileprivate var cell: Cell {
    guard case .difference(let change) = self else { return .phrase(self?.phrase) }
    return .money(change)
  }
}

extension Evidence.Origin {
  /// Where the price comes from, in words.
  fileprivate var phrase: Phrase {
    switch self {
    case .historical(let caseNumber, let vendor):
      Phrase("case \(caseNumber), \(vendor)", "案號 \(caseNumber)，\(vendor)")
    case .agency(let agency, let order?):
      Phrase("\(agency), order \(order)", "\(agency)，訂單 \(order)")
    case .agency(let agency, nil): Phrase(verbatim: agency.text)
    case .market(let channel): channel.phrase
    }
  }
}
