import Pipeline
import Policy
import Pricing
import Quantities

/// The sheet of reserve prices: one row an item, every method beside the chosen one.
enum ReserveSheet {
  static let key = "reserve"
  /// The key of the table; rows are named by item.
  static let tableKey = "reserve_prices"

  static func sheet(of stage: ReserveStage) -> ReportSheet {
    var blocks: [ReportSheet.Block] = [
      .note(
        ReportNote(
          Phrase(
            "The committee's pricing formula is not public; the method below is a documented policy."
              + " Representatives are exact, in NT$ before the one rounding down.",
            "訂價暨規格審查會之訂價公式並未公開，本表所用方法為可替換且經載明之政策。"
              + "代表價為捨去前之精確值（新臺幣元）。"), kind: .assumption)),
      .table(table(of: stage)),
      .heading(Phrase("All methods side by side", "各計算方法並列")),
      .note(
        ReportNote(
          Phrase(
            "The reserve price that each method gives, and the NT$ to the chosen method.",
            "各方法所得底價，及其與採用方法之差額（新臺幣元）。"))),
      .table(methodTable(of: stage)),
    ]
    if let chart = chart(of: stage) { blocks.insert(.chart(chart), at: 2) }
    return ReportSheet(
      key, name: Phrase("Reserve prices", "底價"), title: Phrase("Reserve prices", "底價"),
      summary: Phrase(
        "One reserve price per item, its evidence by class, its uncertainty and its warnings",
        "各品項底價、分類代表價、不確定區間與警示"), tab: .result, blocks: blocks)
  }

  private static func table(of stage: ReserveStage) -> ReportTable {
    var table = ReportTable(
      tableKey,
      columns: [
        .identifier("item_id", Phrase("item", "品項編號")),
        .text("name", Phrase("name", "品名"), width: .characters(26)),
        .choice("category", Phrase("category", "類別")),
        .money("reserve_price", Phrase("reserve price", "底價")),
        .decimal("historical", Phrase("historical awards", "共契以往決標價")),
        .decimal("agency", Phrase("agency prices", "機關決標價")),
        .decimal("market", Phrase("market inquiry", "市場詢價")),
        .integer("rows", Phrase("rows", "資料筆數")),
        .integer("effective", Phrase("effective", "有效筆數")),
        .integer("excluded", Phrase("left out", "未採計")),
        .money("lower", Phrase("5th percentile", "第 5 百分位")),
        .money("upper", Phrase("95th percentile", "第 95 百分位")),
        .money("last_award", Phrase("last award", "最近決標價")),
        .percentage("rise", Phrase("rise over it", "較其漲幅")),
        .text("status", Phrase("outcome", "結果"), width: .characters(28)),
        .text("warnings", Phrase("warnings", "警示"), width: .characters(40)),
      ], frozenColumnCount: 2)
    for item in stage.items { append(item, to: &table) }
    return table
  }

  private static func append(_ item: PricedItem, to table: inout ReportTable) {
    let id = item.item.id.text
    let evidence = { (token: String) in
      Formula(
        "=COUNTIFS(\(EvidenceSheet.column("item_id")),{item_id},"
          + "\(EvidenceSheet.column("use")),\(Formula.quoted(token)))")
    }
    let style: ReportTable.RowStyle =
      item.reservePrice == nil || !item.warnings.isEmpty ? .attention : .normal
    table.append(
      [
        .identifier(item.item.id).linked(
          to: item.rows.first.map { _ in
            .row(table: EvidenceSheet.tableKey, key: EvidenceSheet.firstRowKey(of: item))
          }),
        .text(item.item.name), .choice(item.item.category.rawValue, item.item.category.phrase),
        .money(item.reservePrice), .price(item.classes.historical.representative),
        .price(item.classes.agency.representative), .price(item.classes.market.representative),
        Cell.count(item.counts.rows).computed(
          by: Formula("=COUNTIF(\(EvidenceSheet.column("item_id")),{item_id})")),
        .count(item.counts.effective),
        Cell.count(item.counts.excluded).computed(by: evidence(EvidenceSheet.leftOutToken)),
        .money(item.interval?.lower), .money(item.interval?.upper), .price(item.lastAward?.price),
        rise(of: item), .phrase(item.outcome.phrase),
        .phrase(Phrase(joining: item.warnings.map(\.phrase))),
      ], key: id, style: style)
  }

  private static func rise(of item: PricedItem) -> Cell {
    guard let reserve = item.reservePrice, let last = item.lastAward?.price.minorUnits,
      last > .zero, let rise = try? reserve.exact / last - .one
    else { return .empty }
    return Cell.percentage(rise).computed(by: Formula("={reserve_price}/{last_award}-1"))
  }

  private static func methodTable(of stage: ReserveStage) -> ReportTable {
    let methods = CombinationMethod.allCases
    var columns: [ReportTable.Column] = [
      .identifier("item_id", Phrase("item", "品項編號")),
      .text("chosen", Phrase("chosen method", "採用方法"), width: .characters(24)),
      .money("computed", Phrase("chosen: computed", "採用方法計算值")),
    ]
    for method in methods {
      columns.append(.money(priceKey(method), method.phrase))
      columns.append(
        .money(
          differenceKey(method),
          Phrase(
            "\(method.rawValue): difference", "\(method.phrase.traditionalChinese)：差額")))
    }
    var table = ReportTable("reserve_methods", columns: columns, frozenColumnCount: 1)
    for item in stage.items {
      var cells: [Cell] = [
        .identifier(item.item.id), .phrase(stage.pricing.policy.combine.phrase),
        .money(item.computed.reservePrice),
      ]
      for price in item.combinations {
        cells.append(.money(price.result.reservePrice))
        cells.append(
          price.differenceToChosen.map {
            Cell.money($0).computed(by: Formula("={\(priceKey(price.method))}-{computed}"))
          } ?? .empty)
      }
      table.append(cells, key: item.item.id.text)
    }
    return table
  }

  private static func priceKey(_ method: CombinationMethod) -> String { "price_\(method.rawValue)" }

  private static func differenceKey(_ method: CombinationMethod) -> String {
    "difference_\(method.rawValue)"
  }

  /// The representatives of each class beside the reserve price, item by item.
  private static func chart(of stage: ReserveStage) -> ReportChart? {
    guard stage.items.contains(where: { $0.reservePrice != nil }) else { return nil }
    let items = CellRange(tableKey, "item_id")
    let series = [
      ("reserve_price", Phrase("reserve price", "底價")),
      ("historical", EvidenceClass.historical.phrase), ("agency", EvidenceClass.agency.phrase),
      ("market", EvidenceClass.market.phrase),
    ]
    return ReportChart(
      title: Phrase("Evidence against the reserve price", "價格資料與底價"), kind: .line,
      series: series.map {
        ReportChart.Series($0.1, categories: items, values: CellRange(tableKey, $0.0))
      },
      categoryAxis: .init(Phrase("item", "品項")),
      valueAxis: .init(Phrase("NT$ a unit", "每單位新臺幣元")),
      widthPixels: 1100, heightPixels: 380)
  }
}
