import CallOff
public import Pipeline
import Policy
import Quantities

extension ProcurementCalendar {
  /// One row a month with all contracts side by side: the days on which each runs, and its fees.
  public var monthTable: ReportTable {
    var columns: [ReportTable.Column] = [
      .identifier("month", Phrase("month", "月份")),
      .integer("running", Phrase("contracts that run", "履約中契約數"), width: .characters(10)),
    ]
    for (index, contract) in contracts.enumerated() {
      columns.append(
        .integer(
          ProcurementCalendar.daysKey(index),
          Phrase("days of \(contract.caseNumber)", "\(contract.caseNumber) 日數"),
          width: .characters(11)))
    }
    if hasFees {
      columns.append(
        .integer("fees_from", Phrase("contracts with fees", "計列服務費契約數"), width: .characters(10)))
      for (index, contract) in contracts.enumerated() {
        columns.append(
          .money(
            ProcurementCalendar.feesKey(index),
            Phrase(
              "fees accrued under \(contract.caseNumber)", "\(contract.caseNumber) 計列服務費"),
            width: .characters(15)))
      }
    }
    var table = ReportTable(
      "calendar_months", title: Phrase("Contracts side by side, by month", "各月契約並列"),
      columns: columns,
      conditionalFormats: contracts.indices.map {
        .dataBar(column: ProcurementCalendar.daysKey($0))
      })
    for month in months { table.append(cells(of: month)) }
    if hasFees { appendTotal(to: &table) }
    return table
  }

  /// The key of a contract's column of days.
  static func daysKey(_ index: Int) -> String { "days_\(index + 1)" }
  /// The key of a contract's column of fees.
  static func feesKey(_ index: Int) -> String { "fees_\(index + 1)" }

  private func cells(of month: ContractMonth) -> [Cell] {
    let days = month.parts.map { part in
      part.dayCount == 0 ? Cell.empty : .count(part.dayCount)
    }
    let cells = [.text(month.month.isoText), .count(month.runningCount)] + days
    guard hasFees else { return cells }
    return cells + [.count(month.feeCount)]
      + month.parts.map { part in
        part.dayCount == 0 && part.accrued == .zero ? .empty : .money(part.accrued)
      }
  }

  private func appendTotal(to table: inout ReportTable) {
    let cells = table.columns.enumerated().map { index, column -> Cell in
      guard index > 0 else { return .phrase(Phrase("total", "合計")) }
      guard
        let contract = contracts.indices.first(where: {
          ProcurementCalendar.feesKey($0) == column.key
        }), let sum = try? months.compactMap({ $0.parts[contract].accrued }).total()
      else { return .empty }
      let range = Formula.reference(CellRange(table.key, column.key))
      return Cell(.money(sum), formula: Formula("=SUBTOTAL(109,\(range))"))
    }
    table.appendTotal(cells: cells, key: "total")
  }

  /// The same with one row a month and contract, as files have it.
  var monthRows: ReportTable {
    var table = ReportTable(
      "calendar_month_rows",
      columns: [
        .identifier("month", Phrase("month", "月份")),
        .identifier("case_no", Phrase("contract", "契約案號")),
        .integer("days", Phrase("days", "日數")),
        .money("fees_accrued", Phrase("fees accrued", "計列服務費")),
      ])
    for month in months {
      for (contract, part) in zip(contracts, month.parts) {
        table.append([
          .text(month.month.isoText), .text(contract.caseNumber), .count(part.dayCount),
          .money(part.accrued),
        ])
      }
    }
    return table
  }
}
