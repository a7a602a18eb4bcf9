public import Policy
public import Quantities

/// Every number on the way from an item's evidence to its representatives, for those who follow the
/// computation by hand.
///
/// The same steps as in `ItemPricing`, kept apart from its results because few look at them.
public struct PricingSteps: Hashable, Sendable {
  /// One of each row, in input order.
  public let rows: [Row]
  /// One of each class.
  public let classes: PerEvidenceClass<ClassSteps>

  /// The numbers of one row.
  public struct Row: Hashable, Sendable {
    /// What its price is multiplied by.
    public let factors: NormalisingFactors
    /// Days from its date to the pricing date; negative for one dated after it.
    public let ageDays: Int
    /// How many earlier rows state the same quote, among those that nothing else speaks against.
    public let earlierRepeats: Int
    /// How far its price lies from the median of its class; `nil` where it is not effective.
    public let deviation: ExactPrice?
  }

  /// The numbers of one class.
  public struct ClassSteps: Hashable, Sendable {
    /// Rows of the class.
    public let rowCount: Int
    /// Normalised and independent rows.
    public let effectiveCount: Int
    /// Rows that the outlier test leaves.
    public let leftCount: Int
    /// The median of the effective prices.
    public let median: ExactPrice?
    /// The median of their deviations from it; `nil` where there are too few to test.
    public let medianDeviation: ExactPrice?
    /// The mean of their deviations from it; `nil` where there are too few to test.
    public let meanDeviation: ExactPrice?
    /// The deviation that has the score 1; `nil` where nothing is tested.
    public let scale: ExactPrice?
  }
}

extension PricedItem {
  /// The steps that led to the representatives.
  ///
  /// - Throws: `ArithmeticOverflow` when a number does not fit.
  /// - Complexity: O(n log n) in the rows.
  public func steps() throws(ArithmeticOverflow) -> PricingSteps {
    let normalising = Normalising(pricing)
    let classSteps = try PerEvidenceClass<PricingSteps.ClassSteps> {
      evidenceClass throws(ArithmeticOverflow) in
      try PricingSteps.ClassSteps(rows.filter { $0.evidence.origin.evidenceClass == evidenceClass })
    }
    var repeats = RepeatCounter()
    var list: [PricingSteps.Row] = []
    list.reserveCapacity(rows.count)
    for row in rows {
      let median = classSteps[row.evidence.origin.evidenceClass].median
      list.append(
        PricingSteps.Row(
          factors: try normalising.factors(of: row.evidence, for: item),
          ageDays: pricing.pricingDate - row.evidence.date,
          earlierRepeats: repeats.count(before: row),
          deviation: try row.deviation(from: median)))
    }
    return PricingSteps(rows: list, classes: classSteps)
  }
}

extension PricingSteps.ClassSteps {
  init(_ rows: [ReviewedRow]) throws(ArithmeticOverflow) {
    let effective = rows.filter(\.isEffective).compactMap { $0.normalised?.price.minorUnits }
    let sorted = effective.sorted()
    let test = try OutlierTest(sorted: sorted)
    let median = try Rational.median(ofSorted: sorted)
    var deviations: [Rational] = []
    if let median, sorted.count > OutlierTest.untestedCount {
      for price in sorted { deviations.append(try (price - median).magnitude) }
    }
    deviations.sort()
    var sum = Rational.zero
    for deviation in deviations { sum = try sum + deviation }
    let mean = deviations.isEmpty ? nil : try sum / Rational(Int64(deviations.count))
    let price = { (number: Rational?) in number.map { ExactPrice(minorUnits: $0) } }
    rowCount = rows.count
    effectiveCount = effective.count
    leftCount = rows.count { $0.disposition == .used }
    self.median = price(median)
    medianDeviation = price(try Rational.median(ofSorted: deviations))
    meanDeviation = price(mean)
    scale = price(try test.scale())
  }
}

extension ReviewedRow {
  /// How far the price lies from a median; `nil` where the row is not effective.
  fileprivate func deviation(from median: ExactPrice?) throws(ArithmeticOverflow) -> ExactPrice? {
    guard isEffective, let median, let price = normalised?.price else { return nil }
    return ExactPrice(minorUnits: try (price.minorUnits - median.minorUnits).magnitude)
  }
}

/// Counts rows that state the same quote, among those that nothing else speaks against.
private struct RepeatCounter {
  private struct Quote: Hashable {
    let unitPrice: Money
    let date: Day
    let source: String
  }

  private var seen: [Quote: Int] = [:]

  mutating func count(before row: ReviewedRow) -> Int {
    guard row.isEffective || row.isRepeat, let source = row.evidence.source,
      !source.allSatisfy(\.isWhitespace)
    else { return 0 }
    let quote = Quote(unitPrice: row.evidence.unitPrice, date: row.evidence.date, source: source)
    defer { seen[quote, default: 0] += 1 }
    return seen[quote, default: 0]
  }
}

extension ReviewedRow {
  fileprivate var isRepeat: Bool {
    guard case .excluded(.notIndependent(.repeats)) = disposition else { return false }
    return true
  }
}
