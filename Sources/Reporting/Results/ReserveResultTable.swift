public import Pipeline
import Policy
import Pricing
import Quantities

extension ReserveStage {
  /// The table of `awardsim reserve`: one row an item, in the order of the items.
  ///
  /// Representatives are in NT$ before any rounding.
  public var resultTable: ReportTable {
    var table = ReportTable(
      "reserve", title: Phrase("Reserve prices", "底價"),
      columns: [
        .identifier("item_id", Phrase("item", "品項編號")),
        .money("reserve_price", Phrase("reserve price", "底價")),
        .decimal("historical", Phrase("historical awards", "共契以往決標價")),
        .decimal("agency", Phrase("agency prices", "機關決標價")),
        .decimal("market", Phrase("market inquiry", "市場詢價")),
        .integer("rows", Phrase("rows", "資料筆數")),
        .integer("effective", Phrase("effective", "有效筆數")),
        .integer("excluded", Phrase("left out", "未採計筆數")),
        .choice("status", Phrase("status", "狀態")),
        .text("note", Phrase("note", "說明")),
      ])
    for item in items {
      table.append(
        [
          .identifier(item.item.id), .money(item.reservePrice), representative(item, .historical),
          representative(item, .agency), representative(item, .market), .count(item.counts.rows),
          .count(item.counts.effective), .count(item.counts.excluded),
          .choice(item.statusText, item.outcome.name),
          .phrase(item.note),
        ], key: item.item.id.text)
    }
    return table
  }

  private func representative(_ item: PricedItem, _ evidenceClass: EvidenceClass) -> Cell {
    .price(item.classes[evidenceClass].representative)
  }
}

extension PricedItem {
  /// What a reader should know beside the price: its outcome where that is not plain, its warnings.
  var note: Phrase {
    var parts = warnings.map(\.phrase)
    if case .priced = outcome {} else { parts.insert(outcome.phrase, at: 0) }
    if let incomparable { parts.append(incomparable) }
    return Phrase(joining: parts)
  }
}

extension PricedItem {
  /// How many rows cannot be brought to the item's terms, and why the first of them cannot.
  private var incomparable: Phrase? {
    let faults = rows.compactMap { row -> Phrase? in
      guard case .notNormalised(let fault) = row.disposition.exclusion else { return nil }
      return fault.phrase
    }
    return faults.first.map { first in
      Phrase(
        "rows that cannot be compared: \(faults.count), such as: \(first.english)",
        "無法比較之資料 \(faults.count) 筆，例如：\(first.traditionalChinese)")
    }
  }
}

extension ReserveOutcome {
  /// The outcome in a word or two.
  fileprivate var name: Phrase {
    switch self {
    case .priced: Phrase("priced", "已計算")
    case .overridden: Phrase("overridden", "委員會決定")
    case .none(let reason):
      switch reason {
      case .noEvidence: Phrase("no evidence", "無價格資料")
      case .tooFewSources: Phrase("too few sources", "有效資料不足")
      case .classWithoutPrice, .noRowLeft, .weightsSumToZero: Phrase("no class price", "無類別代表價")
      case .roundsToZero: Phrase("rounds to zero", "捨去後為零")
      case .notExact: Phrase("not exact", "無法精確計算")
      }
    }
  }
}

extension Cell {
  /// An exact price before rounding, in NT$; the reason in its place where it does not fit.
  static func price(_ price: ExactPrice?) -> Cell {
    do {
      return try .amount(minorUnits: price?.minorUnits)
    } catch {
      return .text(price?.decimalText)
    }
  }
}
