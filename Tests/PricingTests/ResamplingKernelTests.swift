import Policy
import Quantities
import Statistics
import Testing

@testable import Pricing

@Suite struct ResamplingKernelTests {
  private func policy(_ method: CombinationMethod) throws -> ReservePolicy {
    try ReservePolicy(
      try Fixture.view([
        .reserveCombine: method.rawValue, .reserveWeightAgency: "2.5", .reserveQuantile: "0.3",
      ]))
  }

  private func approximate(_ exact: Rational) -> Double {
    Double(exact.numerator) / Double(exact.denominator)
  }

  private func effectivePrices(_ item: PricedItem) -> PerEvidenceClass<[Rational]> {
    PerEvidenceClass { evidenceClass in
      item.rows.filter { $0.isEffective && $0.evidence.origin.evidenceClass == evidenceClass }
        .compactMap { $0.normalised?.price.minorUnits }.sorted()
    }
  }

  /// The rows as they are, not resampled: floating point gives the exact price.
  @Test(arguments: CombinationMethod.allCases, 1...25)
  func givesTheExactPriceOfTheRowsAsTheyAre(method: CombinationMethod, seed: Int) throws {
    let pricing = ReservePricing(
      policy: try policy(method), caseNumber: Fixture.caseNumber,
      pricingDate: Fixture.pricingDate, bootstrap: nil)
    let rows = Fixture.mixedEvidence(seed: UInt64(seed), count: 4 + seed)
    let item = pricing.price(Fixture.item(), evidence: rows)
    let kernel = ResamplingKernel(policy: pricing.policy, prices: effectivePrices(item))
    let found = kernel.price(of: kernel.values.span)
    switch item.computed {
    case .price(let exact, _):
      let expected = approximate(exact.minorUnits)
      #expect(abs(try #require(found) - expected) <= 1e-9 * expected)
    case .none: #expect(found == nil)
    }
  }

  /// Samples with many equal prices, where MADs are 0 and scores lie close to the limit.
  @Test(arguments: CombinationMethod.allCases, 1...6)
  func givesTheExactPriceOfAnySample(method: CombinationMethod, seed: Int) throws {
    let policy = try policy(method)
    let item = ReservePricing(
      policy: policy, caseNumber: Fixture.caseNumber, pricingDate: Fixture.pricingDate,
      bootstrap: nil
    ).price(Fixture.item(), evidence: Fixture.mixedEvidence(seed: UInt64(seed), count: 40))
    let kernel = ResamplingKernel(policy: policy, prices: effectivePrices(item))
    var resample = Resample(of: kernel)
    var stream = RandomStream(seed: 1, stream: UInt64(seed))
    for _ in 0..<60 {
      resample.draw(kernel) { stream.next(below: $0) }
      // Whole and half cents only, or a tax of 5 %: thousandths of a cent are exact.
      let classes = try kernel.runs.enumerated().map { offset, run in
        try ClassPrices(
          sorted: resample.values[run].map {
            try Rational(Int128(($0 * 1_000).rounded()), over: 1_000)
          },
          of: EvidenceClass.allCases[offset], outlierZ: policy.outlierZ)
      }
      let reserve = policy.reserve(
        by: method,
        from: PerEvidenceClass(historical: classes[0], agency: classes[1], market: classes[2]))
      let found = kernel.price(of: resample.values.span)
      guard case .price(let exact, _) = reserve else {
        #expect(found == nil)
        continue
      }
      let expected = approximate(exact.minorUnits)
      #expect(abs(try #require(found) - expected) <= 1e-9 * expected)
    }
  }

  /// 0.6745 · 7000 / 1349 = 3.5: at the limit, and floating point must not tip it over.
  @Test(arguments: [(17_000, 17_000.0), (17_001, 11_349)])
  func agreesAtTheLimit(last: Int64, expected: Double) throws {
    let prices = [8_651, 8_651, 10_000, 11_349, last].map { Rational($0) }
    var policy = try policy(.quantile)
    policy.quantile = try Share(text: "1")
    let kernel = ResamplingKernel(
      policy: policy, prices: PerEvidenceClass(historical: [], agency: prices, market: []))
    let found = kernel.price(of: kernel.values.span)
    #expect(found == expected)
  }

  @Test func drawsWithinEachClassInOrder() throws {
    let prices = PerEvidenceClass(
      historical: (1...5).map { Rational($0) }, agency: [Rational(100)],
      market: (201...230).map { Rational($0) })
    let kernel = ResamplingKernel(policy: try policy(.minimum), prices: prices)
    var resample = Resample(of: kernel)
    var stream = RandomStream(seed: 9, stream: 9)
    var counts: [Double: Int] = [:]
    for _ in 0..<2_000 {
      resample.draw(kernel) { stream.next(below: $0) }
      for run in kernel.runs {
        let drawn = Array(resample.values[run])
        #expect(drawn == drawn.sorted())
        #expect(Set(drawn).isSubset(of: Set(kernel.values[run])))
      }
      for price in resample.values[kernel.runs[0]] { counts[price, default: 0] += 1 }
    }
    // 10,000 draws of five prices: 2,000 each, five standard errors of 40.
    #expect(counts.count == 5)
    #expect(counts.values.allSatisfy { abs($0 - 2_000) < 200 })
  }
}
