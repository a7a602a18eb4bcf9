import Statistics

extension BidEquations {
  /// The derivatives of the residuals in the bids, row by row.
  ///
  /// The part of the own bid is exact. The part of rivals' bids is summed over every third time and with
  /// the weights of whole nodes: near enough for Newton's method, whose residuals are exact.
  ///
  /// - Throws: `NumericalError`.
  /// - Complexity: O(nodes² × times).
  func jacobian() throws(NumericalError) -> [Double] {
    let count = bids.count
    let top = count - 1
    var matrix = [Double](repeating: 0, count: count * count)
    let isContested = !win.contestedTerms.isEmpty
    let influence = try RivalInfluence(self)
    for node in 0..<count {
      let terms = terms(of: node)
      if node == top && grid.topIsFixed(win) {
        matrix[node * count + node] = 1 / grid.costWidth
        continue
      }
      if isContested && node < top {
        addSlope(terms.slope, node: node, to: &matrix)
      } else {
        matrix[node * count + node] -= terms.slope / grid.costWidth
      }
      matrix[node * count + node] += terms.own
      influence.add(terms, node: node, to: &matrix)
    }
    return matrix
  }

  /// How a residual changes with the slope, with the own bid, and with what a rival's bid changes.
  struct Terms {
    var slope: Double
    var own: Double
    var share: Double
    var tilt: Double
    var loss: Double
  }

  private func terms(of node: Int) -> Terms {
    let (condition, order) = (conditions[node], orders[node])
    let margin = bids[node] - grid.nodes[node].cost
    let share = max(order.share, .leastNormalMagnitude)
    let balance = (condition.slope - condition.reluctance) / condition.root
    let toReluctance = 1 + balance
    let isContested = !win.contestedTerms.isEmpty && node < bids.count - 1
    let toProduct = isContested ? -2 / condition.root : 0
    let toTilt = -toReluctance * sensitivity * margin / share
    let toLoss = toProduct * grid.nodes[node].shareSlope * margin / (share * grid.costWidth)
    let toShare = -toTilt * order.tilt / share - toProduct * condition.product / share
    let toMargin =
      -toReluctance * sensitivity * order.tilt / share
      + toProduct * order.loss * grid.nodes[node].shareSlope / (share * grid.costWidth)
    let own =
      toMargin
      - sensitivity * (toTilt * order.bend + toShare * order.tilt + toLoss * order.lossTilt)
    return Terms(slope: 1 - balance, own: own, share: toShare, tilt: toTilt, loss: toLoss)
  }

  /// Adds a multiple of the slope of bids at a node, in the unit of a condition.
  func addSlope(_ factor: Double, node: Int, to matrix: inout [Double]) {
    for (other, part) in grid.slopeFactors(of: node) {
      matrix[node * bids.count + other] += factor * part / grid.costWidth
    }
  }
}
