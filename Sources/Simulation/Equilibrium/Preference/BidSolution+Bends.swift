extension BidSolution {
  /// Solves with slopes by polynomials where bids are smooth, and from node to node where they bend.
  ///
  /// Bids bend where the cutoff hands over to agencies' choice, or the reserve price ends them; a
  /// polynomial would swing there. Where it is not known in advance which panels those are, slopes go
  /// from node to node everywhere first. Where the cutoff never bites no slope is in the equations.
  ///
  /// - Parameters:
  ///   - grid: The entrants.
  ///   - win: The numbers of bids and of winners.
  ///   - bids: Where to begin.
  ///   - sensitivity: S.
  /// - Returns: `nil` where not even that converges.
  static func solve(
    _ grid: EntrantGrid, _ win: WinProbability, from bids: [Double], sensitivity: Double
  ) -> BidSolution? {
    var grid = grid
    guard !win.contestedTerms.isEmpty else {
      return newton(grid, win, from: bids, sensitivity: sensitivity)?.showingBends()
    }
    grid.bentPanels = grid.sharpBends(bids)
    if let found = settled(grid, win, from: bids, sensitivity: sensitivity) { return found }
    grid.bentPanels = grid.bentPanels.map { _ in true }
    guard
      let straight = newton(grid, win, from: bids, sensitivity: sensitivity)
    else { return nil }
    for (part, reach) in [(EntrantGrid.sharpPart, 0), (EntrantGrid.sharpPart / 10, 1)] {
      let sharp = grid.sharpBends(straight.bids, part: part)
      grid.bentPanels = sharp.indices.map { index in
        sharp[max(0, index - reach)...min(sharp.count - 1, index + reach)].contains(true)
      }
      if let found = settled(grid, win, from: straight.bids, sensitivity: sensitivity) {
        return found
      }
    }
    return straight
  }

  /// Solves until no bend has come up that was not reckoned with.
  private static func settled(
    _ grid: EntrantGrid, _ win: WinProbability, from bids: [Double], sensitivity: Double
  ) -> BidSolution? {
    var (grid, bids) = (grid, bids)
    for _ in 0..<3 {
      guard let found = newton(grid, win, from: bids, sensitivity: sensitivity) else { return nil }
      let bent = zip(grid.bentPanels, grid.sharpBends(found.bids)).map { $0 || $1 }
      if bent == grid.bentPanels { return found }
      (grid.bentPanels, bids) = (bent, found.bids)
    }
    return nil
  }

  /// The same bids, taken between nodes as straight where they bend.
  private func showingBends() -> BidSolution {
    var solution = self
    solution.equations.grid.bentPanels = grid.sharpBends(bids)
    return solution
  }
}
