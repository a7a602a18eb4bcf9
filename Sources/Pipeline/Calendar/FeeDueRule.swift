import CallOff
import Policy
import Quantities

/// The day that the service fees of a contract fall due; `DueDate` is the rule (slide 3).
enum FeeDueRule {
  private static let rule = DueDate.collection.read(by: DueDate.reading)

  static func events(of subject: CalendarSubject) -> [CalendarEvent] {
    guard let due = subject.contract.flatMap({ DueDate.due(under: .listed($0)) }) else {
      return [CalendarEvent(.feeDue, .notStated, remark: .noContract, rule: rule)]
    }
    guard due.isWithinCalendar else {
      return [CalendarEvent(.feeDue, .notStated, remark: .beyondCalendar, rule: rule)]
    }
    return [
      CalendarEvent(
        .feeDue, .computed(due...due),
        remark: Phrase(
          joining: [
            Phrase("the day after the contract's end", "契約迄日之次日"), due.weekendRemark,
          ].compactMap(\.self)),
        rule: rule, record: subject.contractRecord)
    ]
  }
}

extension Phrase {
  /// Why a date that hangs on the contract is not known.
  static let noContract = Phrase("no contract_end is stated", "未載明 contract_end")
}
