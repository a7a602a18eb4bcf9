import Pricing
import Quantities
import Testing

@Suite struct ExactPriceTests {
  /// Every whole number of cents, written by hand-made rules on its digits.
  @Test func wholeCentsReadAsNTDollars() {
    for cents in -1_234...1_234 {
      let (units, rest) = abs(cents).quotientAndRemainder(dividingBy: 100)
      var expected = (cents < 0 ? "-" : "") + "\(units)"
      if rest != 0 {
        expected += rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
      }
      #expect(ExactPrice(minorUnits: Rational(Int64(cents))).decimalText == expected)
    }
  }

  @Test(arguments: [
    (10_001, 2, "50.005"), (1, 2, "0.005"), (1, 3, "0.003333333333"), (-1, 2, "-0.005"),
    (200_000, 3, "666.666666666667"), (5, 1, "0.05"), (0, 1, "0"),
  ])
  func fractionsOfACentKeepTheirDigits(
    numerator: Int, denominator: Int, expected: String
  ) throws {
    let price = ExactPrice(
      minorUnits: try Rational(Int128(numerator), over: Int128(denominator)))
    #expect(price.decimalText == expected)
  }
}
