import Statistics

/// The conditions that the bids of an equilibrium meet, one a node.
///
/// A vendor of cost c that bids b is awarded with probability W(G) at its place G and then has a share
/// q(b, G) of the orders. Where its gain (b − c) W q is largest,
///
///     b′ · (1 − (b − c) · ε) = (b − c) · h
///
/// with b′ the slope of bids, ε = −∂ log q / ∂b what a higher bid loses of the orders of agencies, and
/// h = −∂ log (W q) / ∂G what a higher place loses at the cutoff. Both factors on the left are at least 0:
/// bids do not fall with cost, and nobody would gain by bidding a little more. Where the cutoff never
/// bites h is 0, and the bids follow from ε alone, up to the reserve price, which then stands in for b′.
///
/// Written as x + y = √((x − y)² + 4xy), with x and y the factors and their product replaced by the right
/// side, both signs are part of the equation: Newton's method cannot leave for bids that fall. (Chen and
/// Harker 1993, Kanzow 1996 for linear complementarity problems.)
struct BidEquations {
  var grid: EntrantGrid
  let win: WinProbability
  let sensitivity: Double
  let bids: [Double]
  let rivals: RivalTable
  let orders: [OrderShare]
  /// x, y and xy of each node.
  let conditions: [Condition]
  /// What each equation misses.
  let residuals: [Double]

  /// Both factors of a condition and what their product should be.
  struct Condition {
    var slope: Double
    var reluctance: Double
    var product: Double

    /// What keeps the square root smooth at 0; far below any error that is asked for.
    static let smoothing = 1e-20

    var root: Double {
      let difference = slope - reluctance
      return (difference * difference + 4 * (max(product, 0) + Condition.smoothing)).squareRoot()
    }
  }

  /// Puts bids into the equations.
  ///
  /// - Throws: `NumericalError`.
  init(
    _ grid: EntrantGrid, _ win: WinProbability, bids: [Double], sensitivity: Double
  ) throws(NumericalError) {
    self.grid = grid
    self.win = win
    self.bids = bids
    self.sensitivity = sensitivity
    rivals = try RivalTable(grid, win, bids: bids, sensitivity: sensitivity)
    var orders: [OrderShare] = []
    for node in bids.indices { orders.append(try OrderShare(rivals, node: node)) }
    self.orders = orders
    let slopes = grid.slopes(of: bids)
    let isContested = !win.contestedTerms.isEmpty
    let top = bids.count - 1
    conditions = bids.indices.map { node in
      let order = orders[node]
      let margin = bids[node] - grid.nodes[node].cost
      let reluctance =
        1 - margin * sensitivity * order.tilt / max(order.share, .leastNormalMagnitude)
      guard isContested, node < top else {
        return Condition(
          slope: (1 - bids[node]) / grid.costWidth, reluctance: reluctance, product: 0)
      }
      let hazard = order.loss * grid.nodes[node].shareSlope / order.share
      return Condition(
        slope: slopes[node] / grid.costWidth, reluctance: reluctance,
        product: hazard * margin / grid.costWidth)
    }
    let fixedTop = grid.topIsFixed(win)
    residuals = conditions.enumerated().map { node, condition in
      node == top && fixedTop
        ? (bids[top] - grid.nodes[top].cost) / grid.costWidth
        : condition.slope + condition.reluctance - condition.root
    }
  }
}
