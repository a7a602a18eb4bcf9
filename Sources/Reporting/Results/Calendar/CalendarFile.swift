public import Pipeline
public import Policy
import Quantities

extension ProcurementCalendar {
  /// The calendar as an iCalendar file; `nil` where no date is known, since such a file has an event.
  ///
  /// Of a deadline the last day is in the file, of everything else all days. A month that is nominal and
  /// a date that hangs on an assumption are tentative.
  ///
  /// - Complexity: O(dates).
  public func icalendar(_ language: Language) -> String? {
    let events = calendars.flatMap { $0.icalendarEvents(language) }
    guard !events.isEmpty else { return nil }
    let asked = calendars.filter { $0.extent == .cycle }.map(\.caseNumber)
    let name = Phrase(
      "Procurement calendar \(asked.joined(separator: ", "))",
      "採購行事曆 \(asked.joined(separator: "、"))")
    let synthetic = calendars.compactMap(\.synthetic).first
    return ICalendar.text(
      name: name[language],
      description: synthetic.map { Phrase("Synthetic: \($0)", "合成資料：\($0)")[language] } ?? "",
      events: events)
  }
}

extension CaseCalendar {
  /// The dates that are known, as events.
  func icalendarEvents(_ language: Language) -> [ICalendar.Event] {
    var counts: [String: Int] = [:]
    return events.compactMap { event in
      guard let days = event.days else { return nil }
      // The same certificate twice, renewed or not, is two events.
      let identity = [caseNumber, event.kind.rawValue, event.subject ?? ""]
        .joined(separator: "\u{1F}")
      counts[identity, default: 0] += 1
      return ICalendar.Event(
        uid: StableIdentifier.text(of: "\(identity)\u{1F}\(counts[identity] ?? 1)")
          + "@awardsim",
        stampDay: stampDay ?? days.lowerBound,
        days: event.kind.isDeadline ? days.upperBound...days.upperBound : days,
        summary: summary(of: event, language), description: description(of: event, language),
        categories: [event.kind.phrase[language]], isConfirmed: event.isConfirmed)
    }
  }

  private func summary(of event: CalendarEvent, _ language: Language) -> String {
    let line = [caseNumber, event.kind.phrase[language], event.subject].compactMap(\.self)
      .joined(separator: " ")
    guard synthetic != nil else { return line }
    return line + Phrase(" (synthetic)", "（合成資料）")[language]
  }

  private func description(of event: CalendarEvent, _ language: Language) -> String {
    var lines = [event.remark?[language]]
    if event.kind.isDeadline, let days = event.days {
      lines.append(
        Phrase(
          "from \(days.lowerBound) to \(days.upperBound)",
          "自 \(days.lowerBound) 至 \(days.upperBound)")[language])
    }
    let rule = event.rule
    lines.append(
      Phrase(
        "\(event.standing.phrase.english); \(rule.basis.phrase.english): \(rule.citation.text)",
        "\(event.standing.phrase.traditionalChinese)；\(rule.basis.phrase.traditionalChinese)："
          + rule.citation.text)[language])
    lines.append(event.record)
    return lines.compactMap(\.self).joined(separator: "\n")
  }
}

extension CalendarEvent {
  /// Whether the days are certain.
  fileprivate var isConfirmed: Bool {
    if case .nominal = standing { return false }
    return rule.basis != .assumed
  }
}

/// An identifier that the same text always gets, on every machine.
enum StableIdentifier {
  /// The FNV-1a hash of 128 bits (Fowler, Noll, Vo) in hexadecimal: 32 digits.
  static func text(of value: String) -> String {
    let prime: UInt128 = (1 << 88) + 0x13B
    var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
    for byte in value.utf8 { hash = (hash ^ UInt128(byte)) &* prime }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}
