import Policy
import Quantities

/// The confidentiality undertaking: 14 calendar days counted from the published award date (slide 12).
///
/// Whether that date is day 1 or the day before it is a reading; both stand in the calendar, and the
/// policy says which is followed.
enum UndertakingRule {
  /// Where the time is stated, for calendars whose policy does not have it.
  private static let stated = Derivation.Rule(
    Citation("Deck 雲端服務共同供應契約調整說明, slide 12"), .seed)

  static func events(of subject: CalendarSubject) -> [CalendarEvent] {
    let policy: UndertakingPolicy
    do throws(PolicyError) {
      policy = try UndertakingPolicy(subject.policy)
    } catch {
      return UndertakingFirstDay.allCases.map { reading in
        CalendarEvent(reading.kind, .notStated, remark: error.calendarRemark, rule: stated)
      }
    }
    return UndertakingFirstDay.allCases.map { event(of: $0, policy, subject.awardDate) }
  }

  private static func event(
    of reading: UndertakingFirstDay, _ policy: UndertakingPolicy, _ awardDate: Day?
  ) -> CalendarEvent {
    let rule = policy.rule.read(by: policy.reading)
    guard let awardDate else {
      return CalendarEvent(
        reading.kind, .notStated,
        remark: Phrase(
          "no award_date is stated, which the \(policy.period) are counted from",
          "未載明 award_date，無從起算 \(policy.period.phrase.traditionalChinese)"), rule: rule)
    }
    let first = awardDate + (reading == .awardDate ? 0 : 1)
    guard let last = policy.period.lastDay(from: first) else {
      return CalendarEvent(reading.kind, .notStated, remark: .beyondCalendar, rule: rule)
    }
    let use =
      reading == policy.firstDay
      ? Phrase("the reading of the policy", "政策所採之解讀") : Phrase("the other reading", "另一解讀")
    let remarks = [policy.period.phrase, reading.phrase, use, last.weekendRemark]
    return CalendarEvent(
      reading.kind, .computed(first...last), remark: Phrase(joining: remarks.compactMap(\.self)),
      rule: rule, record: "case.yaml")
  }
}

extension UndertakingFirstDay {
  /// The event of the reading.
  var kind: CalendarEvent.Kind {
    switch self {
    case .awardDate: .undertakingFromAwardDate
    case .dayAfter: .undertakingFromDayAfter
    }
  }

  fileprivate var phrase: Phrase {
    switch self {
    case .awardDate: Phrase("day 1 is the award date", "以決標日為第 1 日")
    case .dayAfter: Phrase("day 1 is the day after the award date", "以決標日次日為第 1 日")
    }
  }
}

extension CalendarPeriod {
  /// The period in words.
  var phrase: Phrase {
    switch self {
    case .days(let count): Phrase(text, "\(count) 日（日曆天）")
    case .months(let count): Phrase(text, "\(count) 個月")
    }
  }
}

extension PolicyError {
  /// Why a date that hangs on the policy is not known.
  var calendarRemark: Phrase {
    switch self {
    case .missing(let key, _):
      Phrase("the policy has no value of \(key.rawValue)", "政策未載明 \(key.rawValue)")
    case .beforeFirstDate(let key, let day, let first, _):
      Phrase(
        "the policy's first value of \(key.rawValue) starts on \(first), after \(day)",
        "政策之 \(key.rawValue) 自 \(first) 起始有值，晚於 \(day)")
    case .wrongKind: Phrase(verbatim: message)
    }
  }
}

extension Phrase {
  /// That a day lies beyond the years that can be counted.
  static let beyondCalendar = Phrase(
    "lies beyond the year 9999", "逾西元 9999 年，無法推算")
}
