import Pipeline
import Quantities
import Statistics

/// How a distribution of ratios is bent before draws: discounts scaled, bids at the reserve price and
/// above it beside those below.
struct RatioShape {
  private let discountScale: Rate?
  private let atReserve: Share?
  private let aboveReserve: Share?
  private let aboveRatio: Int64

  /// The ratio of bids above the reserve price where no past ones show any.
  private static let usualAboveRatio: Int64 = 1_050_000_000

  /// Takes what is stated; past bids above the reserve show how far above such bids lie.
  init(
    discountScale: Rate?, atReserve: Share?, aboveReserve: Share?, evidence: PastLots.Evidence
  ) {
    self.discountScale = discountScale
    self.atReserve = atReserve
    self.aboveReserve = aboveReserve
    let above = evidence.ratios.map(\.billionths).filter { $0 > BidRatios.one }.sorted()
    aboveRatio = above.isEmpty ? RatioShape.usualAboveRatio : above[above.count / 2]
  }

  private var hasAtoms: Bool { atReserve != nil || aboveReserve != nil }

  /// Past ratios, in ascending order; those at and above the reserve give way to stated shares.
  ///
  /// - Returns: `nil` where there is none.
  func ratios(
    observed: [Int64], isSmoothed: Bool
  ) throws(ArithmeticOverflow) -> BidRatios? {
    var list = hasAtoms ? observed.filter { $0 < BidRatios.one } : observed
    if list.isEmpty, hasAtoms, !observed.isEmpty { list = [BidRatios.one] }
    guard !list.isEmpty else { return nil }
    for index in list.indices { list[index] = try scaled(list[index]) }
    list.sort()
    return BidRatios(source: isSmoothed ? .smoothed(list) : .observed(list), atoms: try atoms())
  }

  /// A stated distribution.
  ///
  /// - Returns: `nil` where the distribution cannot be tabulated.
  func ratios(_ stated: StatedRatio) throws(ArithmeticOverflow) -> BidRatios? {
    let atoms = try atoms()
    if case .quantiles(let points) = stated {
      var ratios = try BidRatios(points)
      if case .points(var points) = ratios.source, discountScale != nil {
        for index in points.indices {
          points[index] = .init(
            position: points[index].position, ratio: try scaled(points[index].ratio))
        }
        ratios = BidRatios(source: .points(points))
      }
      ratios.atoms = atoms
      return ratios
    }
    let factor = discountScale?.value.approximation ?? 1
    let table = try? TabulatedQuantiles(scale: Double(BidRatios.one)) {
      probability throws(NumericalError) in
      let ratio = try stated.quantile(probability, isBelowReserve: hasAtoms)
      return ratio < 1 ? max(0, 1 - (1 - ratio) * factor) : min(ratio, 100)
    }
    return table.map { BidRatios(source: .tabulated($0), atoms: atoms) }
  }

  /// A ratio whose distance below 1 is scaled; 0 where that goes below.
  private func scaled(_ ratio: Int64) throws(ArithmeticOverflow) -> Int64 {
    guard let discountScale, ratio < BidRatios.one else { return ratio }
    let discount = try discountScale.value * Rational(BidRatios.one - ratio)
    return max(0, BidRatios.one - Int64(clamping: discount.rounded(.halfUp)))
  }

  private func atoms() throws(ArithmeticOverflow) -> BidRatios.Atoms? {
    guard hasAtoms else { return nil }
    let above = aboveReserve?.value ?? .zero
    let at = atReserve?.value ?? .zero
    let words = Rational(1 << 32)
    let aboveFrom = try words - (words * above)
    let atFrom = try aboveFrom - (words * at)
    return BidRatios.Atoms(
      atReserveFrom: UInt64(clamping: atFrom.rounded(.halfUp)),
      aboveFrom: UInt64(clamping: aboveFrom.rounded(.halfUp)), aboveRatio: aboveRatio)
  }
}
