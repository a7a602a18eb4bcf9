import Statistics

/// The equilibrium of vendors who share the orders with the others awarded, the cheaper getting more.
struct PreferenceEquilibrium {
  let bids: [Equilibrium.Bid]
  /// The mean of awarded bids, and of the prices paid for orders.
  let meanPrice: Integral
  let orderMeanPrice: Integral
  /// The expected share of the bids that is awarded.
  let awardedShare: Double
  let curve: BidCurve

  /// The most vendors that can be computed with.
  static let largestCount = 200
  /// The largest price sensitivity.
  static let largestSensitivity = 1_000.0
  /// The largest error of a bid that is still a result, as a part of the reserve price.
  static let largestError = 1e-3

  /// Solves for the bids, and again on half the panels for their error.
  ///
  /// - Throws: ``EquilibriumError/noSteadyBids(sensitivity:reached:)`` and
  ///   ``EquilibriumError/numerical(_:)``.
  init(
    _ entrants: Entrants, _ win: WinProbability, sensitivity: Double, costs: [Double]
  ) throws(EquilibriumError) {
    let (reached, isEquilibrium): (Double, Bool)
    do throws(NumericalError) {
      var solver = PreferenceSolver(entrants, win)
      let solution = try solver.solve(sensitivity: sensitivity)
      let results = NodeResults(solution, entrants)
      // Where it does not converge nothing tells the error.
      let coarse = try solver.coarser(solution).map { NodeResults($0, entrants) }
      func error(_ value: (NodeResults) -> Double) -> Double {
        guard let coarse else { return .infinity }
        return max(solution.leastError * entrants.reserve, abs(value(results) - value(coarse)))
      }
      var bids: [Equilibrium.Bid] = []
      for cost in costs {
        let place = try entrants.place(ofCost: cost)
        let shares = try entrants.shares(at: cost)
        bids.append(
          Equilibrium.Bid(
            cost: cost,
            bid: min(max(results.bid(at: place), cost, bids.last?.bid ?? 0), entrants.reserve),
            winProbability: try win.value(below: shares.below, above: shares.above).value,
            orderShare: results.orderShare(at: place), error: error { $0.bid(at: place) }))
      }
      self.bids = bids
      meanPrice = Integral(value: results.meanPrice, error: error(\.meanPrice))
      orderMeanPrice = Integral(value: results.orderMeanPrice, error: error(\.orderMeanPrice))
      awardedShare = results.awardedShare
      let largestError = bids.reduce(0) { max($0, $1.error) }
      let places = solution.grid.nodes.map(\.place)
      let allPlaces = (places + zip(places, places.dropFirst()).map { ($0 + $1) / 2 }).sorted()
      curve = try BidCurve(
        entrants, places: allPlaces, bids: allPlaces.map { results.bid(at: $0) },
        bidError: largestError)
      reached = solution.equations.sensitivity
      let isNear = largestError <= PreferenceEquilibrium.largestError * entrants.reserve
      isEquilibrium = isNear ? try !solution.invitesDeviation() : false
    } catch {
      throw .numerical(error)
    }
    guard reached >= sensitivity, isEquilibrium else {
      throw .noSteadyBids(sensitivity: sensitivity, reached: reached)
    }
  }
}

/// What a solution comes to, in the unit of the costs.
private struct NodeResults {
  let grid: EntrantGrid
  let bids: [Double]
  let orderShares: [Double]
  let awardedShare: Double
  let meanPrice: Double
  let orderMeanPrice: Double

  init(_ solution: BidSolution, _ entrants: Entrants) {
    grid = solution.grid
    bids = solution.bids.map { min($0, 1) * entrants.reserve }
    let awarded = grid.nodes.map(\.cutoff.awarded.value)
    orderShares = zip(awarded, solution.equations.orders).map { $0 * $1.share }
    awardedShare = grid.integral(awarded)
    meanPrice = grid.integral(zip(bids, awarded).map(*)) / awardedShare
    orderMeanPrice = grid.integral(zip(bids, orderShares).map(*)) / grid.integral(orderShares)
  }

  func bid(at place: Double) -> Double { grid.value(of: bids, at: place) }

  func orderShare(at place: Double) -> Double {
    min(max(grid.value(of: orderShares, at: place), 0), 1)
  }
}
