import Statistics

/// How the bid of one vendor changes the orders of another, for Newton's method.
///
/// A rival that bids more keeps silent longer. That raises the mean silence of the entrants above it in
/// cost, and so the survival of everyone whose rivals they are.
struct RivalInfluence {
  private let equations: BidEquations
  /// Every third time, and what it counts.
  private let times: [Double]
  private let weights: [Double]
  /// The density of the own ring, x e^(−x), a row a node.
  private let rings: NodeTable
  /// How survival and loss change with the mean silence, a row a node.
  private let survivalSlopes: NodeTable
  private let lossSlopes: NodeTable
  /// What the bid of a node does to silence, and to the survival of the nodes below, a row a time.
  private let silenceByTime: NodeTable
  private let survivalByTime: NodeTable

  /// Every so-many-th time is used.
  private static let stride = 3

  /// Works out what all nodes share.
  ///
  /// - Throws: `NumericalError`.
  init(_ equations: BidEquations) throws(NumericalError) {
    self.equations = equations
    let (grid, rivals) = (equations.grid, equations.rivals)
    let columns = Array(
      Swift.stride(from: 0, to: rivals.race.times.count, by: RivalInfluence.stride))
    times = columns.map { rivals.race.times[$0] }
    weights = try ChoiceRace.weights(
      count: columns.count, step: ChoiceRace.step * Double(RivalInfluence.stride))

    var rings = rivals.silence.picking(columns)
    for (node, rate) in rivals.rates.enumerated() {
      rings.setRow(node, to: zip(times, rings.row(node)).map { rate * $0 * $1 })
    }
    self.rings = rings

    let means = rivals.meanSilence.picking(columns)
    var (survivalSlopes, lossSlopes) = RivalInfluence.slopes(equations, means)
    self.survivalSlopes = survivalSlopes
    self.lossSlopes = lossSlopes
    lossSlopes = rings
    for (node, weight) in grid.weights.enumerated() {
      let counted = rings.row(node).map { $0 * weight * equations.sensitivity }
      lossSlopes.setRow(node, to: counted)
      survivalSlopes.setRow(node, to: zip(survivalSlopes.row(node), counted).map { $0 * $1 })
    }
    silenceByTime = lossSlopes.transposed
    survivalByTime = survivalSlopes.transposed
  }

  /// Adds what the bids of all vendors do to a residual.
  func add(_ terms: BidEquations.Terms, node: Int, to matrix: inout [Double]) {
    let count = equations.bids.count
    let (ring, lossSlope) = (rings.row(node), lossSlopes.row(node))
    let rate = equations.rivals.rates[node]
    // What the survival of the node, and its loss, are worth to the residual at each time.
    let worth = times.indices.map { index in
      weights[index] * ring[index] * (terms.share + terms.tilt * (1 - rate * times[index]))
    }
    let lost = times.indices.map { weights[$0] * ring[$0] * terms.loss * lossSlope[$0] }
    let kept = zip(worth, survivalSlopes.row(node)).map { $0 * $1 }

    let fromBelow = silenceByTime.sum(zip(kept, lost).map { $0 + $1 }, columns: 0..<node)
    for rival in 0..<node { matrix[node * count + rival] += fromBelow[rival] }
    // Half of the node itself is below it.
    let fromHere = silenceByTime.sum(zip(kept, lost).map { $0 + $1 / 2 }, columns: node..<node + 1)
    matrix[node * count + node] += fromHere[node]
    let fromAbove = survivalByTime.sum(worth, columns: node + 1..<count)
    let nodes = equations.grid.nodes
    for rival in node + 1..<count {
      let part = nodes[rival].cutoff.awarded.ratio(to: nodes[node].cutoff.awarded) ?? 0
      matrix[node * count + rival] += part * fromAbove[rival]
    }
  }

  /// The derivatives of survival and of loss in the mean silence of the entrants below.
  private static func slopes(
    _ equations: BidEquations, _ means: NodeTable
  ) -> (survival: NodeTable, loss: NodeTable) {
    let (grid, win) = (equations.grid, equations.win)
    var loss = means
    for (index, node) in grid.nodes.enumerated() {
      let scale = node.below > 0 ? 1 / node.below : 0
      let slope = RivalTable.powers(
        of: means.row(index), weights: derivative(node.cutoff.rivalCounts))
      loss.setRow(index, to: slope.map { $0 * scale })
    }
    let certain = RivalTable.powers(
      of: means.row(grid.nodes.count - 1), weights: derivative(win.certainRivalCounts))
    var survival = grid.meansAboveCutoff(loss)
    for (index, node) in grid.nodes.enumerated() {
      survival.mix(row: index, part: equations.rivals.contestedParts[index], with: certain)
      let hazard = node.cutoff.density.ratio(to: node.cutoff.awarded) ?? 0
      loss.setRow(index, to: loss.row(index).map { $0 * hazard })
    }
    return (survival, loss)
  }

  /// The weights of the derivative of Σ weight(e) · x^e.
  private static func derivative(_ weights: [Double]) -> [Double] {
    weights.enumerated().dropFirst().map { Double($0.offset) * $0.element }
  }
}
