import Pipeline
import Policy
import Pricing
import Quantities

/// The sheet of items as they came in: what a unit price buys.
enum ItemListSheet {
  static let key = "items"
  /// The key of the table; rows are named by item, in the order of every table with a row an item.
  static let tableKey = "item_list"

  static func sheet(of stage: ReserveStage) -> ReportSheet {
    var table = ReportTable(
      tableKey,
      columns: [
        .identifier("item_id", Phrase("item", "品項編號")),
        .text("name", Phrase("name", "品名"), width: .characters(40)),
        .choice("category", Phrase("category", "類別")),
        .text("brand", Phrase("brand", "廠牌"), width: .characters(24)),
        .identifier("unit", Phrase("unit", "單位")).input(),
        .integer("term_months", Phrase("term, months", "期間（月）")).input(),
        .identifier("quantity_tier", Phrase("tier", "數量級距")).input(),
        .identifier("source", Phrase("source row", "來源列")),
      ])
    for item in stage.items.map(\.item) {
      table.append(
        [
          Cell.identifier(item.id).linked(
            to: .row(table: ReserveSheet.tableKey, key: item.id.text)), .text(item.name),
          .choice(item.category.rawValue, item.category.phrase), .text(item.brand),
          .text(item.unit), .integer(item.termMonths.map { Int64($0) }), .text(item.quantityTier),
          .source(item.position),
        ], key: item.id.text)
    }
    return ReportSheet(
      key, name: Phrase("Items", "品項"), title: Phrase("Items", "品項"),
      summary: Phrase("The items of the case, with unit, term and tier", "本案品項及其單位、期間、級距"),
      tab: .input, isProtected: true, blocks: [.table(table)])
  }
}
