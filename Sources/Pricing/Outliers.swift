public import Policy
import Quantities

/// The third step: how far a price may lie from its class before it is left out.
///
/// The modified z-score of Iglewicz and Hoaglin (*How to Detect and Handle Outliers*, 1993):
/// 0.6745 · |x − median| / MAD. Where the MAD is 0, |x − median| / (1.2533 · mean of |x − median|).
/// Three prices or fewer have no scale to speak of, and none is left out.
public enum OutlierTest: Hashable, Sendable {
  /// At most three rows: none is left out.
  case tooFewRows(count: Int)
  /// Deviations are measured against their median (MAD).
  case medianDeviation(median: ExactPrice, deviation: ExactPrice)
  /// The MAD is 0: deviations are measured against their mean.
  case meanDeviation(median: ExactPrice, deviation: ExactPrice)
  /// All prices are equal: none is left out.
  case noSpread(median: ExactPrice)

  /// The largest number of rows of which none is left out.
  public static let untestedCount = 3
  /// What a median deviation is divided by to make a scale, in ten-thousandths.
  public static let medianDeviationTenThousandths: Int64 = 6_745
  /// What a mean deviation is multiplied by to make a scale, in ten-thousandths.
  public static let meanDeviationTenThousandths: Int64 = 12_533

  /// Chooses the test of one class.
  ///
  /// - Parameter sorted: The prices of the class in minor units, ascending.
  /// - Throws: ``ArithmeticOverflow`` when a deviation does not fit.
  /// - Complexity: O(n log n).
  init(sorted: [Rational]) throws(ArithmeticOverflow) {
    guard sorted.count > OutlierTest.untestedCount,
      let median = try Rational.median(ofSorted: sorted)
    else {
      self = .tooFewRows(count: sorted.count)
      return
    }
    var deviations: [Rational] = []
    deviations.reserveCapacity(sorted.count)
    for price in sorted { deviations.append(try (price - median).magnitude) }
    deviations.sort()
    let center = ExactPrice(minorUnits: median)
    if let middle = try Rational.median(ofSorted: deviations), middle > .zero {
      self = .medianDeviation(median: center, deviation: ExactPrice(minorUnits: middle))
      return
    }
    var sum = Rational.zero
    for deviation in deviations { sum = try sum + deviation }
    let mean = try sum / Rational(Int64(deviations.count))
    self =
      mean > .zero
      ? .meanDeviation(median: center, deviation: ExactPrice(minorUnits: mean))
      : .noSpread(median: center)
  }

  /// How many scales a price lies from the median; never negative.
  ///
  /// - Returns: `nil` where no row is tested.
  /// - Throws: ``ArithmeticOverflow`` when the score does not fit.
  func score(of price: Rational) throws(ArithmeticOverflow) -> Rational? {
    guard let (median, scale) = try medianAndScale() else { return nil }
    return try (price - median).magnitude / scale
  }

  /// The prices that are not above the limit: a run of them, because both tails fall away.
  ///
  /// - Parameters:
  ///   - sorted: The prices that the test was chosen for.
  ///   - limit: The score strictly above which a price is left out.
  /// - Returns: The indices of the prices left; empty when the limit leaves none.
  /// - Throws: ``ArithmeticOverflow`` when a bound does not fit.
  func kept(of sorted: [Rational], limit: Rational) throws(ArithmeticOverflow) -> Range<Int> {
    guard let (median, scale) = try medianAndScale() else { return sorted.indices }
    let reach = try scale * limit
    let lowest = try median - reach
    let highest = try median + reach
    guard let first = sorted.firstIndex(where: { $0 >= lowest }),
      let last = sorted.lastIndex(where: { $0 <= highest }), first <= last
    else { return 0..<0 }
    return first..<(last + 1)
  }

  /// The deviation that has the score 1; `nil` where no row is tested.
  ///
  /// - Throws: ``ArithmeticOverflow`` when it does not fit.
  func scale() throws(ArithmeticOverflow) -> Rational? { try medianAndScale()?.1 }

  /// The median, and the deviation that has the score 1.
  private func medianAndScale() throws(ArithmeticOverflow) -> (Rational, Rational)? {
    func part(_ number: Int64) throws(ArithmeticOverflow) -> Rational {
      try Rational(Int128(number), over: 10_000)
    }
    return switch self {
    case .tooFewRows, .noSpread: nil
    case .medianDeviation(let median, let deviation):
      (
        median.minorUnits,
        try deviation.minorUnits / part(OutlierTest.medianDeviationTenThousandths)
      )
    case .meanDeviation(let median, let deviation):
      (median.minorUnits, try deviation.minorUnits * part(OutlierTest.meanDeviationTenThousandths))
    }
  }

  /// The test in words.
  public var phrase: Phrase {
    switch self {
    case .tooFewRows(let count):
      Phrase("no outlier test with \(count) rows", "僅 \(count) 筆，不檢定離群值")
    case .medianDeviation(let median, let deviation):
      Phrase(
        "modified z-score about the median \(median.decimalText), MAD \(deviation.decimalText)",
        "以中位數 \(median.decimalText)、中位數絕對離差 \(deviation.decimalText) 計修正 z 分數")
    case .meanDeviation(let median, let deviation):
      Phrase(
        "the MAD is 0: deviations from the median \(median.decimalText) are measured against their"
          + " mean \(deviation.decimalText)",
        "中位數絕對離差為 0，改以與中位數 \(median.decimalText) 之平均絕對離差"
          + " \(deviation.decimalText) 衡量")
    case .noSpread(let median):
      Phrase(
        "all prices are \(median.decimalText): no outlier", "價格均為 \(median.decimalText)，無離群值")
    }
  }
}
