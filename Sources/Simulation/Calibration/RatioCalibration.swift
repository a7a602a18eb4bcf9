public import Pipeline
public import Quantities
public import Statistics

/// Distributions fitted to the bid-to-reserve ratios of past bids.
///
/// Bids at the reserve price and above it are counted as shares; the families are fitted to the bids
/// below, and compared on them as the distributions that are drawn from: cut at 1.
public struct RatioCalibration: Hashable, Sendable {
  /// One family.
  public struct Family: Hashable, Sendable {
    /// Its name, as behaviour files write it.
    public let name: String
    /// The estimates, or why there are none.
    public let parameters: Result<[FittedParameter], FitError>
    /// The logarithm of the likelihood of the bids below the reserve price.
    public let logLikelihood: Double?
    /// Akaike's criterion: the lower, the better.
    public let aic: Double?
    /// The Kolmogorov–Smirnov statistic of the bids below the reserve price.
    public let kolmogorovSmirnov: Double?
    /// The Anderson–Darling statistic of the same; `nil` where it is infinite.
    public let andersonDarling: Double?
    /// The distribution with its parameters to nine digits, as a behaviour file states it.
    public let stated: StatedRatio?
  }

  /// Bids that were not disqualified.
  public let bidCount: Int
  /// The share of them at the reserve price exactly.
  public let atReserve: Share
  /// The share of them above it.
  public let aboveReserve: Share
  /// The ratios in ascending order.
  public let sorted: [Double]
  /// Lognormal, beta, lognormal discount, and a mixture of two of the latter, in this order.
  public let families: [Family]

  /// The family with the least AIC; `nil` where none fits.
  public var chosen: Family? {
    families.filter { $0.stated != nil }.min {
      ($0.aic ?? .infinity) < ($1.aic ?? .infinity)
    }
  }

  /// Fits every family to ratios in 10⁻⁹.
  init(_ billionths: [Int64]) {
    let one = BidRatios.one
    let below = billionths.filter { $0 < one && $0 > 0 }.sorted()
    bidCount = billionths.count
    atReserve = RatioCalibration.share(billionths.count { $0 == one }, of: billionths.count)
    aboveReserve = RatioCalibration.share(billionths.count { $0 > one }, of: billionths.count)
    sorted = billionths.sorted().map { Double($0) / Double(one) }
    let ratios = below.map { Double($0) / Double(one) }
    // 1 − ratio, exact before it is rounded.
    let discounts = below.map { Double(one - $0) / Double(one) }
    families = RatioFamily.allCases.map {
      Family($0, ratios: ratios, discounts: discounts)
    }
  }

  private static func share(_ part: Int, of whole: Int) -> Share {
    guard whole > 0, let exact = try? Rational(Int128(part), over: Int128(whole)) else {
      return .zero
    }
    return Share(exact) ?? .zero
  }

  /// The past ratios as a behaviour file states them: quantiles at every half per cent, and closer at
  /// the ends; `nil` without bids.
  public var observed: StatedRatio? {
    let thousandths: [Int128] =
      [0, 1, 2] + stride(from: 5, through: 995, by: 5) + [998, 999, 1_000]
    var points: [StatedRatio.Quantile] = []
    for thousandth in thousandths {
      guard let share = (try? Rational(thousandth, over: 1_000)).flatMap({ Share($0) }),
        let ratio = observedQuantile(Double(thousandth) / 1_000),
        let exact = Rate(significant: max(ratio, 1e-6))
      else { return nil }
      points.append(.init(share: share, ratio: exact))
    }
    return .quantiles(points)
  }

  /// The ratio that a share of past bids does not exceed.
  ///
  /// - Returns: `nil` without bids.
  public func observedQuantile(_ probability: Double) -> Double? {
    Quantile.type7(probability, ofSorted: sorted)
  }

  /// The ratio that a share of the bids of a family does not exceed, those at and above the reserve
  /// price with it.
  ///
  /// - Returns: `nil` for a family without a fit, and above the reserve price, where no family says
  ///   how far.
  public func quantile(_ probability: Double, of family: Family) -> Double? {
    let above = aboveReserve.value.approximation
    let below = 1 - above - atReserve.value.approximation
    if probability > 1 - above { return nil }
    if probability >= below { return 1 }
    return try? family.stated?.quantile(probability / below, isBelowReserve: true)
  }
}
