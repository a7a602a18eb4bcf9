/// Text whose bytes alone tell whether it is sound and whether two names are the same.
///
/// Names are equal by canonical equivalence. Text that is in normal form C has equal bytes exactly
/// where it is equal, and text of characters that are always in that form and never combine with
/// others is (Unicode Standard Annex 15). Which characters of the usual scripts these are is listed
/// here; whatever else a table may hold is left to the string comparison of `CSVReader`'s rows.
enum PlainText {
  /// Ranges beyond ASCII without combining, control, format or unassigned meaning for names.
  ///
  /// Latin, Greek, Cyrillic, punctuation and signs of East Asian text, kana, bopomofo, ideographs,
  /// Hangul syllables, full-width forms.
  private static func isPlain(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x00A1...0x00AC, 0x00AE...0x02FF, 0x0391...0x03A1, 0x03A3...0x03C9, 0x0400...0x0482,
      0x048A...0x052F, 0x2010...0x2027, 0x2030...0x205E, 0x2460...0x24FF, 0x2500...0x25FF,
      0x3001...0x3029, 0x3041...0x3096, 0x309B...0x30FF, 0x3105...0x312F, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFF5E, 0xFF61...0xFF9F, 0x20000...0x2A6DF:
      true
    default: false
    }
  }

  /// Whether bytes without ASCII control characters are plain text in UTF-8.
  ///
  /// - Complexity: O(n).
  static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      index += 1
      guard lead >= 0x80 else { continue }
      let length = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1
      guard lead >= 0xC2, lead < 0xF5, index + length <= bytes.count else { return false }
      var scalar = UInt32(lead) & (0x3F >> UInt32(length))
      for place in index..<index + length {
        guard bytes[place] & 0xC0 == 0x80 else { return false }
        scalar = scalar << 6 | UInt32(bytes[place] & 0x3F)
      }
      // A range begins above what fewer bytes could hold, so overlong forms are none.
      guard isPlain(scalar), scalar >= shortest[length] else { return false }
      index += length
    }
    return true
  }

  private static let shortest: [UInt32] = [0, 0x80, 0x800, 0x1_0000]
}

/// An amount as nearly all tables write it: digits, perhaps with one or two decimals.
enum PlainAmount {
  /// Reads an amount above zero.
  ///
  /// - Parameters:
  ///   - base: Where bytes may be read up to eight behind the text.
  ///   - start: The first byte.
  ///   - end: The byte behind.
  /// - Returns: Minor units; 0 for anything that `Money` must read, wrong or right.
  @inline(__always)
  static func minorUnits(_ base: UnsafeRawPointer, _ start: Int, _ end: Int) -> Int64 {
    let length = end - start
    // Thirteen digits before the point are the most that an input may state.
    guard length > 0, length <= 16 else { return 0 }
    if length <= 8 {
      // Whole amounts of up to eight digits: all at once.
      let word = unsafe base.loadUnaligned(fromByteOffset: start, as: UInt64.self).littleEndian
      let shifted = word << UInt64(64 - 8 * length)
      let filled = length == 8 ? shifted : shifted | zeros >> UInt64(8 * length)
      if isDigits(filled) { return Int64(truncatingIfNeeded: number(filled)) &* 100 }
    }
    return unsafe slowMinorUnits(base, start, end)
  }

  private static let zeros: UInt64 = 0x3030_3030_3030_3030

  @inline(__always)
  private static func isDigits(_ word: UInt64) -> Bool {
    (word & 0xF0F0_F0F0_F0F0_F0F0)
      | (((word &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0) >> 4)
      == 0x3333_3333_3333_3333
  }

  /// Eight digits, the first in the lowest byte, as a number: pairs, then fours, then all.
  @inline(__always)
  private static func number(_ digits: UInt64) -> UInt64 {
    var word = digits &- zeros
    word = (word &* 10) &+ (word >> 8)
    let first = (word & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let second = ((word >> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return (first &+ second) >> 32
  }

  private static func slowMinorUnits(_ base: UnsafeRawPointer, _ start: Int, _ end: Int) -> Int64 {
    var value: Int64 = 0
    var fractionDigitCount = -1
    for place in start..<end {
      let byte = unsafe base.load(fromByteOffset: place, as: UInt8.self)
      if byte == UInt8(ascii: "."), fractionDigitCount < 0, place > start {
        fractionDigitCount = 0
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return 0 }
      value = value * 10 + Int64(byte - UInt8(ascii: "0"))
      if fractionDigitCount >= 0 { fractionDigitCount += 1 }
    }
    // At most sixteen digits: nothing can have overflowed, nor can it now.
    switch fractionDigitCount {
    case -1: value *= 100
    case 1: value *= 10
    case 2: break
    default: return 0
    }
    return value <= 999_999_999_999_999 ? value : 0
  }
}
