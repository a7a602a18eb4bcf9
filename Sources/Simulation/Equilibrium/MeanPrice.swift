import Pipeline
import Statistics

/// The mean price paid, pooled over awarded bids, and the share of bids that is awarded.
///
/// Over entrants with costs distributed as G: ∫ b W dG ÷ ∫ W dG. Exchanging the order of integration
/// makes the numerator ∫ c W dG + ∫ W(y) G(y) dy, so that no integral stands inside another; the
/// denominator is the mean of k(n) / n.
struct MeanPrice {
  /// The mean price.
  let price: Integral
  /// The expected share of the bids that is awarded.
  let awardedShare: Double

  init(_ entrants: Entrants, _ win: WinProbability) throws(NumericalError) {
    guard !win.everyBidWins else {
      price = Integral(value: entrants.reserve, error: 0)
      awardedShare = 1
      return
    }
    awardedShare = win.mean
    let middleCost = try entrants.cost(atShare: 0.5)
    var paid = try MeanPrice.integrate(
      over: entrants.precision.shareKnots, tolerance: entrants.precision.tolerance * middleCost
    ) { share throws(NumericalError) in
      try entrants.cost(atShare: share) * (try win.value(below: share, above: 1 - share).value)
    }
    let low = entrants.costs.low
    let high = entrants.highestCost
    let knots = Set([low, high] + (try entrants.knots())).filter { $0 >= low && $0 <= high }
      .sorted()
    for (from, to) in zip(knots, knots.dropFirst()) {
      let tolerance = entrants.precision.tolerance * to
      paid =
        paid
        + (try Quadrature.integrate(from: from, to: to, tolerance: tolerance) {
          cost throws(NumericalError) in
          let shares = try entrants.shares(at: cost)
          return try shares.below * win.value(below: shares.below, above: shares.above).value
        })
    }
    // Past the highest cost W keeps its last value up to the reserve price.
    paid.value += (entrants.reserve - high) * (try win.value(below: 1, above: 0).value)
    price = Integral(
      value: min(paid.value / awardedShare, entrants.reserve), error: paid.error / awardedShare)
  }

  private static func integrate(
    over shares: [Double], tolerance: Double,
    _ integrand: (Double) throws(NumericalError) -> Double
  ) throws(NumericalError) -> Integral {
    var sum = Integral.zero
    for (from, to) in zip(shares, shares.dropFirst()) {
      sum = sum + (try Quadrature.integrate(from: from, to: to, tolerance: tolerance, integrand))
    }
    return sum
  }
}
