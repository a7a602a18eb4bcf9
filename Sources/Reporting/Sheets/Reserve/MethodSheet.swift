import Pipeline
import Policy
import Pricing
import Quantities

/// The sheet of methods: what every way to combine the evidence gives, beside the chosen one, and how
/// the classes of evidence lie to the reserve price.
enum MethodSheet {
  static let key = "methods"
  private static let methodKey = "reserve_methods"
  private static let ratioKey = "evidence_to_reserve"

  static func sheet(of evidence: LiveEvidence) -> ReportSheet {
    let stage = evidence.stage
    return ReportSheet(
      key, name: Phrase("Methods compared", "方法比較"),
      title: Phrase("All methods side by side", "各計算方法並列"),
      summary: Phrase(
        "The reserve price of each method with the NT$ to the chosen one, and evidence to reserve",
        "各方法所得底價及與採用方法之差額，並列價格資料與底價之比"), tab: .result, isProtected: true,
      blocks: [
        .note(
          ReportNote(
            Phrase(
              "Chosen: \(stage.pricing.policy.combine.phrase.english). Beside each price stands its"
                + " difference to the chosen method.",
              "採用方法：\(stage.pricing.policy.combine.phrase.traditionalChinese)。各價格右列為與採用方法之"
                + "差額。"), kind: .assumption)),
        .table(evidence.finished(methodTable(of: stage))),
        .heading(Phrase("Evidence against the reserve price", "價格資料與底價")),
        .chart(chart), .table(evidence.finished(ratioTable(of: stage))),
      ])
  }

  private static func methodTable(of stage: ReserveStage) -> ReportTable {
    var columns: [ReportTable.Column] = [
      .identifier("item_id", Phrase("item", "品項編號")),
      .money("chosen", Phrase("chosen", "採用")),
    ]
    for method in CombinationMethod.allCases {
      columns.append(.money(priceKey(method), method.heading))
      columns.append(
        .money(
          differenceKey(method),
          Phrase("\(method.heading.english) ±", "\(method.heading.traditionalChinese)差額")))
    }
    var table = ReportTable(methodKey, columns: columns)
    let exact = { (method: CombinationMethod) in
      CellRange.beside(MethodPriceSheet.tableKey, MethodPriceSheet.exactKey(method))
    }
    let chosen = Formula("=\(CellRange.beside(MethodPriceSheet.tableKey, "computed"))")
    for item in stage.items {
      var cells: [Cell] = [
        .identifier(item.item.id), Cell.money(item.computed.reservePrice).computed(by: chosen),
      ]
      for price in item.combinations {
        cells.append(
          Cell.money(price.result.reservePrice).computed(
            by: MethodPriceSheet.roundedDown(exact(price.method))))
        let key = priceKey(price.method)
        cells.append(
          Cell.money(price.differenceToChosen).computed(
            by: Formula("=IF(OR({\(key)}=\"\",{chosen}=\"\"),\"\",{\(key)}-{chosen})")))
      }
      table.append(cells, key: item.item.id.text)
    }
    return table
  }

  private static func priceKey(_ method: CombinationMethod) -> String { "price_\(method.rawValue)" }

  private static func differenceKey(_ method: CombinationMethod) -> String {
    "difference_\(method.rawValue)"
  }

  /// Each class's representative as a part of the reserve price: comparable over items of any price.
  private static func ratioTable(of stage: ReserveStage) -> ReportTable {
    var table = ReportTable(
      ratioKey,
      columns: [
        .identifier("item_id", Phrase("item", "品項編號")),
        .percentage("reserve", Phrase("reserve", "底價")),
        .percentage("historical", EvidenceClass.historical.phrase),
        .percentage("agency", EvidenceClass.agency.phrase),
        .percentage("market", EvidenceClass.market.phrase),
      ])
    let price = { (column: String) in CellRange.beside(ReserveSheet.tableKey, column) }
    let ratio = { (name: String) in
      Formula(
        "=IF(N(\(price("reserve_price")))=0,\"\",IF(\(price(name))=\"\",\"\","
          + "\(price(name))/\(price("reserve_price"))))")
    }
    for item in stage.items {
      let reserve = item.reservePrice
      let own = reserve == nil ? Cell.empty : .percentage(.one)
      var cells = [.identifier(item.item.id), own.computed(by: ratio("reserve_price"))]
      for evidenceClass in EvidenceClass.allCases {
        let part = item.classes[evidenceClass].representative.flatMap { price in
          reserve.flatMap { try? price.minorUnits / $0.exact }
        }
        cells.append(
          Cell.percentage(part).computed(by: ratio(evidenceClass.rawValue)))
      }
      table.append(cells)
    }
    return table
  }

  private static var chart: ReportChart {
    let items = CellRange(ratioKey, "item_id")
    let series =
      [("reserve", Phrase("reserve price", "底價"))]
      + EvidenceClass.allCases.map { ($0.rawValue, $0.phrase) }
    return ReportChart(
      title: Phrase("Representatives as a part of the reserve price", "各類代表價占底價之比"),
      kind: .line,
      series: series.map {
        ReportChart.Series($0.1, categories: items, values: CellRange(ratioKey, $0.0))
      },
      categoryAxis: .init(Phrase("item", "品項")),
      valueAxis: .init(Phrase("part of the reserve price", "占底價之比")), widthPixels: 1100,
      heightPixels: 400)
  }
}
