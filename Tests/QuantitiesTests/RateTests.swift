import Quantities
import Testing

struct RateTests {
  @Test(
    "Rates as decimals and in per cent",
    arguments: [
      ("0.011", 11, 1000), ("1.1%", 11, 1000), ("1.1 %", 11, 1000), (" 1.1% ", 11, 1000),
      ("1%", 1, 100), ("0", 0, 1), ("0%", 0, 1), ("-0", 0, 1), ("5%", 1, 20), ("100%", 1, 1),
      ("250%", 5, 2), ("3.5", 7, 2), (".5%", 1, 200),
    ] as [(String, Int, Int)])
  func rates(text: String, numerator: Int, denominator: Int) throws {
    #expect(try Rate(text: text).value == fraction(numerator, denominator))
  }

  @Test(
    "What is no rate is refused",
    arguments: [
      "", "%", "-1%", "-0.01", "1%%", "%1", "1,000", "one", "1.1.1", "1％",
    ])
  func noRate(text: String) {
    #expect(throws: QuantityFormatError.self) { try Rate(text: text) }
  }

  @Test(
    "Shares end at 0 and 1",
    arguments: [
      ("0", true), ("1", true), ("100%", true), ("90%", true), ("0.9", true),
      ("1.00000000000000001", false), ("100.0001%", false), ("-0.1", false), ("-1%", false),
      ("101%", false), ("", false),
    ])
  func shares(text: String, isShare: Bool) throws {
    if isShare {
      #expect(try Share(text: text).value <= .one)
    } else {
      #expect(throws: QuantityFormatError.self) { try Share(text: text) }
    }
  }

  @Test("From fractions: rates from 0, shares from 0 to 1")
  func fromFractions() throws {
    #expect(Rate(.zero) == .zero)
    #expect(Rate(try fraction(-1, 100)) == nil)
    #expect(Share(try fraction(101, 100)) == nil)
    #expect(Share(try fraction(-1, 100)) == nil)
    #expect(Share(.one) != nil)
    #expect(try Rate(text: "1%") < Rate(text: "1.1%"))
  }

  @Test(
    "Every digit of a rate or share prints",
    arguments: [
      "0.9", "0.011", "0.12345678901234567", "0.99999999999999999", "1", "0",
    ])
  func printed(text: String) throws {
    #expect(try Rate(text: text).decimalText == text)
    #expect(try Share(text: text).decimalText == text)
  }

  @Test("Every digit of a per cent print; other fractions are rounded")
  func printedPerCent() throws {
    #expect(try Share(text: "0.12345678901234567%").decimalText == "0.0012345678901234567")
    #expect(Share(try fraction(1, 3))?.decimalText == "0.333333333333")
  }

  @Test("A rate times an amount is exact: 1.1 % of NT$1,000,000 is 11,000")
  func products() throws {
    let amount = try Money(units: 1_000_000)
    #expect(try amount * Rate(text: "1.1%") == Rational(1_100_000))
    #expect(try Money(minorUnits: 1) * Rate(text: "1.1%") == fraction(11, 1000))
    let large = try #require(Rate(try Rational(.max, over: 1)))
    #expect(throws: ArithmeticOverflow.self) { try amount * large }
  }

  @Test("A share of a count against whole-number arithmetic", arguments: Rounding.allCases)
  func ofCounts(rounding: Rounding) throws {
    for (a, b) in [(0, 1), (1, 3), (1, 2), (2, 3), (7, 10), (9, 10), (1, 1)] {
      let share = try #require(Share(try fraction(a, b)))
      for n in 0...200 {
        let expected =
          switch rounding {
          case .floor: a * n / b
          case .ceiling: (a * n + b - 1) / b
          case .halfUp: (2 * a * n + b) / (2 * b)
          }
        #expect(try share.applied(to: n, rounding: rounding) == expected)
      }
    }
  }

  @Test("A share of the largest count fits")
  func ofTheLargestCount() throws {
    #expect(try Share(text: "1").applied(to: .max, rounding: .floor) == .max)
    #expect(try Share(text: "0.5").applied(to: .max, rounding: .ceiling) == Int.max / 2 + 1)
  }
}
