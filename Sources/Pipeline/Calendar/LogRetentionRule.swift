import CallOff
import Policy
import Quantities

/// How long event logs are kept at least after the contract: six months, 90 days under the terms before
/// case 1130202 (slide 14).
///
/// The contract's last day does not count (Civil Code, Art. 120 II). A contract that is rescinded ends on
/// the day of that, which is then its end in the case.
enum LogRetentionRule {
  /// Where the time is stated, for calendars whose policy does not have it.
  private static let stated = Derivation.Rule(
    Citation("Deck 雲端服務共同供應契約調整說明, slide 14"), .seed)

  static func events(of subject: CalendarSubject) -> [CalendarEvent] {
    let policy: LogRetentionPolicy
    do throws(PolicyError) {
      policy = try LogRetentionPolicy(subject.policy)
    } catch {
      return [
        CalendarEvent(.logRetention, .notStated, remark: error.calendarRemark, rule: stated)
      ]
    }
    guard let contract = subject.contract else {
      return [CalendarEvent(.logRetention, .notStated, remark: .noContract, rule: policy.rule)]
    }
    let first = contract.end + 1
    guard let last = policy.period.lastDay(from: first) else {
      return [
        CalendarEvent(.logRetention, .notStated, remark: .beyondCalendar, rule: policy.rule)
      ]
    }
    return [
      CalendarEvent(
        .logRetention, .computed(first...last),
        remark: Phrase(
          "at least \(policy.period) after the contract's end",
          "契約終止後至少保存 \(policy.period.phrase.traditionalChinese)"),
        rule: policy.rule, record: subject.contractRecord)
    ]
  }
}
