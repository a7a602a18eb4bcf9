public import Quantities

/// The dates of one case from the solicitation to the end of its duties.
public struct CaseCalendar: Sendable {
  /// How much of the cycle the calendar holds.
  public enum Extent: Hashable, Sendable {
    /// All stages.
    case cycle
    /// The contract and what follows from it: of a contract that another case lists.
    case contract
  }

  /// The case number.
  public let caseNumber: String
  /// How much of the cycle it holds.
  public let extent: Extent
  /// Whether the number belongs to a cycle of the framework, whose solicitation gives the terms.
  public let hasCycle: Bool
  /// The dates in the order of their first days, those that are not known last.
  public let events: [CalendarEvent]
  /// What about the case is synthetic; `nil` for a real one.
  public let synthetic: String?
  /// The day that the calendar is made from; never the clock's.
  public let stampDay: Day?

  /// Works a calendar out.
  ///
  /// - Parameters:
  ///   - subject: What is known of the case.
  ///   - extent: How much of the cycle is asked for.
  /// - Complexity: O(n log n) in the number of certificates.
  public init(of subject: CalendarSubject, extent: Extent = .cycle) {
    caseNumber = subject.caseNumber
    self.extent = extent
    hasCycle = subject.cycle != nil
    synthetic = subject.synthetic
    stampDay = subject.stampDay
    var events = StatedDateRule.contractEvents(of: subject)
    if extent == .cycle {
      events =
        StageWindowRule.events(of: subject) + StatedDateRule.tenderEvents(of: subject)
        + UndertakingRule.events(of: subject) + events
    }
    events += FeeDueRule.events(of: subject) + LogRetentionRule.events(of: subject)
    if extent == .cycle { events += CertificateExpiryRule.events(of: subject) }
    self.events = CaseCalendar.inOrderOfTime(events)
  }

  private static func inOrderOfTime(_ events: [CalendarEvent]) -> [CalendarEvent] {
    events.enumerated().sorted { left, right in
      switch (left.element.days?.lowerBound, right.element.days?.lowerBound) {
      case (let first?, let second?) where first != second: first < second
      case (nil, _?): false
      case (_?, nil): true
      default: left.offset < right.offset
      }
    }.map(\.element)
  }
}
