/// The content lines of a calendar file (RFC 5545, 3.1): escaped, folded, ended by CR LF.
struct ICalendarLines {
  /// The lines so far.
  private(set) var text = ""

  /// The most octets of a line, without its end.
  static let octetLimit = 75

  /// Adds a line whose value needs no escaping.
  mutating func add(_ name: String, raw value: String) {
    fold("\(name):\(value)")
  }

  /// Adds a line whose value is a text.
  mutating func add(_ name: String, text value: String) {
    fold("\(name):\(ICalendarLines.escaped(value))")
  }

  /// Adds a line whose value is several texts.
  mutating func add(_ name: String, texts values: [String]) {
    fold("\(name):\(values.map(ICalendarLines.escaped).joined(separator: ","))")
  }

  /// Breaks a line into parts of at most 75 octets, each after the first begun by a space, which counts;
  /// no character of UTF-8 is broken.
  private mutating func fold(_ line: String) {
    var octets = 0
    for scalar in line.unicodeScalars {
      let width = UTF8.width(scalar)
      if octets + width > ICalendarLines.octetLimit {
        text += "\r\n "
        octets = 1
      }
      text.unicodeScalars.append(scalar)
      octets += width
    }
    text += "\r\n"
  }

  /// A text with everything escaped that would end or divide it (RFC 5545, 3.3.11).
  ///
  /// A line break of whatever kind is one; other controls, which no text may hold, become spaces.
  static func escaped(_ value: String) -> String {
    var escaped = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": escaped.append(contentsOf: ["\\", scalar])
      case "\n" where previous == "\r": break
      case "\n", "\r": escaped.append(contentsOf: ["\\", "n"])
      case "\t": escaped.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}": escaped.append(" ")
      default: escaped.append(scalar)
      }
      previous = scalar
    }
    return String(escaped)
  }
}

extension UTF8 {
  /// How many octets a scalar takes.
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
    UTF8.encode(scalar)?.count ?? 4
  }
}
