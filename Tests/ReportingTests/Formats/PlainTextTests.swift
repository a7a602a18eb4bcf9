import Policy
import Quantities
import Reporting
import Testing

@Suite struct PlainTextTests {
  /// All powers of ten and of two with a few neighbours, of both signs.
  @Test func `a real number reads back exactly, without an exponent`() {
    var numbers: [Double] = [0, 0.1, 1.0 / 3, 123456.789, .pi]
    for exponent in -1074...1023 {
      let power = Double(sign: .plus, exponent: exponent, significand: 1)
      numbers += [power, power.nextUp, power.nextDown]
    }
    for number in numbers.flatMap({ [$0, -$0] }) {
      let text = CellValue.real(number).plainText(.english)
      #expect(Double(text) == number)
      #expect(text.allSatisfy { "-.0123456789".contains($0) })
      #expect(!text.hasPrefix(".") && !text.hasSuffix("."))
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `a real number that is not finite is nothing`(number: Double) {
    #expect(CellValue.real(number).plainText(.english).isEmpty)
    #expect(CellValue.real(number).isEmpty)
  }
}
