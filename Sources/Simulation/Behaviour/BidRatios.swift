import Pipeline
import Quantities
import Statistics

/// What a simulated bid is drawn from: the past bids themselves, or a table of quantiles.
enum BidRatios: Hashable, Sendable {
  /// A past bid as a part of the reserve price of its lot.
  struct Observed: Hashable, Sendable {
    /// Bid ÷ reserve price in 10⁻⁹; `nil` for a disqualified bid without a price.
    let ratioBillionths: Int64?
    /// Whether the bid was refused before prices were looked at.
    let isDisqualified: Bool
  }

  /// A point of a distribution.
  struct Point: Hashable, Sendable {
    /// The share of the bids in 2⁻³².
    let position: Int64
    /// Bid ÷ reserve price in 10⁻⁹.
    let ratio: Int64
  }

  /// Ratios of 1 in units of 10⁻⁹.
  static let one: Int64 = 1_000_000_000

  /// Past bids, each equally likely.
  case observed([Observed])
  /// Points of a distribution, linear between them.
  case quantiles([Point])

  /// The bid that a random word stands for; `nil` when there is nothing to draw from.
  ///
  /// - Complexity: O(1) for past bids, O(points) for quantiles.
  func bid(for word: UInt32) -> Observed? {
    switch self {
    case .observed(let bids):
      guard !bids.isEmpty else { return nil }
      return bids[word.scaled(below: bids.count)]
    case .quantiles(let points):
      let position = Int64(word)
      guard let upper = points.firstIndex(where: { $0.position > position }), upper > 0 else {
        return points.last.map { Observed(ratioBillionths: $0.ratio, isDisqualified: false) }
      }
      let (low, high) = (points[upper - 1], points[upper])
      let rise = Int128(high.ratio - low.ratio) * Int128(position - low.position)
      let ratio = low.ratio + Int64(rise / Int128(high.position - low.position))
      return Observed(ratioBillionths: ratio, isDisqualified: false)
    }
  }
}

extension BidRatios {
  /// The points that a behaviour file states.
  ///
  /// - Throws: `ArithmeticOverflow` when a number does not fit.
  init(_ stated: [BehaviourSettings.RatioQuantile]) throws(ArithmeticOverflow) {
    var points: [Point] = []
    for quantile in stated {
      let position = try quantile.share.value * Rational(1 << 32)
      let ratio = try quantile.ratio.value * Rational(BidRatios.one)
      guard let ratio = Int64(exactly: ratio.rounded(.halfUp)) else {
        throw ArithmeticOverflow("a bid ratio")
      }
      points.append(Point(position: Int64(position.rounded(.halfUp)), ratio: ratio))
    }
    // Shares closer than a word can tell make a step.
    self = .quantiles(points)
  }
}

extension BidRatios.Observed {
  /// The price that the ratio comes to at a reserve: whole NT$, half-up, at least one.
  ///
  /// A ratio of at most 1 stays within the reserve, even where that has cents.
  ///
  /// - Throws: `ArithmeticOverflow` when the price does not fit.
  func price(atReserve reserve: Money) throws(ArithmeticOverflow) -> Money? {
    guard let ratioBillionths else { return nil }
    let unit = Int128(Money.minorUnitsPerUnit)
    let scale = Int128(BidRatios.one) * unit
    let exact = Int128(reserve.minorUnits) * Int128(ratioBillionths)
    let units = max(1, (exact + scale / 2) / scale)
    guard let minorUnits = Int64(exactly: units * unit) else { throw ArithmeticOverflow("a bid") }
    let price = Money(minorUnits: minorUnits)
    return ratioBillionths <= BidRatios.one ? min(price, reserve) : price
  }
}
