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

  static func sheet(of stage: ReserveStage) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Methods compared", "方法比較"),
      title: Phrase("All methods side by side", "各計算方法並列"),
      summary: Phrase(
        "The reserve price of each method with the NT$ to the chosen one, and evidence to reserve",
        "各方法所得底價及與採用方法之差額，並列價格資料與底價之比"), tab: .result,
      blocks: [
        .note(
          ReportNote(
            Phrase(
              "Chosen: \(stage.pricing.policy.combine.phrase.english). Beside each price stands its"
                + " difference to the chosen method.",
              "採用方法：\(stage.pricing.policy.combine.phrase.traditionalChinese)。各價格右列為與採用方法之"
                + "差額。"), kind: .assumption)),
        .table(methodTable(of: stage)),
        .heading(Phrase("Evidence against the reserve price", "價格資料與底價")),
        .chart(chart), .table(ratioTable(of: stage)),
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
    for item in stage.items {
      var cells: [Cell] = [.identifier(item.item.id), .money(item.computed.reservePrice)]
      for price in item.combinations {
        cells.append(.money(price.result.reservePrice))
        cells.append(
          price.differenceToChosen.map {
            Cell.money($0).computed(by: Formula("={\(priceKey(price.method))}-{chosen}"))
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
    for item in stage.items {
      guard let reserve = item.reservePrice else { continue }
      let ratio = { (evidenceClass: EvidenceClass) -> Cell in
        guard let price = item.classes[evidenceClass].representative,
          let ratio = try? price.minorUnits / reserve.exact
        else { return .empty }
        let cells = [evidenceClass.rawValue, "reserve_price"].map { column in
          Formula.reference(
            CellRange(ReserveSheet.tableKey, column, rows: .one(item.item.id.text)))
        }
        return Cell.percentage(ratio).computed(by: Formula("=\(cells[0])/\(cells[1])"))
      }
      table.append([
        .identifier(item.item.id), .percentage(.one), ratio(.historical), ratio(.agency),
        ratio(.market),
      ])
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

extension CombinationMethod {
  /// The method in a word or two, for the heading of a column.
  fileprivate var heading: Phrase {
    switch self {
    case .minimum: Phrase("minimum", "最低價")
    case .median: Phrase("median", "中位數")
    case .weightedMean: Phrase("weighted mean", "加權平均")
    case .historical: Phrase("historical", "共契決標")
    case .agency: Phrase("agency", "機關決標")
    case .market: Phrase("market", "市場詢價")
    case .quantile: Phrase("quantile", "分位數")
    }
  }
}
