public import Quantities

/// Which day is the first of the time for the undertaking (assumed; slide 12).
public enum UndertakingFirstDay: String, CaseIterable, Sendable {
  /// The published award date itself.
  case awardDate = "award-date"
  /// The day after it: the first day does not count (Civil Code, Art. 120 II).
  case dayAfter = "day-after"
}

/// The parameters of the confidentiality undertaking, as one value.
public struct UndertakingPolicy: Hashable, Sendable {
  /// How long a winner has to file it.
  public let period: CalendarPeriod
  /// Where that is stated.
  public let rule: Derivation.Rule
  /// Which day is the first of that time.
  public let firstDay: UndertakingFirstDay
  /// What that reading rests on.
  public let reading: Derivation.Rule

  /// Reads the parameters from a policy.
  ///
  /// - Throws: ``PolicyError`` when one of them has no value on the policy's day, or one of the wrong
  ///   kind.
  public init(_ policy: PolicyView) throws(PolicyError) {
    period = try policy.period(.calendarUndertaking)
    rule = try policy.statedRule(.calendarUndertaking)
    firstDay = try policy.choice(.calendarUndertakingFirstDay)
    reading = try policy.statedRule(.calendarUndertakingFirstDay)
  }
}

/// The parameters of the retention of event logs, as one value.
public struct LogRetentionPolicy: Hashable, Sendable {
  /// How long logs are kept at least.
  public let period: CalendarPeriod
  /// Where that is stated.
  public let rule: Derivation.Rule

  /// Reads the parameters from a policy.
  ///
  /// - Throws: ``PolicyError`` when one of them has no value on the policy's day, or one of the wrong
  ///   kind.
  public init(_ policy: PolicyView) throws(PolicyError) {
    period = try policy.period(.calendarLogRetention)
    rule = try policy.statedRule(.calendarLogRetention)
  }
}

extension PolicyView {
  fileprivate func statedRule(_ key: PolicyKey) throws(PolicyError) -> Derivation.Rule {
    let entry = try entry(for: key)
    return Derivation.Rule(entry.citation, entry.basis)
  }
}
