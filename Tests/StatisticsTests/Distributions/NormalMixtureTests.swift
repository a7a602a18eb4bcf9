import Statistics
import Testing

/// Expected values: SciPy 1.17.1, sums of scipy.stats.norm.
@Suite struct NormalMixtureTests {
  private let mixture = NormalMixture(
    weight: 0.3, first: .init(mean: -2, standardDeviation: 0.5),
    second: .init(mean: 1, standardDeviation: 1.2))

  @Test(
    "Cumulative probabilities, their complements, densities and quantiles",
    arguments: [
      (-4, 2.031_938_036_754_313_3e-05, 0.999_979_680_619_632_4, 0.000_119_826_557_894_074_84),
      (-2, 0.154_346_765_728_043_3, 0.845_653_234_271_956_7, 0.249_590_210_195_441_25),
      (-0.5, 0.373_549_872_157_309_7, 0.626_450_127_842_690_2, 0.109_204_408_857_425_59),
      (1, 0.649_999_999_704_023_7, 0.350_000_000_295_976_3, 0.232_716_333_879_698_78),
      (3, 0.966_546_753_409_029_7, 0.033_453_246_590_970_29, 0.058_028_330_962_436_724),
      (9, 0.999_999_999_990_841_1, 9.158_747_280_237_096e-12, 5.198_025_109_288_755_6e-11),
    ] as [(Double, Double, Double, Double)])
  func values(x: Double, cumulative: Double, survival: Double, density: Double) throws {
    #expect(abs(try mixture.cumulative(x) / cumulative - 1) < 1e-13)
    #expect(abs(try mixture.survival(x) / survival - 1) < 1e-13)
    #expect(abs(try mixture.density(x) / density - 1) < 1e-13)
    #expect(abs(try mixture.quantile(cumulative) - x) < 1e-13 + 0x1p-52 / density)
  }

  @Test(
    "A quantile is where so much probability lies below", arguments: [1e-12, 0.1, 0.3, 0.5, 0.999])
  func quantile(probability: Double) throws {
    let x = try mixture.quantile(probability)
    #expect(abs(try mixture.cumulative(x) / probability - 1) < 1e-12)
  }

  @Test(
    "With all weight in one component, or alike ones, it is that component", arguments: [0.0, 1])
  func onlyOne(weight: Double) throws {
    let only = weight == 1 ? mixture.first : mixture.second
    let normal = ContinuousDistribution.normal(
      mean: only.mean, standardDeviation: only.standardDeviation)
    for mixture in [
      NormalMixture(weight: weight, first: mixture.first, second: mixture.second),
      NormalMixture(weight: 0.4, first: only, second: only),
    ] {
      for probability in [0.01, 0.5, 0.9] {
        let x = try normal.quantile(probability)
        #expect(abs(try mixture.quantile(probability) - x) < 1e-14)
        #expect(abs(try mixture.cumulative(x) - probability) < 1e-14)
      }
    }
  }

  @Test("The ends of a quantile are infinite, and beyond them is none")
  func ends() {
    for probability in [0.0, 1] {
      #expect(throws: NumericalError.overflow) { try mixture.quantile(probability) }
    }
    for probability in [-0.1, 1.1, .nan] {
      #expect(throws: NumericalError.domain) { try mixture.quantile(probability) }
    }
  }

  @Test("Wrong parameters are an error wherever one looks", arguments: [-0.1, 1.1, .nan])
  func wrong(weight: Double) {
    var wrong = mixture
    wrong.weight = weight
    var flat = mixture
    flat.second.standardDeviation = 0
    for mixture in [wrong, flat] {
      #expect(throws: NumericalError.domain) { try mixture.cumulative(0) }
      #expect(throws: NumericalError.domain) { try mixture.survival(0) }
      #expect(throws: NumericalError.domain) { try mixture.density(0) }
      #expect(throws: NumericalError.domain) { try mixture.quantile(0.5) }
    }
    #expect(throws: NumericalError.domain) { try mixture.cumulative(.nan) }
  }
}
