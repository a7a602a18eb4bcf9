import CallOff
import Pipeline
import Policy
import Quantities

/// The sheet of the cycle: every date with its rule, then the contracts side by side.
enum CalendarSheet {
  static let key = "calendar"

  /// The sheet of some cases.
  static func sheet(of calendar: ProcurementCalendar) -> ReportSheet {
    var blocks: [ReportSheet.Block] = calendar.calendars.compactMap(\.synthetic).prefix(1).map {
      .note(ReportNote(Phrase("Synthetic: \($0)", "合成資料：\($0)"), kind: .warning))
    }
    blocks += calendar.notes.map { .note(ReportNote($0, kind: .assumption)) }
    blocks += [.heading(Phrase("Dates", "日程")), .table(calendar.dateTable.titled(nil))]
    if calendar.contracts.count > 1 {
      blocks += [
        .heading(Phrase("Contracts that run on the same days", "期間重疊之契約")),
        .table(calendar.overlapTable.titled(nil)),
        .heading(Phrase("Contracts side by side, by month", "各月契約並列")),
        .table(calendar.monthTable.titled(nil)),
      ]
      if calendar.hasFees { blocks.append(.chart(chart(of: calendar))) }
    }
    return ReportSheet(
      key, name: Phrase("Calendar", "採購行事曆"),
      title: Phrase("Calendar of the procurement cycle", "採購週期行事曆"),
      summary: Phrase(
        "Stages, award, undertaking, contracts, fees due, logs and certificates by date",
        "各階段、決標、保密同意書、契約、服務費應繳、日誌保存及證書屆期之日程"),
      tab: .result, blocks: blocks)
  }

  private static func chart(of calendar: ProcurementCalendar) -> ReportChart {
    let table = "calendar_months"
    return ReportChart(
      title: Phrase("Service fees accrued by month and contract", "各月各契約計列之作業服務費"),
      kind: .stackedColumn,
      series: calendar.contracts.enumerated().map { index, contract in
        .init(
          Phrase(verbatim: contract.caseNumber), categories: CellRange(table, "month"),
          values: CellRange(table, ProcurementCalendar.feesKey(index)))
      },
      categoryAxis: .init(Phrase("month", "月份")), valueAxis: .init(Phrase("NT$", "新臺幣元")),
      placement: .below)
  }
}
