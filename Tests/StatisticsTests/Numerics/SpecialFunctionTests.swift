import Statistics
import Testing

/// Expected values: the gamma function by SciPy 1.17.1, the others in decimals of 40 digits.
@Suite struct SpecialFunctionTests {
  private func expect(_ value: Double, near expected: Double, within relative: Double = 1e-15) {
    #expect(abs(value - expected) <= relative * abs(expected))
  }

  @Test(
    "The gamma function and its derivatives",
    arguments: [
      (0.25, 1.288_022_524_698_077_4, -4.227_453_533_376_265_5, 17.197_329_154_507_113),
      (1.5, -0.120_782_237_635_245_26, 0.036_489_973_978_576_52, 0.934_802_200_544_679_3),
      (10, 12.801_827_480_081_469, 2.251_752_589_066_721, 0.105_166_335_681_685_76),
      (1e6, 12_815_504.569_147_611, 13.815_510_057_964_19, 1.000_000_500_000_166_7e-6),
    ] as [(Double, Double, Double, Double)])
  func gamma(x: Double, logarithm: Double, first: Double, second: Double) throws {
    expect(try SpecialFunction.logGamma(x), near: logarithm, within: 4e-15)
    expect(try SpecialFunction.digamma(x), near: first, within: 4e-15)
    expect(try SpecialFunction.trigamma(x), near: second, within: 4e-15)
  }

  @Test(
    "The beta function",
    arguments: [
      // B(2, 3) = 1 / 12 and B(1/2, 1/2) = π; the last by decimals.
      (2, 3, -2.484_906_649_788_000_4), (0.5, 0.5, 1.144_729_885_849_400_2),
      (1, 1e-3, 6.907_755_278_982_137),
      (1e6, 1e6, -1_386_300.003_362_921),
    ] as [(Double, Double, Double)])
  func beta(a: Double, b: Double, logarithm: Double) throws {
    expect(try SpecialFunction.logBeta(a, b), near: logarithm)
  }

  @Test(
    "Logarithms near 1",
    arguments: [
      (1e-9, 9.999_999_995_000_000_6e-10, -4.999_999_996_666_667_3e-19),
      (-0.25, -0.287_682_072_451_780_93, -0.037_682_072_451_780_93),
      (0.5, 0.405_465_108_108_164_4, -0.094_534_891_891_835_62),
      (3, 1.386_294_361_119_890_6, -1.613_705_638_880_109_4),
    ] as [(Double, Double, Double)])
  func nearOne(x: Double, logarithm: Double, excess: Double) throws {
    expect(try SpecialFunction.log(onePlus: x), near: logarithm)
    expect(try SpecialFunction.logExcess(onePlus: x), near: excess)
  }

  @Test("Exponentials and logarithms")
  func exponentials() throws {
    for (x, value) in [
      (-700, 9.859_676_543_759_77e-305), (-1.5, 0.223_130_160_148_429_82), (0, 1),
      (0.1, 1.105_170_918_075_647_7), (700, 1.014_232_054_735_004_5e304),
    ] {
      expect(try SpecialFunction.exp(x), near: value)
    }
    #expect(try SpecialFunction.exp(-1_000) == 0)
    for (x, value) in [
      (.leastNonzeroMagnitude, -744.440_071_921_381_2), (0.1, -2.302_585_092_994_045_5), (1, 0),
      (2, 0.693_147_180_559_945_3), (1e308, 709.196_208_642_166_1),
    ] {
      expect(try SpecialFunction.log(x), near: value)
    }
  }

  @Test(
    "Outside its domain none has a value", arguments: [-2, -1, Double.nan, .infinity, -.infinity])
  func outside(x: Double) {
    #expect(throws: NumericalError.domain) { try SpecialFunction.log(x) }
    #expect(throws: NumericalError.domain) { try SpecialFunction.log(onePlus: x) }
    #expect(throws: NumericalError.domain) { try SpecialFunction.logExcess(onePlus: x) }
    #expect(throws: NumericalError.domain) { try SpecialFunction.logGamma(x) }
    #expect(throws: NumericalError.domain) { try SpecialFunction.digamma(x) }
    #expect(throws: NumericalError.domain) { try SpecialFunction.trigamma(x) }
    #expect(throws: NumericalError.domain) { try SpecialFunction.logBeta(x, 1) }
    #expect(throws: NumericalError.domain) { try SpecialFunction.logBeta(1, x) }
    if !x.isFinite { #expect(throws: NumericalError.domain) { try SpecialFunction.exp(x) } }
  }

  @Test("Beyond the doubles there is no value")
  func overflow() {
    #expect(throws: NumericalError.overflow) { try SpecialFunction.exp(710) }
    #expect(throws: NumericalError.overflow) { try SpecialFunction.logGamma(1e308) }
    #expect(throws: NumericalError.overflow) { try SpecialFunction.trigamma(1e-200) }
    #expect(throws: NumericalError.domain) { try SpecialFunction.log(0) }
  }
}
