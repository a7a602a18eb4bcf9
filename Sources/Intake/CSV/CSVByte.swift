/// The bytes that mean something in a CSV file.
enum CSVByte {
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  /// How a field that holds a quotation mark is written, for error messages.
  static let quoting = "the whole field in quotation marks, those inside it doubled"

  /// Whether an ASCII byte is a control character; tabs count as text.
  static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 ? byte != 0x09 : byte == 0x7F
  }

  /// The first byte of a range that no character of UTF-8 can have there.
  static func firstInvalidUTF8(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span.extracting(range))
      return nil
    } catch {
      return range.lowerBound + error.byteOffsets.lowerBound
    }
  }

  /// Whether a range of valid UTF-8 holds a control character beyond ASCII.
  static func hasWideControl(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let span = bytes.span.extracting(range)
    guard span.count >= 2 else { return false }
    for index in 1..<span.count
    where span[index - 1] == 0xC2 && (0x80...0x9F).contains(span[index]) {
      return true
    }
    return false
  }
}
