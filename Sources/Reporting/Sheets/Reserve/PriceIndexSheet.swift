import Pipeline
import Policy
import Pricing
import Quantities

/// The sheet of the price index that carries prices to the pricing month.
enum PriceIndexSheet {
  static let key = "price_index"
  /// The key of the table.
  static let tableKey = "price_index_months"
  private static let factKey = "pricing_month"

  /// The names of the cells that formulas use.
  static let names: [ReportDocument.DefinedName] = [
    .init("pricing_month_number", for: CellRange(factKey, "month_number")),
    .init("pricing_month_index", for: CellRange(factKey, "index")),
  ]

  /// The sheet; `nil` for a case without an index.
  static func sheet(of evidence: LiveEvidence) -> ReportSheet? {
    guard let index = evidence.stage.pricing.index else { return nil }
    let month = evidence.stage.pricing.pricingDate.month
    return ReportSheet(
      key, name: Phrase("Price index", "物價指數"), title: Phrase("Price index", "物價指數"),
      summary: Phrase(
        "The index that carries prices to the pricing month", "將價格調整至訂價月份之指數"),
      tab: .input, isProtected: true,
      blocks: [
        .facts(facts(of: index, month)), .table(evidence.finished(table(of: index))),
      ])
  }

  private static func facts(of index: PriceIndex, _ month: Month) -> FactList {
    FactList(
      factKey,
      facts: [
        .init(
          "month_number", Phrase("number of the pricing month", "訂價月份序號"),
          Cell.integer(number(of: month)).computed(
            by: Formula("=YEAR({pricing_date})*12+MONTH({pricing_date})"))),
        .init(
          "index", Phrase("index of the pricing month", "訂價月份指數"),
          Cell.decimal(index.values[month]).computed(
            by: Formula(
              "=IFERROR(INDEX(\(CellRange.column(tableKey, "index")),MATCH({pricing_month_number},"
                + "\(CellRange.column(tableKey, "month_number")),0)),\"\")")),
          remark: Phrase("empty where the index lacks the month", "指數無該月份者空白")),
      ])
  }

  private static func table(of index: PriceIndex) -> ReportTable {
    var table = ReportTable(
      tableKey,
      columns: [
        .date("month", Phrase("month", "月份")),
        .decimal("index", Phrase("index", "指數"), fractionDigitLimit: 6).input(),
        .integer("month_number", Phrase("number of the month", "月份序號")),
      ])
    for (month, value) in index.values.sorted(by: { $0.key < $1.key }) {
      table.append([
        .day(month.firstDay), .decimal(value),
        Cell.integer(number(of: month)).computed(by: Formula("=YEAR({month})*12+MONTH({month})")),
      ])
    }
    return table
  }

  /// Months since the year 0, so that a month is found by one number.
  private static func number(of month: Month) -> Int64 { Int64(month.year * 12 + month.number) }
}
