import Pipeline
import Policy
import Pricing
import Quantities

/// The sheet that works each class of an item's evidence out, three rows an item.
///
/// Median and spread of the class, and the price that stands for it.
enum ClassPriceSheet {
  static let key = "class_prices"
  /// The key of the table; the rows of an item stand together, in the order of the classes.
  static let tableKey = "class_prices"

  static func sheet(of evidence: LiveEvidence) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Class prices", "分類代表價"),
      title: Phrase("The price that stands for each class", "各類代表價"),
      summary: Phrase(
        "Median, spread, outlier scale and representative of each class of an item's evidence",
        "各品項各類資料之中位數、離差、離群尺度與代表價"), tab: .calculation, isProtected: true,
      blocks: evidence.notes + [.table(evidence.finished(table(of: evidence)))])
  }

  private static func table(of evidence: LiveEvidence) -> ReportTable {
    var table = ReportTable(
      tableKey,
      columns: [
        .identifier("item_id", Phrase("item", "品項編號")),
        .choice("class", Phrase("class", "類別")),
        .integer("number", Phrase("number", "序號")),
        .integer("rows", Phrase("rows", "筆數")), .integer("last", Phrase("last row", "末列")),
        .integer("first", Phrase("first row", "首列")),
        .integer("effective", Phrase("effective", "有效")),
        .decimal("median", Phrase("median", "中位數"), fractionDigitLimit: 2),
        .decimal("mad", Phrase("MAD", "中位數絕對離差"), fractionDigitLimit: 2),
        .decimal("mean_deviation", Phrase("mean deviation", "平均絕對離差"), fractionDigitLimit: 2),
        .decimal("scale", Phrase("outlier scale", "離群尺度"), fractionDigitLimit: 2),
        .integer("left", Phrase("used", "採計")),
        .decimal("representative", Phrase("representative", "代表價"), fractionDigitLimit: 2),
      ], frozenColumnCount: 2)
    var (number, last) = (0, 0)
    for (index, item) in evidence.stage.items.enumerated() {
      for evidenceClass in EvidenceClass.allCases {
        let count = item.classes[evidenceClass].counts.rows
        number += 1
        last += count
        table.append(
          cells(
            of: item, evidenceClass, evidence.steps?[index].classes[evidenceClass],
            number: number, last: last),
          key: "\(item.item.id.text)#\(evidenceClass.rawValue)")
      }
    }
    return table
  }

  private static func cells(
    of item: PricedItem, _ evidenceClass: EvidenceClass, _ steps: PricingSteps.ClassSteps?,
    number: Int, last: Int
  ) -> [Cell] {
    let summary = item.classes[evidenceClass]
    return [
      Cell.identifier(item.item.id).linked(
        to: .row(table: ReserveSheet.tableKey, key: item.item.id.text)),
      .choice(evidenceClass.rawValue, evidenceClass.phrase), .count(number),
      Cell.count(summary.counts.rows).computed(by: rows),
      Cell.count(last).computed(by: lastRow),
      Cell.count(last - summary.counts.rows + 1).computed(by: firstRow),
      Cell.count(summary.counts.effective).computed(by: effective),
      Cell.price(steps?.median).computed(by: median),
      Cell.price(steps?.medianDeviation).computed(by: tested("MEDIAN")),
      Cell.price(steps?.meanDeviation).computed(by: tested("AVERAGE")),
      Cell.price(steps?.scale).computed(by: scale),
      Cell.count(summary.counts.used).computed(by: left),
      Cell.price(summary.representative).computed(by: representative),
    ]
  }

  private static let block = Block(
    table: EvidenceReviewSheet.tableKey, first: "{first}", last: "{last}")

  private static let rows = Formula(
    "=COUNTIF(\(CellRange.column(EvidenceReviewSheet.tableKey, "class_row")),{number})")
  private static let lastRow = Formula(
    "=SUM(INDEX(\(CellRange.column(tableKey, "rows")),1):{rows})")
  private static let firstRow = Formula("={last}-{rows}+1")
  private static let effective = Formula("=IF({rows}=0,0,COUNT(\(block.cells("effective"))))")
  private static let median = Formula(
    "=IF({effective}=0,\"\",MEDIAN(\(block.cells("effective"))))")
  private static let scale = Formula(
    "=IF({mad}=\"\",\"\",IF(\(FormulaConstants.steady("{mad}"))>0,"
      + "{mad}/\(FormulaConstants.medianPart),"
      + "IF(\(FormulaConstants.steady("{mean_deviation}"))>0,"
      + "{mean_deviation}*\(FormulaConstants.meanFactor),\"\")))")
  private static let left = Formula("=IF({rows}=0,0,COUNT(\(block.cells("kept"))))")
  private static let representative = Formula(
    "=IF({left}=0,\"\",IF(OR({class}=\(market),{left}<=\(FormulaConstants.lowestRows)),"
      + "MIN(\(block.cells("kept"))),MEDIAN(\(block.cells("kept")))))")

  /// The word of the class that its lowest price stands for at every number.
  private static let market = Formula.reference(
    CellRange(EvidenceLists.classKey, "class", rows: .one(EvidenceClass.market.rawValue)))

  private static func tested(_ function: String) -> Formula {
    Formula(
      "=IF({effective}<=\(FormulaConstants.untestedRows),\"\","
        + "\(function)(\(block.cells("deviation"))))")
  }
}
