import Quantities
import Testing

struct DecimalTextTests {
  @Test(
    "Decimals read exactly, and print as they were read",
    arguments: [
      ("0", 0, 1), ("1", 1, 1), ("-1", -1, 1), ("0.9", 9, 10), ("3.5", 7, 2), ("-0.25", -1, 4),
      ("0.6745", 1349, 2000), ("1.2533", 12533, 10000), ("0.011", 11, 1000),
      ("123456789012345678", 123_456_789_012_345_678, 1),
      ("-0.000000000001", -1, 1_000_000_000_000),
    ] as [(String, Int, Int)])
  func exact(text: String, numerator: Int, denominator: Int) throws {
    let value = try Rational(decimal: text)
    #expect(value == (try fraction(numerator, denominator)))
    #expect(value.decimalText() == text)
  }

  @Test(
    "Other spellings of a decimal",
    arguments: [
      (".5", "0.5"), ("-.5", "-0.5"), ("007", "7"), ("1.50", "1.5"), ("0.0", "0"), ("-0", "0"),
    ])
  func spellings(text: String, printed: String) throws {
    #expect(try Rational(decimal: text).decimalText() == printed)
  }

  @Test(
    "What is no decimal is refused",
    arguments: [
      "", "-", ".", "-.", "1.", "1..2", "1.2.3", "+1", "1e3", "1E3", "0x1", "1,000", " 1", "1 ",
      "--1",
      "1-", "１", "٣", "NaN", "inf", "1_000", "1234567890123456789", "0.1234567890123456789",
    ])
  func malformed(text: String) {
    #expect(throws: QuantityFormatError.self) { try Rational(decimal: text) }
  }

  @Test("Every decimal of random digits survives a round trip", arguments: 0...12)
  func roundTrip(fractionDigitCount: Int) throws {
    var random = SeededGenerator(seed: UInt64(fractionDigitCount))
    for _ in 0..<300 {
      let digits = Int.random(in: -99_999_999_999_999...99_999_999_999_999, using: &random)
      let value = try fraction(
        digits, (0..<fractionDigitCount).reduce(1) { power, _ in power * 10 })
      #expect(try Rational(decimal: value.decimalText()) == value)
    }
  }

  @Test(
    "Endless decimals round half-up at the limit",
    arguments: [
      (1, 3, 4, "0.3333"), (2, 3, 4, "0.6667"), (-2, 3, 4, "-0.6667"), (1, 8, 2, "0.13"),
      (-1, 8, 2, "-0.13"), (1, 8, 3, "0.125"), (199, 200, 2, "1"), (1999, 2000, 2, "1"),
      (-199, 200, 1, "-1"), (1, 1000, 2, "0"), (-1, 1000, 2, "0"), (1, 2, 0, "1"),
      (49, 100, 0, "0"),
      (299, 100, 1, "3"), (22, 7, 12, "3.142857142857"),
    ] as [(Int, Int, Int, String)])
  func rounded(numerator: Int, denominator: Int, limit: Int, text: String) throws {
    #expect(try fraction(numerator, denominator).decimalText(fractionDigitLimit: limit) == text)
  }

  @Test("Printing works at 128 bits")
  func extremes() throws {
    #expect(try Rational(.max, over: 1).decimalText() == "\(Int128.max)")
    #expect(try Rational(.max - 1, over: .max).decimalText() == "1")
    #expect(try Rational(1, over: .max).decimalText() == "0")
    #expect(try Rational(1, over: .max).decimalText(fractionDigitLimit: 39).hasSuffix("6"))
  }
}
