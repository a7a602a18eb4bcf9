import Statistics

/// Follows the equilibrium from S = 0, where the equations are linear, to the sensitivity asked for, and
/// halves panels where bids bend.
struct PreferenceSolver {
  let win: WinProbability
  private var source: NodeSource

  init(_ entrants: Entrants, _ win: WinProbability) {
    self.win = win
    source = NodeSource(entrants: entrants, win: win)
  }

  /// How finely bids are resolved.
  struct Resolution {
    /// The roughness of bids on a panel at which it is halved.
    var roughness: Double
    /// The narrowest panel, in place.
    var width: Double
    var roundLimit: Int
    var panelLimit: Int

    /// On the way to the sensitivity.
    static let onTheWay = Resolution(
      roughness: 1e-4, width: 0x1p-10, roundLimit: 4, panelLimit: 48)
    /// At the sensitivity.
    static let final = Resolution(
      roughness: 1e-8, width: 0x1p-15, roundLimit: 16, panelLimit: EntrantGrid.mostPanels)
    /// The most that bids may differ on a panel, in powers of e of the agencies' choice.
    static let largestSpread = 3.0
  }

  /// The bids at a sensitivity.
  ///
  /// - Returns: The solution on the refined grid; one at a lower sensitivity where the bids cannot be
  ///   followed any farther.
  /// - Throws: `NumericalError` where there is not even a grid.
  mutating func solve(sensitivity: Double) throws(NumericalError) -> BidSolution {
    let grid = try EntrantGrid.resolving(&source)
    let start = try startingBids(grid)
    guard
      var solution = BidSolution.solve(grid, win, from: start, sensitivity: 0)
    else { throw .noConvergence }
    var (reached, step) = (0.0, 20.0)
    while reached < sensitivity, step >= 0.01 * max(1, reached) {
      let next = min(sensitivity, reached + step)
      guard
        let found = BidSolution.solve(
          solution.grid, win, from: solution.bids, sensitivity: next)
      else {
        step /= 3
        continue
      }
      solution = try refined(found, .onTheWay)
      reached = next
      step = max(step, 0.4 * reached) * (found.iterationCount < 7 ? 1.7 : 1)
    }
    return try refined(solution, .final)
  }

  /// The bids on panels joined two by two, for the error of a solution; `nil` where they do not converge.
  mutating func coarser(_ solution: BidSolution) throws(NumericalError) -> BidSolution? {
    try transferred(solution, ends: solution.grid.joinedEnds)
  }

  /// At S = 0 the equations are b′ = (b − c) · h, linear in the bids; where the cutoff never bites
  /// everyone bids the reserve price.
  private func startingBids(_ grid: EntrantGrid) throws(NumericalError) -> [Double] {
    let count = grid.nodes.count
    guard !win.contestedTerms.isEmpty else { return [Double](repeating: 1, count: count) }
    let equations = try BidEquations(
      grid, win, bids: [Double](repeating: 1, count: count), sensitivity: 0)
    var matrix = [Double](repeating: 0, count: count * count)
    var right = [Double](repeating: 0, count: count)
    for node in 0..<count - 1 {
      let order = equations.orders[node]
      let hazard = order.loss * grid.nodes[node].shareSlope / order.share
      equations.addSlope(1, node: node, to: &matrix)
      matrix[node * count + node] -= hazard / grid.costWidth
      right[node] = -hazard * grid.nodes[node].cost / grid.costWidth
    }
    matrix[count * count - 1] = 1
    right[count - 1] = win.certain.isZero ? grid.nodes[count - 1].cost : 1
    return try LinearSystem(matrix: matrix, size: count).solution(of: right)
  }

  private mutating func refined(
    _ solution: BidSolution, _ resolution: Resolution
  ) throws(NumericalError) -> BidSolution {
    var solution = solution
    for _ in 0..<resolution.roundLimit {
      let rough = solution.roughPanels(resolution)
      guard !rough.isEmpty, solution.grid.panelCount + rough.count <= resolution.panelLimit,
        let finer = try transferred(solution, ends: solution.grid.ends(splitting: rough))
      else { break }
      solution = finer
    }
    return solution
  }

  /// Solves again on other panels.
  private mutating func transferred(
    _ solution: BidSolution, ends: [Double]
  ) throws(NumericalError) -> BidSolution? {
    let grid = try EntrantGrid(ends: ends, source: &source)
    var lowest = 0.0
    let bids = grid.nodes.map { node in
      let bid = solution.grid.value(of: solution.bids, at: node.place)
      lowest = min(max(bid, lowest, node.cost), 1)
      return lowest
    }
    return BidSolution.solve(
      grid, win, from: bids, sensitivity: solution.equations.sensitivity)
  }
}

extension BidSolution {
  /// The panels on which bids bend, or agencies' choice changes, too much for its points.
  fileprivate func roughPanels(_ resolution: PreferenceSolver.Resolution) -> [Int] {
    (0..<grid.panelCount).filter { index in
      let panel = grid.panel(index)
      let spread = equations.sensitivity * (bids[panel.upperBound] - bids[panel.lowerBound])
      return grid.width(index) > resolution.width
        && (ChebyshevPanel.roughness(of: bids[panel]) > resolution.roughness
          || spread > PreferenceSolver.Resolution.largestSpread)
    }
  }
}
