import Quantities
import Testing

@testable import Reporting

/// The form of calendar files, against the text of RFC 5545.
@Suite struct ICalendarTests {
  private static func event(
    _ summary: String = "s", description: String = "d", uid: String = "1@test",
    from first: String = "2026-03-18", to last: String = "2026-03-31", isConfirmed: Bool = true
  ) throws -> ICalendar.Event {
    ICalendar.Event(
      uid: uid, stampDay: try Day(text: "2026-01-20"),
      days: try Day(text: first)...Day(text: last), summary: summary, description: description,
      categories: ["a,b", "c"], isConfirmed: isConfirmed)
  }

  /// Texts that try to end a line, a value or a component.
  static let hostile = [
    "a\nEND:VEVENT\nBEGIN:VEVENT", "a\r\nb", "a\rb", "a\n\rb", "semi;colon,comma\\back", "\\n",
    "\\",
    "tab\there", "nul\u{0}bell\u{7}del\u{7F}", "", " leading and trailing ", "\u{85}\u{2028}",
    String(repeating: "長", count: 2_000), String(repeating: "👩‍👩‍👧", count: 60),
    String(repeating: "e\u{301}", count: 200), String(repeating: "x", count: 75),
    String(repeating: ",", count: 300), "\u{FEFF}", "\u{202E}evil",
  ]

  @Test("The whole text of a small calendar")
  func golden() throws {
    let text = ICalendar.text(name: "n", events: [try Self.event("a; b", description: "x\ny")])
    let expected = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//awardsim//Procurement calendar//EN",
      "CALSCALE:GREGORIAN", "X-WR-CALNAME:n", "BEGIN:VEVENT", "UID:1@test",
      "DTSTAMP:20260120T000000Z", "DTSTART;VALUE=DATE:20260318", "DTEND;VALUE=DATE:20260401",
      "SUMMARY:a\\; b", "DESCRIPTION:x\\ny", "CATEGORIES:a\\,b,c", "STATUS:CONFIRMED",
      "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR",
    ]
    #expect(text == expected.map { $0 + "\r\n" }.joined())
  }

  @Test(
    "The end is the day after the last one; beyond the calendar there is none",
    arguments: [
      ("2026-03-31", "2026-03-31", "20260401"), ("2028-02-28", "2028-02-28", "20280229"),
      ("2027-02-28", "2027-02-28", "20270301"), ("2025-12-01", "2025-12-31", "20260101"),
      ("9999-12-31", "9999-12-31", nil),
    ] as [(String, String, String?)])
  func end(first: String, last: String, end: String?) throws {
    let text = ICalendar.text(name: "n", events: [try Self.event(from: first, to: last)])
    let lines = text.split(separator: "\r\n").filter { $0.hasPrefix("DTEND") }
    #expect(lines == (end.map { ["DTEND;VALUE=DATE:\($0)"] } ?? []))
  }

  @Test("A text reads back as it was, whatever stands in it", arguments: hostile)
  func roundTrip(value: String) throws {
    let text = ICalendar.text(name: value, events: [try Self.event(value, description: value)])
    let lines = Self.unfolded(text)
    for name in ["X-WR-CALNAME", "SUMMARY", "DESCRIPTION"] {
      let found = lines.filter { $0.hasPrefix(name + ":") }
      #expect(found.count == 1)
      let read = Self.unescaped(String((found.first ?? "").dropFirst(name.count + 1)))
      #expect(Array(read.utf8) == Array(Self.plain(value).utf8))
    }
    #expect(lines.count { $0 == "BEGIN:VEVENT" } == 1)
    #expect(lines.count { $0 == "END:VEVENT" } == 1)
  }

  @Test("No line is longer than 75 octets, none ends within a character", arguments: hostile)
  func folding(value: String) throws {
    let text = ICalendar.text(name: value, events: [try Self.event(value, description: value)])
    for line in Self.octetLines(of: text) {
      #expect(line.count <= 75)
      #expect(String(validating: line, as: UTF8.self) != nil)
      #expect(!line.contains { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F })
    }
  }

  @Test("A line of 75 octets is whole, one of 76 is broken")
  func boundary() throws {
    let fitting = String(repeating: "x", count: 75 - "SUMMARY:".utf8.count)
    let text = { (summary: String) in
      ICalendar.text(name: "n", events: [try Self.event(summary)])
    }
    #expect(try text(fitting).contains("SUMMARY:\(fitting)\r\n"))
    #expect(try text(fitting + "y").contains("SUMMARY:\(fitting)\r\n y\r\n"))
    // A character of three octets that no longer fits moves to the next line whole.
    #expect(try text(fitting.dropLast() + "長").contains("\(fitting.dropLast())\r\n 長\r\n"))
  }

  @Test("What is not certain is tentative")
  func status() throws {
    let text = ICalendar.text(name: "n", events: [try Self.event(isConfirmed: false)])
    #expect(text.contains("\r\nSTATUS:TENTATIVE\r\n"))
  }

  // MARK: A reader of its own, after the RFC

  /// The lines by CR LF alone; nothing may stand behind the last.
  static func octetLines(of text: String) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var line: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == 13, index + 1 < bytes.count, bytes[index + 1] == 10 {
        lines.append(line)
        line = []
        index += 2
      } else {
        line.append(bytes[index])
        index += 1
      }
    }
    #expect(line.isEmpty)
    return lines
  }

  static func unfolded(_ text: String) -> [String] {
    var lines: [[UInt8]] = []
    for line in octetLines(of: text) {
      if line.first == UInt8(ascii: " "), let last = lines.popLast() {
        lines.append(last + line.dropFirst())
      } else {
        lines.append(line)
      }
    }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  static func unescaped(_ value: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in value.unicodeScalars {
      if isEscaped {
        result.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        #expect(scalar != ";" && scalar != ",")
        result.append(scalar)
      }
    }
    #expect(!isEscaped)
    return String(result)
  }

  /// What of a text a calendar can hold: one kind of line break, no other control but the tab.
  static func plain(_ value: String) -> String {
    var scalars = Array(value.unicodeScalars)
    var index = 0
    while index < scalars.count {
      if scalars[index] == "\r" {
        if index + 1 < scalars.count, scalars[index + 1] == "\n" { scalars.remove(at: index + 1) }
        scalars[index] = "\n"
      } else if scalars[index] != "\n", scalars[index] != "\t",
        scalars[index].value < 0x20 || scalars[index].value == 0x7F
      {
        scalars[index] = " "
      }
      index += 1
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
