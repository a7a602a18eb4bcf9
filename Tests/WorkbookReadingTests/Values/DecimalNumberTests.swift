import Testing

@testable import WorkbookReading

@Suite struct DecimalNumberTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("0.000", "0"), ("1", "1"), ("-12.50", "-12.5"), ("007", "7"),
    (".5", "0.5"), ("5.", "5"), ("1E3", "1000"), ("1.25e-3", "0.00125"), ("-1.5E+2", "-150"),
    ("1234567.89", "1234567.89"), ("9999999999999.99", "9999999999999.99"),
    ("0.1", "0.1"), ("+3", "3"),
    // What binary arithmetic leaves behind the 15th digit.
    ("0.30000000000000004", "0.3"), ("1234567.8899999999", "1234567.89"),
    ("1.1000000000000001", "1.1"), ("0.011000000000000001", "0.011"),
    ("940.00000000000011", "940"), ("99999999999999.95", "100000000000000"),
    ("999999999999999.9", "1000000000000000"), ("9.9999999999999995", "10"),
    // Half away from zero, on the digits.
    ("1.000000000000005", "1.00000000000001"), ("-1.000000000000005", "-1.00000000000001"),
    ("1.0000000000000049", "1"), ("123456789012345678", "123456789012346000"),
    ("1E-20", "0.00000000000000000001"),
  ])
  func isThePlainDecimal(_ text: String, _ expected: String) {
    #expect(DecimalNumber(text)?.plainText == expected)
  }

  @Test(arguments: [
    "", "-", "+", ".", "1.2.3", "abc", "1,000", "1E", "1E+", "--1", "NaN", "INF", "0x10", "1 ", "１",
    "1E401", "1E999999999999999999999", "1e1.5",
  ])
  func refusesWhatIsNoNumber(_ text: String) {
    #expect(DecimalNumber(text)?.plainText == nil)
  }

  /// The widest binary numbers stay plain text of bounded length.
  @Test(arguments: ["1.7976931348623157E+308", "4.9406564584124654E-324"])
  func holdsTheRangeOfBinaryNumbers(_ text: String) throws {
    let plain = try #require(DecimalNumber(text)?.plainText)
    #expect(plain.count <= 345)
    #expect(plain.utf8.allSatisfy { $0 == 0x2E || (0x30...0x39).contains($0) })
  }

  /// Every decimal of at most 15 digits comes back as it was typed, through the 17 digits that
  /// programs write of its binary number.
  @Test func keepsEveryAmountThatPeopleType() {
    var state: UInt64 = 7
    for _ in 0..<2_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let cents = state >> 14  // up to 10^15
      guard cents < 1_000_000_000_000_000 else { continue }
      let fraction = cents % 100
      let typed = "\(cents / 100).\(fraction < 10 ? "0" : "")\(fraction)"
      let written = "\(Double(typed) ?? 0)"
      var expected = typed[...]
      while expected.last == "0" { expected.removeLast() }
      if expected.last == "." { expected.removeLast() }
      #expect(DecimalNumber(written)?.plainText == String(expected))
    }
  }
}
