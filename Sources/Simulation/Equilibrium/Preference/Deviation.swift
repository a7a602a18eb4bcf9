import Statistics

extension BidSolution {
  /// Whether a vendor would gain by a bid that nobody makes.
  ///
  /// Between the lowest and the highest bid the conditions leave nothing to gain: what one more unit of
  /// price is worth rises with cost, so a vendor that bids like another one only loses. Below the lowest
  /// bid the lowest cost gains most, above the highest the highest one; both are tried. Bids that fall
  /// with cost are no equilibrium either.
  ///
  /// - Returns: Whether a bid gains more by a millionth, or bids fall by a millionth of the reserve price.
  /// - Throws: `NumericalError`.
  func invitesDeviation() throws(NumericalError) -> Bool {
    let falls = zip(bids, bids.dropFirst()).contains { $0 - $1 > BidSolution.tolerated }
    if falls { return true }
    if try gainsBelow() { return true }
    return try gainsAbove()
  }

  private static let tolerated = 1e-6
  private static let trialCount = 32

  private func gain(_ node: Int, bid: Double) throws(NumericalError) -> Double {
    try (bid - grid.nodes[node].cost) * OrderShare(equations.rivals, node: node, bid: bid).share
  }

  private func gainsBelow() throws(NumericalError) -> Bool {
    let (cost, bid) = (grid.nodes[0].cost, bids[0])
    let own = try gain(0, bid: bid) * (1 + BidSolution.tolerated)
    // So much lower a bid has all orders that there are.
    let width = min(bid - cost, 8 / max(equations.sensitivity, .leastNormalMagnitude))
    for trial in 1...BidSolution.trialCount {
      let lower = bid - width * Double(trial) / Double(BidSolution.trialCount)
      if try gain(0, bid: lower) > own { return true }
    }
    return bid - width - cost > own
  }

  private func gainsAbove() throws(NumericalError) -> Bool {
    let top = bids.count - 1
    guard !grid.topIsFixed(equations.win), bids[top] < 1 else { return false }
    let own = try gain(top, bid: bids[top]) * (1 + BidSolution.tolerated)
    for trial in 1...BidSolution.trialCount {
      let higher = bids[top] + (1 - bids[top]) * Double(trial) / Double(BidSolution.trialCount)
      if try gain(top, bid: higher) > own { return true }
    }
    return false
  }
}
