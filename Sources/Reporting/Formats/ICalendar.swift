public import Quantities

/// A calendar file of all-day events after RFC 5545, which calendar programs read.
///
/// The text holds no clock: the stamp of an event is part of the input, so the same events give the same
/// bytes.
public enum ICalendar {
  /// One event of whole days.
  public struct Event: Hashable, Sendable {
    /// Tells the event from every other one, today and in a later file; unique in the calendar.
    public let uid: String
    /// The day that the event was made from.
    public let stampDay: Day
    /// The first to the last day.
    public let days: ClosedRange<Day>
    /// The line that calendars show.
    public let summary: String
    /// What a reader finds behind it; line breaks are kept.
    public let description: String
    /// The words that calendars sort by.
    public let categories: [String]
    /// Whether the days are certain; others are marked as tentative.
    public let isConfirmed: Bool

    /// Creates an event.
    public init(
      uid: String, stampDay: Day, days: ClosedRange<Day>, summary: String, description: String,
      categories: [String], isConfirmed: Bool
    ) {
      self.uid = uid
      self.stampDay = stampDay
      self.days = days
      self.summary = summary
      self.description = description
      self.categories = categories
      self.isConfirmed = isConfirmed
    }
  }

  /// The calendar as text, its lines ended by CR LF.
  ///
  /// - Parameters:
  ///   - name: What programs call the calendar.
  ///   - description: What they say about it; empty for nothing.
  ///   - events: The events, at least one: a calendar without any is none (RFC 5545, 3.6).
  /// - Returns: The text.
  /// - Complexity: O(length of all texts).
  public static func text(
    name: String, description: String = "", events: [Event]
  ) -> String {
    var lines = ICalendarLines()
    lines.add("BEGIN", raw: "VCALENDAR")
    lines.add("VERSION", raw: "2.0")
    lines.add("PRODID", raw: "-//awardsim//Procurement calendar//EN")
    lines.add("CALSCALE", raw: "GREGORIAN")
    lines.add("X-WR-CALNAME", text: name)
    if !description.isEmpty { lines.add("X-WR-CALDESC", text: description) }
    for event in events { add(event, to: &lines) }
    lines.add("END", raw: "VCALENDAR")
    return lines.text
  }

  private static func add(_ event: Event, to lines: inout ICalendarLines) {
    lines.add("BEGIN", raw: "VEVENT")
    lines.add("UID", text: event.uid)
    lines.add("DTSTAMP", raw: event.stampDay.basicText + "T000000Z")
    lines.add("DTSTART;VALUE=DATE", raw: event.days.lowerBound.basicText)
    // The end is the day after the last one. An event without an end lasts its one day, as one does
    // whose next day has no date.
    let end = event.days.upperBound + 1
    if end.isWithinCalendar { lines.add("DTEND;VALUE=DATE", raw: end.basicText) }
    lines.add("SUMMARY", text: event.summary)
    lines.add("DESCRIPTION", text: event.description)
    lines.add("CATEGORIES", texts: event.categories)
    lines.add("STATUS", raw: event.isConfirmed ? "CONFIRMED" : "TENTATIVE")
    // Nobody is busy because of it.
    lines.add("TRANSP", raw: "TRANSPARENT")
    lines.add("END", raw: "VEVENT")
  }
}

extension Day {
  /// The date in the basic form of ISO 8601: `20260331`.
  fileprivate var basicText: String { String(isoText.filter { $0 != "-" }) }
}
