import Pipeline
import Policy
import Pricing
import Quantities

/// The sheet of price evidence as it came in: the cells that reserve prices are computed from.
enum EvidenceSheet {
  static let key = "evidence"
  /// The key of the table; rows are named by item and place, and those of an item stand together.
  static let tableKey = "price_evidence"

  /// Where an item's rows begin; `nil` where it has none.
  static func link(to item: PricedItem) -> LinkTarget? {
    item.rows.isEmpty ? nil : .row(table: tableKey, key: rowKey(item, 0))
  }

  static func rowKey(_ item: PricedItem, _ index: Int) -> String { "\(item.item.id.text)#\(index)" }

  /// The word of a column that says yes or no.
  static let yes = "yes"
  static let no = "no"

  static func sheet(of evidence: LiveEvidence) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Evidence", "價格資料"), title: Phrase("Price evidence", "價格資料"),
      summary: Phrase(
        "Every row of evidence as it came in, with its source; blue cells may be changed",
        "各筆價格資料原文與出處；藍底儲存格可變更試算"), tab: .input, isProtected: true,
      blocks: [
        .note(
          ReportNote(
            Phrase(
              "Change a price, a date or another blue cell, and the reserve prices, the awards and"
                + " their sums follow. An empty unit, term or tier is the item's own.",
              "變更藍底之價格、日期等儲存格，底價、決標及合計隨之重算。單位、期間、級距空白者同品項。"))),
        .table(table(of: evidence)),
      ])
  }

  private static func table(of evidence: LiveEvidence) -> ReportTable {
    let yesOrNo = [Phrase(verbatim: yes), Phrase(verbatim: no)]
    var table = ReportTable(
      tableKey,
      columns: [
        .identifier("item_id", Phrase("item", "品項編號")),
        .identifier("evidence_id", Phrase("evidence", "資料編號")),
        .choice("class", Phrase("class", "類別")),
        .text("origin", Phrase("origin", "來源"), width: .characters(20)),
        .date("date", Phrase("date", "日期")).input(),
        .money("unit_price", Phrase("stated price", "原始單價")).input(),
        .identifier("tax_included", Phrase("tax in it", "含稅")).input().choosing(among: yesOrNo),
        .identifier("fee_included", Phrase("fee in it", "含服務費")).input()
          .choosing(among: yesOrNo),
        .identifier("unit", Phrase("unit", "單位")).input(),
        .integer("term_months", Phrase("term, months", "期間（月）")).input(),
        .identifier("quantity_tier", Phrase("tier", "數量級距")).input(),
        .text("quote_source", Phrase("quoted from", "資料出處"), width: .characters(22)).input(),
        .identifier("award_case", Phrase("case of the award", "決標案號")),
        .identifier("framework_order", Phrase("framework order", "共契訂單")),
        .identifier("source", Phrase("source row", "來源列")),
      ], frozenColumnCount: 2)
    for item in evidence.stage.items {
      for (index, row) in item.rows.enumerated() {
        table.append(cells(of: row.evidence), key: rowKey(item, index))
      }
    }
    return table
  }

  private static func cells(of row: Evidence) -> [Cell] {
    let evidenceClass = row.origin.evidenceClass
    var (awardCase, order): (String?, OrderID?) = (nil, nil)
    switch row.origin {
    case .historical(let caseNumber, _): awardCase = caseNumber
    case .agency(_, let frameworkOrder): order = frameworkOrder
    case .market: break
    }
    return [
      Cell.identifier(row.itemID).linked(
        to: .row(table: ReserveSheet.tableKey, key: row.itemID.text)),
      .identifier(row.id), .choice(evidenceClass.rawValue, evidenceClass.phrase),
      .phrase(row.origin.phrase), .day(row.date), .money(row.unitPrice),
      .text(row.isTaxIncluded ? yes : no), .text(row.isFeeIncluded ? yes : no), .text(row.unit),
      .integer(row.termMonths.map { Int64($0) }), .text(row.quantityTier), .text(row.source),
      .text(awardCase), .identifier(order), .source(row.position),
    ]
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
