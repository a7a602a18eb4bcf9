import Pipeline
import Statistics

extension EntrantGrid {
  /// A grid on which the chance of being awarded is resolved: even panels, finer ones at both ends,
  /// and finer ones wherever the chance, integrated from the density of the cutoff, misses its exact
  /// value.
  static func resolving(_ source: inout NodeSource) throws(NumericalError) -> EntrantGrid {
    var ends = (0...8).map { Double($0) / 8 }
    for halvings in 4...7 {
      let distance = 1 / Double(1 << halvings)
      ends += [distance, 1 - distance]
    }
    for kink in source.entrants.costs.kinks {
      let place = try source.entrants.place(ofCost: kink)
      if ends.allSatisfy({ abs($0 - place) > 1e-6 }) { ends.append(place) }
    }
    ends.sort()
    while true {
      let grid = try EntrantGrid(ends: ends, source: &source)
      let coarse = grid.coarsePanels
      guard !coarse.isEmpty, grid.panelCount + coarse.count <= mostPanels else { return grid }
      ends = grid.ends(splitting: coarse)
    }
  }

  /// The most panels of a grid.
  static let mostPanels = 64

  /// The ends with some panels halved.
  func ends(splitting panels: [Int]) -> [Double] {
    (ends + panels.map { (ends[$0] + ends[$0 + 1]) / 2 }).sorted()
  }

  /// The ends with every two panels joined.
  var joinedEnds: [Double] {
    ends.indices.filter { $0.isMultiple(of: 2) || $0 == ends.count - 1 }.map { ends[$0] }
  }

  /// The panels that are too wide for the shares of entrants or for the chances of being awarded.
  private var coarsePanels: [Int] {
    (0..<panelCount).filter { index in
      guard width(index) > 0x1p-10 else { return false }
      if shareErrors(panel: index).contains(where: { $0 > 1e-9 }) { return true }
      let chance = nodes[panel(index).lowerBound].cutoff.contested
      guard let part = chance.ratio(to: nodes[0].cutoff.contested), part > 1e-20 else {
        return false
      }
      return chanceErrors(panel: index).contains { $0 > 1e-7 }
    }
  }

  /// By how much the integral of the slope of shares from each point on misses the share.
  private func shareErrors(panel index: Int) -> [Double] {
    let range = panel(index)
    let top = nodes[range.upperBound]
    return zip(range, integralsAbove(range.map { _ in 1 }, panel: index)).map { node, integral in
      // The smaller of the two shares is the exact one.
      let exact =
        top.below < 0.5 ? top.below - nodes[node].below : nodes[node].above - top.above
      return abs(integral - exact)
    }
  }

  /// By how much the integral of the density of the cutoff from each point on misses the exact chance
  /// of being awarded where the cutoff bites, relative to that chance.
  func chanceErrors(panel index: Int) -> [Double] {
    let range = panel(index)
    let scale = nodes[range.lowerBound].cutoff.contested
    guard !scale.isZero else { return range.map { _ in 0 } }
    let integrals = integralsAbove(
      range.map { nodes[$0].cutoff.density.ratio(to: scale) ?? 0 }, panel: index)
    let beyond = nodes[range.upperBound].cutoff.contested.ratio(to: scale) ?? 0
    return zip(range, integrals).map { node, integral in
      let exact = nodes[node].cutoff.contested.ratio(to: scale) ?? 0
      return exact == 0 ? 0 : abs((integral + beyond) / exact - 1)
    }
  }

  /// Integrals over the entrants from each point of a panel to its upper end.
  func integralsAbove(_ values: [Double], panel index: Int) -> [Double] {
    let count = ChebyshevPanel.pointCount
    return (0..<count).map { row in
      (0..<count).reduce(0.0) { sum, column in
        sum
          + (integralFactor(count - 1, column, panel: index)
            - integralFactor(row, column, panel: index)) * values[column]
      }
    }
  }

  /// What a value at one point of a panel counts in the integral over the entrants from its lower end
  /// to another point.
  func integralFactor(_ row: Int, _ column: Int, panel index: Int) -> Double {
    ChebyshevPanel.integral[row * ChebyshevPanel.pointCount + column] * width(index) / 2
      * nodes[panel(index).lowerBound + column].shareSlope
  }
}
