import Foundation

/// A file as lines that fit into cells and come out of them unchanged.
///
/// Clean UTF-8 stands as it is, one line a cell. What a spreadsheet program might change (control
/// characters, mixed line ends, what reads as an escape of its own) and what is no UTF-8 stands in
/// base64.
struct RecordedText: Hashable {
  /// How the bytes are written.
  enum Encoding: String, Hashable {
    /// Text.
    case utf8 = "utf-8"
    /// Text behind a byte order mark, which is left out.
    case markedUTF8 = "utf-8-bom"
    /// Base64 (RFC 4648).
    case base64
    /// Not at all.
    case absent
  }

  /// What ends each line.
  enum LineEnd: String, Hashable {
    /// A line feed.
    case lf
    /// A carriage return and a line feed.
    case crlf
  }

  /// The longest piece of a line in a cell, in units of UTF-16 (Excel takes 32,767); a longer line goes
  /// on in further rows of the same number.
  static let pieceLength = 32_000
  /// Characters of base64 on a line.
  private static let base64Length = 4_000
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  let encoding: Encoding
  let lineEnd: LineEnd
  /// Whether the last line ends as the others do.
  let endsWithBreak: Bool
  /// The lines without their ends.
  let lines: [String]

  init(encoding: Encoding, lineEnd: LineEnd, endsWithBreak: Bool, lines: [String]) {
    self.encoding = encoding
    self.lineEnd = lineEnd
    self.endsWithBreak = endsWithBreak
    self.lines = lines
  }

  /// Writes bytes as lines.
  init(_ bytes: [UInt8]?) {
    guard let bytes else {
      self.init(encoding: .absent, lineEnd: .lf, endsWithBreak: false, lines: [])
      return
    }
    self = RecordedText.text(bytes) ?? RecordedText.base64(bytes)
  }

  // MARK: Writing

  private static func text(_ bytes: [UInt8]) -> RecordedText? {
    let isMarked = bytes.starts(with: mark)
    let body = isMarked ? bytes.dropFirst(mark.count) : bytes[...]
    guard let text = String(validating: body, as: UTF8.self), isClean(text) else { return nil }
    let feeds = body.count { $0 == 0x0A }
    let returns = body.count { $0 == 0x0D }
    let pairs = zip(body, body.dropFirst()).count { $0 == 0x0D && $1 == 0x0A }
    guard returns == 0 || returns == feeds && pairs == feeds else { return nil }
    var parts = body.split(separator: 0x0A, omittingEmptySubsequences: false)
    let endsWithBreak = parts.last?.isEmpty ?? false && feeds > 0
    if parts.last?.isEmpty ?? false { parts.removeLast() }
    let lines = parts.map { part in
      String(decoding: returns > 0 && part.last == 0x0D ? part.dropLast() : part, as: UTF8.self)
    }
    let result = RecordedText(
      encoding: isMarked ? .markedUTF8 : .utf8, lineEnd: returns > 0 ? .crlf : .lf,
      endsWithBreak: endsWithBreak, lines: lines)
    // Whatever the form cannot say shows here.
    return result.bytes() == bytes ? result : nil
  }

  private static func isClean(_ text: String) -> Bool {
    let hasEscape = text.utf8.contains(UInt8(ascii: "_")) && text.contains(/_x[0-9A-Fa-f]{4}_/)
    return !hasEscape
      && !text.unicodeScalars.contains { scalar in
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case ..<0x20, 0x7F...0x9F, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
      }
  }

  private static func base64(_ bytes: [UInt8]) -> RecordedText {
    let text = Array(Data(bytes).base64EncodedString().utf8)
    let lines = stride(from: 0, to: text.count, by: base64Length).map { start in
      String(decoding: text[start..<min(start + base64Length, text.count)], as: UTF8.self)
    }
    return RecordedText(encoding: .base64, lineEnd: .lf, endsWithBreak: false, lines: lines)
  }

  /// The pieces of a line that each fit into a cell; one, empty, of an empty line.
  static func pieces(of line: String) -> [String] {
    guard line.utf16.count > pieceLength else { return [line] }
    var pieces: [String] = []
    var piece = String.UnicodeScalarView()
    var length = 0
    for scalar in line.unicodeScalars {
      let units = scalar.value > 0xFFFF ? 2 : 1
      if length + units > pieceLength {
        pieces.append(String(piece))
        piece = String.UnicodeScalarView()
        length = 0
      }
      piece.append(scalar)
      length += units
    }
    pieces.append(String(piece))
    return pieces
  }

  // MARK: Reading

  /// The bytes; `nil` where they are not carried, or the lines are no base64.
  func bytes() -> [UInt8]? {
    switch encoding {
    case .absent: return nil
    case .base64: return Data(base64Encoded: lines.joined()).map { Array($0) }
    case .utf8, .markedUTF8:
      let end = lineEnd == .crlf ? "\r\n" : "\n"
      let text = lines.joined(separator: end) + (endsWithBreak ? end : "")
      return (encoding == .markedUTF8 ? RecordedText.mark : []) + Array(text.utf8)
    }
  }
}
