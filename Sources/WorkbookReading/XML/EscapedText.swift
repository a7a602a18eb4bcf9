/// Texts of workbooks, which write what XML cannot hold as `_x000D_` (ECMA-376, 22.9.2.19).
enum EscapedText {
  /// The text that is meant.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let bytes = Array(text.utf8)
    var units: [UInt16] = []
    var result = ""
    var index = 0
    var copied = 0
    /// Units of UTF-16 that follow each other are one text: a pair of surrogates is one character.
    func flush(_ result: inout String) {
      guard !units.isEmpty else { return }
      result += String(decoding: units, as: UTF16.self)
      units.removeAll(keepingCapacity: true)
    }
    while index < bytes.count {
      guard let unit = unit(in: bytes, at: index) else {
        index += 1
        continue
      }
      if copied < index {
        flush(&result)
        result += String(decoding: bytes[copied..<index], as: UTF8.self)
      }
      units.append(unit)
      index += 7
      copied = index
    }
    flush(&result)
    return result + String(decoding: bytes[copied...], as: UTF8.self)
  }

  /// The unit that `_xHHHH_` stands for.
  private static func unit(in bytes: [UInt8], at index: Int) -> UInt16? {
    guard index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"),
      bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_")
    else { return nil }
    let digits = bytes[(index + 2)..<(index + 6)]
    // A sign is no digit, though a number may have one.
    guard digits.allSatisfy({ UnicodeScalar($0).properties.isASCIIHexDigit }) else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
