import Quantities
import Testing

struct MoneyTests {
  @Test(
    "Amounts as people write them",
    arguments: [
      ("0", 0), ("1", 100), ("1234", 123_400), ("1234.5", 123_450), ("1234.50", 123_450),
      ("1,234.50", 123_450), ("NT$1,234", 123_400), ("NT$ 1,234", 123_400), ("$1,234", 123_400),
      ("$ 5", 500), ("  12.34 ", 1_234), ("\t7\t", 700), ("\u{3000}8\u{3000}", 800), (".5", 50),
      ("0.05", 5), ("-12.30", -1_230), ("1,234,567.89", 123_456_789), ("12,345", 1_234_500),
      ("123,456", 12_345_600), ("9,999,999,999,999.99", 999_999_999_999_999),
      ("9999999999999.99", 999_999_999_999_999),
    ] as [(String, Int64)])
  func accepted(text: String, minorUnits: Int64) throws {
    #expect(try Money(text: text).minorUnits == minorUnits)
  }

  @Test(
    "What is no amount is refused",
    arguments: [
      "", " ", "NT$", "$", "abc", "12a", "1.234", "1.000", "1234,567", "12,34", "1,2345", ",123",
      "1,,234", "1,234,", "1,234,5", "1,23.4", "1.2,345", "1,", "1.", "--1", "NT$$1", "US$1", "€1",
      "1 234", "1e5", "(5)", "1234元", "10000000000000", "10,000,000,000,000.00",
      "999999999999999999", "1000000000000000000000",
    ])
  func malformed(text: String) {
    #expect(throws: QuantityFormatError.self) { try Money(text: text) }
  }

  @Test("An error says what is wrong and what was expected")
  func messages() throws {
    let problem = { (text: String) -> String in
      do throws(QuantityFormatError) {
        _ = try Money(text: text)
        return ""
      } catch {
        return error.problem
      }
    }
    #expect(problem("1.234") == "has more than two decimals")
    #expect(problem("10000000000000") == "is too large")
    #expect(problem("1,23") == "has a misplaced thousands comma")
    #expect(problem("") == "is empty")
    #expect(problem("-") == "is not a number")
    #expect(problem("x") == "is not a number")
  }

  @Test(
    "Amounts print plainly, without cents when whole",
    arguments: [
      (0, "0"), (1, "0.01"), (10, "0.10"), (99, "0.99"), (100, "1"), (-1, "-0.01"), (-100, "-1"),
      (123_450, "1234.50"), (999_999_999_999_999, "9999999999999.99"),
      (.max, "92233720368547758.07"), (.min, "-92233720368547758.08"),
    ] as [(Int64, String)])
  func printed(minorUnits: Int64, text: String) {
    #expect(Money(minorUnits: minorUnits).decimalText == text)
  }

  @Test("Every printed amount reads back", arguments: 0..<4 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let range = -Money.largestInput.minorUnits...Money.largestInput.minorUnits
      let shift = Int.random(in: 0...49, using: &random)
      let money = Money(minorUnits: Int64.random(in: range, using: &random) >> shift)
      #expect(try Money(text: money.decimalText) == money)
      #expect(try Rational(decimal: money.decimalText) * Rational(100) == money.exact)
    }
  }

  @Test("Sums, differences and multiples are checked")
  func arithmetic() throws {
    let (one, most) = (Money(minorUnits: 1), Money(minorUnits: .max))
    let least = Money(minorUnits: .min)
    #expect(try most - one + one == most)
    #expect(try Money(minorUnits: -3) * 4 == Money(minorUnits: -12))
    #expect(try Money(units: 7) == Money(minorUnits: 700))
    #expect(least < one && one < most)
    #expect(throws: ArithmeticOverflow.self) { try most + one }
    #expect(throws: ArithmeticOverflow.self) { try least - one }
    #expect(throws: ArithmeticOverflow.self) { try most * 2 }
    #expect(throws: ArithmeticOverflow.self) { try least * -1 }
    #expect(throws: ArithmeticOverflow.self) { try Money(units: .max) }
    #expect(throws: ArithmeticOverflow.self) { try [most, one, least].total() }
    #expect(try [Money]().total() == .zero)
    #expect(try (1...100).map { Money(minorUnits: $0) }.total() == Money(minorUnits: 5_050))
  }
}
