/// A day of the week; the raw values are those of ISO 8601.
public enum Weekday: Int, CaseIterable, Sendable {
  /// 星期一.
  case monday = 1
  /// 星期二.
  case tuesday
  /// 星期三.
  case wednesday
  /// 星期四.
  case thursday
  /// 星期五.
  case friday
  /// 星期六.
  case saturday
  /// 星期日.
  case sunday

  /// Whether government offices are closed on it by rule.
  public var isWeekend: Bool { self == .saturday || self == .sunday }
}

extension Day {
  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    let sinceMonday = (Int(daysSinceEpoch) + 3) % 7
    return Weekday.allCases[(sinceMonday + 7) % 7]
  }
}
