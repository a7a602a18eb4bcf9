import Pipeline
import Statistics

/// The bids of some costs: each cost with its mark-up ∫[c → r] W(y) dy / W(c).
///
/// From the highest cost down, each knot's mark-up is the integral up to the next knot plus that
/// knot's mark-up times the ratio of the two probabilities. All parts are positive and only ratios of
/// W appear, so nothing cancels and nothing underflows where W itself would.
struct Markups {
  let bids: [Equilibrium.Bid]

  init(_ entrants: Entrants, _ win: WinProbability, costs: [Double]) throws(NumericalError) {
    let low = entrants.costs.low
    let high = entrants.highestCost
    if win.everyBidWins {
      bids = costs.map {
        .init(
          cost: $0, bid: entrants.reserve, winProbability: 1, orderShare: nil, error: 0)
      }
      return
    }
    var solver = Solver(entrants: entrants, win: win)
    let knots = Set(costs + (try entrants.knots())).filter { $0 >= low && $0 <= high }
    var markups: [Double: Integral] = [:]
    var probabilities: [Double: Double] = [:]
    for knot in knots.sorted(by: >) {
      try solver.descend(to: knot)
      markups[knot] = solver.markup
      probabilities[knot] = solver.probability.value
    }
    bids = costs.map { cost in
      let markup = markups[cost] ?? .zero
      return .init(
        cost: cost, bid: min(cost + markup.value, entrants.reserve),
        winProbability: probabilities[cost] ?? 0, orderShare: nil, error: markup.error)
    }
  }

  /// Walks down the costs.
  private struct Solver {
    let entrants: Entrants
    let win: WinProbability
    private(set) var cost: Double?
    private(set) var probability = ScaledReal.zero
    private(set) var markup = Integral.zero

    init(entrants: Entrants, win: WinProbability) {
      self.entrants = entrants
      self.win = win
    }

    /// Extends the mark-up down to a lower cost.
    mutating func descend(to lower: Double) throws(NumericalError) {
      let below = try value(at: lower)
      defer { (cost, probability) = (lower, below) }
      guard let upper = cost else {
        // Past the highest cost W keeps its last value up to the reserve price.
        markup.value = below.isZero ? 0 : entrants.reserve - lower
        return
      }
      guard !below.isZero else {
        // W is too small even for its wide range: the mark-up is somewhere up to the reserve.
        markup = Integral(value: 0, error: entrants.reserve - lower)
        return
      }
      let tolerance = entrants.precision.tolerance * upper
      let part = try Quadrature.integrate(
        from: lower, to: upper, tolerance: tolerance
      ) { y throws(NumericalError) in
        try value(at: y).ratio(to: below) ?? 0
      }
      let ratio = probability.ratio(to: below) ?? 0
      markup = Integral(
        value: part.value + ratio * markup.value, error: part.error + ratio * markup.error)
    }

    private func value(at cost: Double) throws(NumericalError) -> ScaledReal {
      let shares = try entrants.shares(at: cost)
      return try win.value(below: shares.below, above: shares.above)
    }
  }
}
