import Statistics

/// Makes the nodes of grids, each once.
struct NodeSource {
  let entrants: Entrants
  let win: WinProbability
  private var known: [Double: EntrantNode] = [:]

  init(entrants: Entrants, win: WinProbability) {
    self.entrants = entrants
    self.win = win
  }

  mutating func node(at place: Double) throws(NumericalError) -> EntrantNode {
    if let node = known[place] { return node }
    let cost = try entrants.cost(atPlace: place)
    let shares = place == 0 ? (0, 1) : place == 1 ? (1, 0) : try entrants.shares(at: cost)
    let node = EntrantNode(
      place: place, cost: cost / entrants.reserve, below: shares.0, above: shares.1,
      shareSlope: try entrants.shareSlope(atCost: cost, place: place),
      cutoff: try CutoffDensity(win, below: shares.0, above: shares.1))
    known[place] = node
    return node
  }
}
