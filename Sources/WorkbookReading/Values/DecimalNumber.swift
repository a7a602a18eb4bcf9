/// A number of a workbook as exact decimal digits.
///
/// Programs compute in binary and write 17 digits where they need them to get the same binary number
/// back: 0.1 + 0.2 is written `0.30000000000000004`. They show, and let people type, at most 15. What
/// people mean is therefore the number rounded to 15 significant digits, half away from zero, in decimal
/// arithmetic on the digits themselves.
struct DecimalNumber {
  /// The significant digits that spreadsheet programs keep and show.
  static let significantDigitCount = 15

  let isNegative: Bool
  /// Significant digits without zeros at either end; empty for 0.
  private var digits: [UInt8]
  /// The power of ten of the digit before the first one: 0.5 has 0, 5 has 1.
  private var exponent: Int

  /// Reads a number such as `-12.5` or `1.25E-3`.
  ///
  /// - Returns: `nil` when the text is none, or beyond the range of binary numbers.
  init?(_ text: String) {
    var bytes = Array(text.utf8)[...]
    isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    let mantissa = bytes.prefix { $0 != UInt8(ascii: "E") && $0 != UInt8(ascii: "e") }
    let power = bytes.dropFirst(mantissa.count)
    digits = []
    exponent = 0
    var hasPoint = false
    var hasDigit = false
    guard mantissa.count <= 400 else { return nil }
    for byte in mantissa {
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      hasDigit = true
      let isLeadingZero = digits.isEmpty && byte == UInt8(ascii: "0")
      if !isLeadingZero { digits.append(byte - UInt8(ascii: "0")) }
      if !hasPoint, !isLeadingZero { exponent += 1 }
      if hasPoint, isLeadingZero { exponent -= 1 }
    }
    guard hasDigit else { return nil }
    if !power.isEmpty {
      // `Int` also reads a sign, but not an empty text.
      guard let value = Int(String(decoding: power.dropFirst(), as: UTF8.self)),
        abs(value) <= 400
      else { return nil }
      exponent += value
    }
    if digits.isEmpty { exponent = 0 }
    guard abs(exponent) <= 400 else { return nil }
    round()
  }

  private mutating func round() {
    let count = DecimalNumber.significantDigitCount
    if digits.count > count {
      let carries = digits[count] >= 5
      digits.removeLast(digits.count - count)
      if carries { increment() }
    }
    while digits.last == 0 { digits.removeLast() }
  }

  private mutating func increment() {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits = [1]
    exponent += 1
  }

  /// Whether it is 0.
  var isZero: Bool { digits.isEmpty }

  /// Whether it has no decimals.
  var isWhole: Bool { digits.count <= exponent || isZero }

  /// The digits before the point, without a sign; `0` where there are none.
  var wholeText: String {
    guard exponent > 0 else { return "0" }
    return text(digits.prefix(exponent))
      + String(repeating: "0", count: max(exponent - digits.count, 0))
  }

  /// The digits behind the point.
  var fractionText: String {
    guard !isWhole else { return "" }
    let zeros = String(repeating: "0", count: max(-exponent, 0))
    return zeros + text(digits.dropFirst(max(exponent, 0)))
  }

  /// The number without an exponent, such as `-0.00125`.
  var plainText: String {
    let sign = isNegative && !isZero ? "-" : ""
    return sign + wholeText + (isWhole ? "" : "." + fractionText)
  }

  private func text(_ digits: ArraySlice<UInt8>) -> String {
    String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  }
}
