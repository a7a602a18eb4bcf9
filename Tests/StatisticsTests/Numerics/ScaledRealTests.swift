import Statistics
import Testing

@Suite struct ScaledRealTests {
  static let numbers: [Double] = [
    1, 0.1, 3, 0.75, 1e-300, Double.leastNonzeroMagnitude, 1e300, 0.499, 2.5e-17,
  ]

  @Test("In the range of doubles sums, products and ratios are those of doubles")
  func agreesWithDoubles() {
    for left in ScaledRealTests.numbers {
      #expect(ScaledReal(left).value == left)
      for right in ScaledRealTests.numbers {
        #expect((ScaledReal(left) + ScaledReal(right)).value == left + right)
        if (left * right).isNormal {
          #expect((ScaledReal(left) * ScaledReal(right)).value == left * right)
        }
        if (left / right).isNormal {
          #expect(ScaledReal(left).ratio(to: ScaledReal(right)) == left / right)
        }
      }
    }
  }

  @Test("Ratios hold far below the smallest double")
  func wideRange() {
    var tiny = ScaledReal(1)
    for _ in 0..<100 { tiny = tiny * ScaledReal(0x1p-1000) }
    #expect(tiny.value == 0)
    #expect(!tiny.isZero)
    #expect((tiny + tiny).ratio(to: tiny) == 2)
    #expect((tiny * ScaledReal(3)).ratio(to: tiny) == 3)
    #expect(ScaledReal(1).ratio(to: tiny) == .infinity)
  }

  @Test("Logarithms hold far below the smallest double")
  func logarithm() throws {
    #expect(try ScaledReal(1).logarithm() == 0)
    #expect(abs(try ScaledReal(0.9).logarithm() - -0.105_360_515_657_826_28) < 1e-16)
    // 3,000 times the logarithm of 2.
    let tiny = try ScaledReal(significand: 1, exponent: -3_000).logarithm()
    #expect(abs(tiny - -2_079.441_541_679_835_7) < 1e-12)
    #expect(throws: NumericalError.domain) { try ScaledReal.zero.logarithm() }
  }

  @Test("Nothing is the neutral of a sum, and no divisor")
  func zero() {
    #expect(ScaledReal.zero.isZero)
    #expect((ScaledReal.zero + ScaledReal(0.3)).value == 0.3)
    #expect((ScaledReal(0.3) + ScaledReal.zero).value == 0.3)
    #expect((ScaledReal.zero * ScaledReal(0.3)).isZero)
    #expect(ScaledReal(1).ratio(to: .zero) == nil)
    for number in [-1, Double.nan, .infinity] { #expect(ScaledReal(number).isZero) }
  }
}
