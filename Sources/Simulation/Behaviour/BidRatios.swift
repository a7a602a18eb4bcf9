import Pipeline
import Quantities
import Statistics

/// What a simulated bid is drawn from: bids ÷ reserve price in 10⁻⁹ as a rising function of a random
/// word.
///
/// Rising, so that a word that is made of others – a vendor's level, an item's common factor – moves a
/// bid the way it says.
struct BidRatios: Hashable, Sendable {
  /// Ratios of 1 in units of 10⁻⁹.
  static let one: Int64 = 1_000_000_000

  /// A point of a distribution.
  struct Point: Hashable, Sendable {
    /// The share of the bids in 2⁻³².
    let position: Int64
    /// Bid ÷ reserve price in 10⁻⁹.
    let ratio: Int64
  }

  /// How a word becomes a ratio.
  enum Source: Hashable, Sendable {
    /// Past ratios, ascending and not empty, each equally likely.
    case observed([Int64])
    /// Past ratios, ascending and not empty, linear between them.
    case smoothed([Int64])
    /// Points of a distribution, linear between them; from position 0 to 2³².
    case points([Point])
    /// A distribution.
    case tabulated(TabulatedQuantiles)
  }

  /// Bids at the reserve price, and above it, beside a distribution that has none there.
  struct Atoms: Hashable, Sendable {
    /// Words from here on, of 2³², stand for bids at the reserve price.
    let atReserveFrom: UInt64
    /// Words from here on stand for bids above it.
    let aboveFrom: UInt64
    /// The ratio of the latter.
    let aboveRatio: Int64
  }

  /// The distribution; below ``Atoms/atReserveFrom`` where there are atoms.
  let source: Source
  /// The atoms; `nil` where there are none beside the distribution's own.
  var atoms: Atoms?

  /// The ratio that a random word stands for, at least 10⁻⁹.
  ///
  /// - Complexity: O(1), for points O(points).
  func ratio(for word: UInt32) -> Int64 {
    guard let atoms else { return max(1, ratio(ofSource: word)) }
    if UInt64(word) >= atoms.aboveFrom { return atoms.aboveRatio }
    if UInt64(word) >= atoms.atReserveFrom { return BidRatios.one }
    // What is left of the words is stretched over all of them.
    let stretched = UInt64(word) << 32 / atoms.atReserveFrom
    return max(1, ratio(ofSource: UInt32(truncatingIfNeeded: stretched)))
  }

  /// Where the function of the words has steps: the first word of each, ascending, the first one 0.
  ///
  /// - Returns: `nil` beside steps where the function is continuous.
  var steps: [(word: UInt64, isConstant: Bool)] {
    let end = atoms?.atReserveFrom ?? 1 << 32
    var steps: [(word: UInt64, isConstant: Bool)] = []
    if case .observed(let ratios) = source {
      for index in ratios.indices {
        // The first word w with w · count / 2³² ≥ index, then stretched to what the atoms leave.
        let first = (UInt64(index) << 32 + UInt64(ratios.count) - 1) / UInt64(ratios.count)
        let stretched = atoms == nil ? first : (first * end + (1 << 32 - 1)) >> 32
        steps.append((stretched, true))
      }
    } else {
      steps.append((0, false))
    }
    if let atoms {
      steps.append((atoms.atReserveFrom, true))
      steps.append((atoms.aboveFrom, true))
    }
    return steps.filter { $0.word < 1 << 32 }
  }

  private func ratio(ofSource word: UInt32) -> Int64 {
    switch source {
    case .observed(let ratios): return ratios[word.scaled(below: ratios.count)]
    case .smoothed(let ratios):
      let place = UInt64(word) * UInt64(ratios.count - 1)
      let index = Int(place >> 32)
      let rise = Int128(ratios[min(index + 1, ratios.count - 1)] - ratios[index])
      return ratios[index] + Int64((rise * Int128(place & 0xFFFF_FFFF)) >> 32)
    case .points(let points):
      let position = Int64(word)
      guard let upper = points.firstIndex(where: { $0.position > position }), upper > 0 else {
        return points.last?.ratio ?? BidRatios.one
      }
      let (low, high) = (points[upper - 1], points[upper])
      let (rise, part) = (high.ratio - low.ratio, position - low.position)
      let width = high.position - low.position
      let (product, overflow) = rise.multipliedReportingOverflow(by: part)
      return low.ratio
        + (overflow ? Int64(Int128(rise) * Int128(part) / Int128(width)) : product / width)
    case .tabulated(let table): return table.number(for: word)
    }
  }
}

extension BidRatios {
  /// The points that a behaviour file states.
  ///
  /// - Throws: `ArithmeticOverflow` when a number does not fit.
  init(_ stated: [StatedRatio.Quantile]) throws(ArithmeticOverflow) {
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
    self.init(source: .points(points))
  }
}

/// The price that a ratio comes to.
enum BidPrice {
  /// The price in minor units: whole NT$, half-up, at least one.
  ///
  /// A ratio of at most 1 stays within the reserve, even where that has cents.
  ///
  /// - Parameters:
  ///   - ratio: Price ÷ reserve in 10⁻⁹.
  ///   - reserve: The reserve price in minor units, more than 0.
  /// - Returns: `nil` when the price does not fit.
  @inline(__always)
  static func minorUnits(ratio: Int64, atReserve reserve: Int64) -> Int64? {
    let unit = Money.minorUnitsPerUnit
    let scale = BidRatios.one * unit
    let (product, overflow) = ratio.multipliedReportingOverflow(by: reserve)
    let units: Int64
    if !overflow, product <= .max - scale {
      units = max(1, (product + scale / 2) / scale)
    } else {
      let exact = (Int128(ratio) * Int128(reserve) + Int128(scale) / 2) / Int128(scale)
      guard let whole = Int64(exactly: exact), whole <= .max / unit else { return nil }
      units = max(1, whole)
    }
    return ratio <= BidRatios.one ? min(units * unit, reserve) : units * unit
  }
}
