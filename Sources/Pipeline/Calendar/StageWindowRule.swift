import Policy
import Quantities

/// The months of the stages before the contract (slide 3).
///
/// The deck gives months, not days, and they are nominal: case 1130202 was awarded in April although its
/// tender month is March. So a window is the whole month.
enum StageWindowRule {
  private static let stages: [(ProcurementCycle.Stage, CalendarEvent.Kind)] = [
    (.solicitation, .solicitation), (.demandSurvey, .demandSurvey),
    (.marketInquiry, .marketInquiry), (.reservePrice, .reservePrice), (.tender, .tender),
  ]

  static func events(of subject: CalendarSubject) -> [CalendarEvent] {
    stages.map { stage, kind in
      guard let days = subject.cycle?.month(of: stage).days else {
        return CalendarEvent(
          kind, .notStated,
          remark: Phrase(
            "the case number has no cycle of the framework", "案號非共同供應契約之標次"), rule: .cycle)
      }
      return CalendarEvent(
        kind, .nominal(days),
        remark: Phrase(
          "the month in the deck; no source states the days", "簡報所列月份；確切日期未見載明"),
        rule: .cycle)
    }
  }
}

extension Month {
  /// The first to the last day; `nil` outside the years 1 to 9999.
  var days: ClosedRange<Day>? {
    guard let first = firstDay, let last = CalendarPeriod.months(1).lastDay(from: first)
    else { return nil }
    return first...last
  }
}
