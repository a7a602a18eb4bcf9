import Pipeline
import Policy
import Quantities
import Tendering

/// The sheet of the spread of contract prices, as parts of their reserve prices.
enum SpreadSheet {
  static let key = "spread"

  static func sheet(of stage: TenderStage) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Award to reserve", "契約價與底價"),
      title: Phrase("Contract prices to their reserve prices", "契約價與底價之比"),
      summary: Phrase(
        "How far below their reserve prices the awards lie", "契約價低於底價之分布"), tab: .result,
      blocks: [.table(table(of: stage)), .chart(chart)])
  }

  private static let tableKey = "award_spread"
  /// Lower bounds of the classes in percent of the reserve; the last one is closed by 100 %.
  private static let bounds: [Int64] = [0, 70, 80, 85, 90, 92, 94, 95, 96, 97, 98, 99]

  private static func table(of stage: TenderStage) -> ReportTable {
    var table = ReportTable(
      tableKey,
      columns: [
        .text("class", Phrase("contract price, % of reserve", "契約價占底價 %")),
        .percentage("from", Phrase("from", "起")), .percentage("to", Phrase("below", "迄（未滿）")),
        .integer("awards", Phrase("awards", "決標件數")),
      ])
    var counts = Array(repeating: 0, count: bounds.count)
    for award in stage.awards {
      guard let reserve = award.reservePrice else { continue }
      for bid in award.awarded {
        guard let price = bid.contractPrice else { continue }
        let percent = Int128(price.minorUnits) * 100
        let index = bounds.lastIndex { Int128($0) * Int128(reserve.minorUnits) <= percent }
        if let index { counts[index] += 1 }
      }
    }
    for (index, lower) in bounds.enumerated() {
      let isLast = index == bounds.count - 1
      let upper = isLast ? 101 : bounds[index + 1]
      table.append([
        .text("\(lower)–\(isLast ? 100 : upper)"), percent(lower), percent(upper),
        Cell.count(counts[index]).computed(by: classFormula),
      ])
    }
    return table
  }

  private static func percent(_ number: Int64) -> Cell {
    .percentage(try? Rational(Int128(number), over: 100))
  }

  private static var classFormula: Formula {
    let ratio = Formula.reference(CellRange(AwardSheet.tableKey, "contract_ratio"))
    return Formula("=COUNTIFS(\(ratio),\">=\"&{from},\(ratio),\"<\"&{to})")
  }

  private static var chart: ReportChart {
    ReportChart(
      title: Phrase("Awards by contract price to reserve", "契約價占底價比例之分布"), kind: .column,
      series: [
        .init(
          Phrase("awards", "決標件數"), categories: CellRange(tableKey, "class"),
          values: CellRange(tableKey, "awards"))
      ],
      categoryAxis: .init(Phrase("contract price, % of reserve", "契約價占底價 %")),
      valueAxis: .init(Phrase("number of awards", "件數")), placement: .beside)
  }
}
