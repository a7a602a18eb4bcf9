import CallOff
import Pipeline
import Policy
import Quantities

/// The sheets of the cycle: every date with its rule, and the contracts side by side.
enum CalendarSheet {
  static let key = "calendar"
  static let contractKey = "contracts"

  /// The sheets of some cases; the second where there are several contracts.
  static func sheets(of calendar: ProcurementCalendar) -> [ReportSheet] {
    let dates = dateSheet(of: calendar)
    return calendar.contracts.count > 1 ? [dates, contractSheet(of: calendar)] : [dates]
  }

  private static func dateSheet(of calendar: ProcurementCalendar) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Calendar", "採購行事曆"),
      title: Phrase("Calendar of the procurement cycle", "採購週期行事曆"),
      summary: Phrase(
        "Stages, award, undertaking, contracts, fees due, logs and certificates by date",
        "各階段、決標、保密同意書、契約、服務費應繳、日誌保存及證書屆期之日程"),
      tab: .result,
      blocks: synthetic(calendar)
        + calendar.assumptions.map {
          .note(ReportNote($0, kind: .assumption))
        } + calendar.gaps.map { .note(ReportNote($0)) } + [
          .table(calendar.dateTable.titled(nil))
        ])
  }

  private static func contractSheet(of calendar: ProcurementCalendar) -> ReportSheet {
    var blocks = synthetic(calendar)
    for block in calendar.feeStages.flatMap(\.noteBlocks) where !blocks.contains(block) {
      blocks.append(block)
    }
    if calendar.hasFees { blocks.append(.note(ReportNote(feesAsWritten))) }
    blocks += [
      .heading(Phrase("Contracts that run on the same days", "期間重疊之契約")),
      .table(calendar.overlapTable.titled(nil)),
      .heading(Phrase("By month", "各月")), .table(calendar.monthTable.titled(nil)),
    ]
    if calendar.hasFees { blocks.append(.chart(chart(of: calendar))) }
    return ReportSheet(
      contractKey, name: Phrase("Contracts side by side", "契約並列"),
      title: Phrase("Contracts side by side", "契約並列"),
      summary: Phrase(
        "The days on which contracts overlap, and the fees of each by month",
        "契約重疊日期及各月計列之作業服務費"),
      tab: .result, blocks: blocks)
  }

  private static let feesAsWritten = Phrase(
    "The fees of the months are as written by awardsim; in a case's workbook those that follow a changed"
      + " order stand in the fee calendar.",
    "各月作業服務費為 awardsim 產製時之值；案件活頁簿中隨訂單變更重算者見「服務費月曆」。")

  private static func synthetic(_ calendar: ProcurementCalendar) -> [ReportSheet.Block] {
    calendar.calendars.compactMap(\.synthetic).prefix(1).map {
      .note(ReportNote(Phrase("Synthetic: \($0)", "合成資料：\($0)"), kind: .warning))
    }
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
