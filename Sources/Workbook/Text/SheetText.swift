/// Texts as a workbook can hold them.
enum SheetText {
  /// A text that is safe in every place of a workbook.
  ///
  /// Controls that XML cannot hold become U+FFFD; `_x0041_`, which spreadsheets would read as `A`, is
  /// escaped; CR LF becomes a line feed.
  static func cleaned(_ text: String) -> String {
    let mayNeedIt =
      text.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "_") }
      || text.unicodeScalars.contains { $0.value | 1 == 0xFFFF }
    guard mayNeedIt else { return text }
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0x0D:
        let isFollowed = index + 1 < scalars.count && scalars[index + 1] == "\n"
        if !isFollowed { result.append("\n") }
      case 0x09, 0x0A: result.append(scalar)
      case ..<0x20, 0xFFFE, 0xFFFF: result.append("\u{FFFD}")
      case 0x5F where isEscape(scalars[index...]):
        result.append(contentsOf: "_x005F_".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// A text for a cell; one that is too long ends in a note that says so.
  static func forCell(_ text: String) -> String {
    let cleaned = cleaned(text)
    let length = cleaned.utf16.count
    guard length > SheetLimits.textLength else { return cleaned }
    let note = " … [\(length) characters; cut here, 全文 \(length) 字，於此截斷]"
    return prefix(of: cleaned, units: SheetLimits.textLength - note.utf16.count) + note
  }

  /// Whether a text has more characters than a cell holds.
  static func isTooLong(_ text: String) -> Bool {
    // No character has more UTF-16 units than bytes; cleaning may add some.
    text.utf8.count * 7 > SheetLimits.textLength
      && cleaned(text).utf16.count > SheetLimits.textLength
  }

  /// A text on one line, at most so many UTF-16 units long.
  static func onOneLine(_ text: String, units: Int) -> String {
    let line = cleaned(text).map { $0 == "\n" || $0 == "\t" ? " " : $0 }
    return prefix(of: String(line), units: units)
  }

  /// A text for a header or footer, where `&` would begin a code.
  static func forHeader(_ text: String) -> String {
    onOneLine(text, units: 80).split(separator: "&", omittingEmptySubsequences: false)
      .joined(separator: "&&")
  }

  /// The longest beginning of whole characters within so many UTF-16 units.
  static func prefix(of text: String, units: Int) -> String {
    guard text.utf16.count > units else { return text }
    var result = ""
    var count = 0
    for character in text {
      count += character.utf16.count
      if count > units { break }
      result.append(character)
    }
    return result
  }

  /// Whether the text begins with `_xHHHH_`.
  private static func isEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let window = Array(scalars.prefix(7))
    return window.count == 7 && window[1] == "x" && window[6] == "_"
      && window[2...5].allSatisfy { $0.properties.isASCIIHexDigit }
  }
}
