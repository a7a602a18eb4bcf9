import Policy
import Quantities
import Testing

@testable import Pricing

/// The steps that sheets show: they have to lead to the very prices that the engine computes.
@Suite struct PricingStepsTests {
  private static let index = PriceIndex([
    Month(year: 2026, number: 1): Rational(104), Month(year: 2025, number: 12): Rational(102),
  ])

  /// Every way that a row may differ from its item: tax, fee, term, unit and tier.
  private static let rows: [Evidence] = {
    var rows: [Evidence] = []
    for bits in 0..<64 {
      rows.append(
        Fixture.row(
          Fixture.origin(.historical), cents: 123_400 + Int64(bits), id: "r\(bits)",
          isTaxIncluded: bits & 1 == 0, isFeeIncluded: bits & 2 == 0,
          unit: bits & 4 == 0 ? nil : bits & 32 == 0 ? "user" : "seat",
          termMonths: bits & 8 == 0 ? nil : 3, tier: bits & 16 == 0 ? nil : "1-99"))
    }
    return rows
  }()

  @Test(arguments: [nil, 12])
  func `the factors lead to the normalised price, or one of them is missing`(months: Int?) throws {
    let item = Fixture.item(unit: "user", termMonths: months, tier: "1-99")
    let pricing = try Fixture.pricing([.reserveFeeUplift: "0.01"], index: Self.index)
    let priced = pricing.price(item, evidence: Self.rows)
    let steps = try priced.steps()
    #expect(steps.rows.count == 64)
    for (row, step) in zip(priced.rows, steps.rows) {
      let factors = step.factors
      guard factors.fitsItem, let term = factors.term, let index = factors.index else {
        #expect(row.normalised == nil)
        continue
      }
      let product = try factors.tax * factors.fee * term * index
      #expect(row.normalised?.price.minorUnits == (try row.evidence.unitPrice.exact * product))
      #expect(factors.tax == (row.evidence.isTaxIncluded ? .one : try Rational(105, over: 100)))
      #expect(factors.fee == (row.evidence.isFeeIncluded ? .one : try Rational(101, over: 100)))
    }
    let missing = steps.rows.count { !$0.factors.fitsItem || $0.factors.term == nil }
    // A quarter states the wrong unit; of the rest half state a term, which needs the item's own.
    #expect(missing == (months == nil ? 16 + 24 : 16))
  }

  /// Every sorted sample of one to six prices out of five, against integer arithmetic.
  @Test(arguments: 1...6)
  func `median and deviations are those of integer arithmetic`(count: Int) throws {
    var samples: [[Int]] = [[]]
    for _ in 0..<count {
      samples = samples.flatMap { sample in
        [1, 2, 4, 40, 90].filter { $0 >= sample.last ?? 0 }.map { sample + [$0] }
      }
    }
    for sample in samples {
      let rows = sample.map { Fixture.row(.agency, cents: Int64($0)) }
      let priced = try Fixture.pricing().price(Fixture.item(), evidence: rows)
      let steps = try priced.steps()
      let found = steps.classes.agency
      let doubled = sample[(count - 1) / 2] + sample[count / 2]
      let median = try Rational(Int128(doubled), over: 2)
      #expect(found.median?.minorUnits == median)
      #expect(found.rowCount == count && found.effectiveCount == count)
      #expect(found.leftCount == priced.counts.used)
      let deviations = sample.map { abs(2 * $0 - doubled) }
      for (step, deviation) in zip(steps.rows, deviations) {
        #expect(step.deviation?.minorUnits == (try Rational(Int128(deviation), over: 2)))
      }
      guard count > 3 else {
        #expect(found.medianDeviation == nil && found.meanDeviation == nil && found.scale == nil)
        continue
      }
      let ordered = deviations.sorted()
      let mad = try Rational(Int128(ordered[(count - 1) / 2] + ordered[count / 2]), over: 4)
      let mean = try Rational(Int128(ordered.reduce(0, +)), over: Int128(2 * count))
      #expect(found.medianDeviation?.minorUnits == mad)
      #expect(found.meanDeviation?.minorUnits == mean)
      let scale =
        mad > .zero
        ? try mad / Rational(6_745, over: 10_000) : try mean * Rational(12_533, over: 10_000)
      #expect(found.scale?.minorUnits == (scale > .zero ? scale : nil))
    }
  }

  /// Of one quote under four names the first counts; a stale row before it does not.
  @Test func `repeats are counted among rows that nothing else speaks against`() throws {
    let rows = [(2_000, "q"), (30, "q"), (30, "q"), (30, nil), (30, "other"), (30, "q")]
      .map { daysOld, source in
        Fixture.row(.market, cents: 500, daysOld: daysOld, source: source)
      }
    let steps = try Fixture.pricing().price(Fixture.item(), evidence: rows).steps()
    #expect(steps.rows.map(\.earlierRepeats) == [0, 0, 1, 0, 0, 2])
    #expect(steps.rows.map(\.ageDays) == [2_000, 30, 30, 30, 30, 30])
  }
}
