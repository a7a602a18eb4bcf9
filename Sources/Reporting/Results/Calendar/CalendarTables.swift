import CallOff
public import Pipeline
public import Policy
import Quantities

extension ProcurementCalendar {
  /// The table of `awardsim calendar`: one row a date, case by case, in the order of time.
  public var dateTable: ReportTable {
    var table = ReportTable(
      "calendar_dates", title: Phrase("Dates", "日程"),
      columns: [
        .identifier("case_no", Phrase("case", "案號")), .choice("event", Phrase("event", "事項")),
        .text("subject", Phrase("about", "對象"), width: .characters(34)),
        .date("first_day", Phrase("first day", "首日")),
        .date("last_day", Phrase("last day", "末日")),
        .choice("standing", Phrase("known from", "日期性質")),
        .choice("basis", Phrase("rule rests on", "規則之依據")),
        .text("remark", Phrase("remark", "說明"), width: .characters(46)),
        .text("citation", Phrase("citation", "依據"), width: .characters(40)),
        .identifier("record", Phrase("record", "資料列")),
      ], frozenColumnCount: 2)
    for calendar in calendars {
      for event in calendar.events {
        table.append(
          ProcurementCalendar.cells(of: event, calendar.caseNumber),
          style: event.days == nil ? .muted : .normal)
      }
    }
    return table
  }

  /// The columns of the table that fit a terminal.
  static let compactColumns = [
    "case_no", "event", "subject", "first_day", "last_day", "standing", "basis", "remark",
  ]

  private static func cells(of event: CalendarEvent, _ caseNumber: String) -> [Cell] {
    [
      .text(caseNumber), .choice(event.kind.rawValue, event.kind.phrase), .text(event.subject),
      .day(event.days?.lowerBound), .day(event.days?.upperBound),
      .choice(event.standing.name, event.standing.phrase),
      .choice(event.rule.basis.rawValue, event.rule.basis.phrase), .phrase(event.remark),
      .text(event.rule.citation.text), .text(event.record),
    ]
  }

  /// One row for every two contracts that run on the same days.
  public var overlapTable: ReportTable {
    var table = ReportTable(
      "calendar_overlaps", title: Phrase("Contracts that run on the same days", "期間重疊之契約"),
      columns: [
        .identifier("case_no", Phrase("contract", "契約案號")),
        .identifier("other_case_no", Phrase("and", "另一契約案號")),
        .date("first_day", Phrase("first day of both", "重疊首日")),
        .date("last_day", Phrase("last day of both", "重疊末日")),
        .integer("days", Phrase("days", "日數")),
      ],
      emptyNotice: Phrase("No two contracts run on the same day.", "無期間重疊之契約。"),
      frozenColumnCount: 2)
    for overlap in overlaps {
      table.append([
        .text(overlap.first.caseNumber), .text(overlap.second.caseNumber),
        .day(overlap.days.lowerBound), .day(overlap.days.upperBound),
        Cell.count(overlap.dayCount).computed(by: Formula("={last_day}-{first_day}+1")),
      ])
    }
    return table
  }

  /// What to know beside the rows.
  public var notes: [Phrase] { assumptions + gaps }

  /// What to know about the fees by month, such as that their tiers are a demonstration.
  public var feeNotes: [Phrase] {
    var notes: [Phrase] = []
    for note in feeStages.flatMap(\.notes) where !notes.contains(note) { notes.append(note) }
    return notes
  }

  /// What the dates assume.
  var assumptions: [Phrase] {
    var notes: [Phrase] = []
    if calendars.contains(where: { $0.extent == .cycle }) {
      notes = [
        Phrase(
          "which day is day 1 of the undertaking's time is assumed: both readings are listed",
          "保密同意書期限之起算日為假設，兩種解讀並列"),
        Phrase(
          "products are taken as listed for the contract's period (assumed)",
          "上架期間以契約期間計（假設）"),
      ]
    }
    let strange = calendars.filter { !$0.hasCycle }.map(\.caseNumber)
    if !strange.isEmpty {
      notes.append(
        Phrase(
          "\(strange.joined(separator: ", ")): no cycle of the framework, so the terms are those of the"
            + " pricing date, or of the contract's first day (assumed)",
          "\(strange.joined(separator: "、"))：非共同供應契約之標次，適用條款以訂價日或契約起日認定（假設）"))
    }
    return notes
  }

  /// What is not known, or left out.
  var gaps: [Phrase] {
    var notes = omissions
    let unknown = calendars.reduce(0) { $0 + $1.events.count { $0.days == nil } }
    if unknown > 0 {
      notes.append(
        Phrase(
          "\(unknown) dates are not stated; the remark says what is missing",
          "有 \(unknown) 項日期未載明，說明欄載明所缺資料"))
    }
    if !overlaps.isEmpty, !hasFees {
      notes.append(
        Phrase(
          "no orders with fee tiers: fees by month are left out", "無訂單及費率級距：不列各月作業服務費"))
    }
    return notes
  }
}
