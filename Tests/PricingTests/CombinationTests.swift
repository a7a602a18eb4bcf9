import Policy
import Pricing
import Quantities
import Testing

@Suite struct CombinationTests {
  private static let cents: [EvidenceClass: Int64] = [
    .historical: 30_000, .agency: 10_100, .market: 20_300,
  ]

  private func priced(
    _ classes: [EvidenceClass], _ changes: [PolicyKey: String] = [:]
  ) throws -> PricedItem {
    let rows = classes.map { Fixture.row($0, cents: Self.cents[$0] ?? 0) }
    return try Fixture.pricing(changes).price(Fixture.item(), evidence: rows)
  }

  private func subset(_ bits: Int) -> [EvidenceClass] {
    EvidenceClass.allCases.enumerated().filter { bits & (1 << $0.offset) != 0 }.map(\.element)
  }

  private func exact(_ result: ComputedReserve) -> Rational? {
    guard case .price(let price, _) = result else { return nil }
    return price.minorUnits
  }

  /// All seven methods for every set of classes that have a price, worked out in integers.
  @Test(arguments: 1...7)
  func absentClassesTakeNoPart(bits: Int) throws {
    let classes = subset(bits)
    let weights: [EvidenceClass: Int64] = [.historical: 5, .agency: 2, .market: 1]
    let item = try priced(
      classes,
      [
        .reserveWeightHistorical: "5", .reserveWeightAgency: "2", .reserveQuantile: "0.25",
      ])
    let sorted = classes.compactMap { Self.cents[$0] }.sorted()
    let n = sorted.count
    let weightSum = classes.reduce(0) { $0 + (weights[$1] ?? 0) }
    let weighted = classes.reduce(0) { $0 + (weights[$1] ?? 0) * (Self.cents[$1] ?? 0) }
    // Type 7 at one quarter, in quarters: position (n − 1) / 4.
    let (index, quarters) = (n - 1).quotientAndRemainder(dividingBy: 4)
    let above = sorted[min(index + 1, n - 1)]
    let quadrupled = sorted[index] * Int64(4 - quarters) + above * Int64(quarters)
    let expected: [CombinationMethod: Rational?] = [
      .minimum: Rational(sorted[0]),
      .median: try Rational(Int128(sorted[(n - 1) / 2] + sorted[n / 2]), over: 2),
      .weightedMean: try Rational(Int128(weighted), over: Int128(weightSum)),
      .historical: classes.contains(.historical) ? Rational(30_000) : nil,
      .agency: classes.contains(.agency) ? Rational(10_100) : nil,
      .market: classes.contains(.market) ? Rational(20_300) : nil,
      .quantile: try Rational(Int128(quadrupled), over: 4),
    ]
    #expect(item.combinations.map(\.method) == CombinationMethod.allCases)
    for combination in item.combinations {
      #expect(exact(combination.result) == expected[combination.method] ?? nil)
    }
  }

  @Test(arguments: CombinationMethod.allCases)
  func theChosenMethodPricesTheItem(method: CombinationMethod) throws {
    let item = try priced(EvidenceClass.allCases, [.reserveCombine: method.rawValue])
    let chosen = item.combinations.first { $0.method == method }
    #expect(chosen?.result == item.computed)
    #expect(chosen?.differenceToChosen == .zero)
    #expect(item.outcome == .priced(try #require(chosen?.result.reservePrice)))
    for other in item.combinations {
      let difference =
        (other.result.reservePrice?.minorUnits ?? 0) - (item.reservePrice?.minorUnits ?? 0)
      #expect(other.differenceToChosen == Money(minorUnits: difference))
    }
  }

  @Test(arguments: [
    (CombinationMethod.historical, EvidenceClass.historical), (.agency, .agency),
    (.market, .market),
  ])
  func aSingleClassWithoutRowsGivesNoPrice(
    method: CombinationMethod, evidenceClass: EvidenceClass
  ) throws {
    let others = EvidenceClass.allCases.filter { $0 != evidenceClass }
    let item = try priced(others, [.reserveCombine: method.rawValue])
    #expect(item.outcome == .none(.classWithoutPrice(evidenceClass)))
    #expect(item.statusText == "no-class-price")
    #expect(item.combinations.allSatisfy { $0.differenceToChosen == nil })
  }

  @Test func weightsOfZeroGiveNoPrice() throws {
    let changes: [PolicyKey: String] = [
      .reserveCombine: "weighted-mean", .reserveWeightHistorical: "0", .reserveWeightAgency: "0",
    ]
    let item = try priced([.historical, .agency], changes)
    #expect(item.outcome == .none(.weightsSumToZero))
    #expect(item.statusText == "no-class-price")
    let withMarket = try priced(EvidenceClass.allCases, changes)
    #expect(withMarket.reservePrice == Money(minorUnits: 20_300))
  }

  /// Every quantile in twelfths over one to six rows, by integers: position (n − 1) · k / 12.
  @Test(arguments: 1...6, 0...12)
  func theQuantileIsExact(count: Int, twelfths: Int) throws {
    let cents = (0..<count).map { Int64(10_000 + $0 * $0 * 101) }
    let rows = cents.map { Fixture.row(.market, cents: $0) }
    var policy = try ReservePolicy(try Fixture.view([.reserveOutlierZ: "1000"]))
    policy.combine = .quantile
    policy.quantile = try #require(Share(try Rational(Int128(twelfths), over: 12)))
    let item = ReservePricing(
      policy: policy, caseNumber: Fixture.caseNumber, pricingDate: Fixture.pricingDate,
      bootstrap: nil
    ).price(Fixture.item(), evidence: rows)
    let (index, part) = ((count - 1) * twelfths).quotientAndRemainder(dividingBy: 12)
    let above = cents[min(index + 1, count - 1)]
    let expected = cents[index] * Int64(12 - part) + above * Int64(part)
    #expect(exact(item.computed) == (try Rational(Int128(expected), over: 12)))
  }
}
