import Policy
import Quantities

/// The effective prices of one class after the outlier test, and what stands for them.
struct ClassPrices {
  /// Every effective price in minor units, ascending.
  let sorted: [Rational]
  let test: OutlierTest
  /// Which of the sorted prices are left.
  let keptIndices: Range<Int>
  let rule: RepresentativeRule
  /// `nil` when the class has no row.
  let representative: Rational?

  /// The prices left, ascending.
  var kept: ArraySlice<Rational> { sorted[keptIndices] }

  /// Tests a class and takes its representative.
  ///
  /// - Throws: ``ArithmeticOverflow`` when a step does not fit.
  init(
    sorted: [Rational], of evidenceClass: EvidenceClass, outlierZ: Rational
  ) throws(ArithmeticOverflow) {
    self.sorted = sorted
    test = try OutlierTest(sorted: sorted)
    keptIndices = try test.kept(of: sorted, limit: outlierZ)
    rule = RepresentativeRule(for: evidenceClass, keptCount: keptIndices.count)
    representative = try rule.representative(of: sorted[keptIndices])
  }
}
