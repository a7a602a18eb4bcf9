import Statistics

extension EntrantGrid {
  /// Means over the entrants below each node.
  ///
  /// - Parameter table: A function of the entrant's place, a column a time.
  /// - Returns: The integrals over the entrants below of the function, over those of 1. Where these miss
  ///   the share below, as where hardly any entrant is, the function's own value stands in.
  func meansBelow(_ table: NodeTable) -> NodeTable {
    let count = ChebyshevPanel.pointCount
    var sums = NodeTable(rowCount: nodes.count, columnCount: table.columnCount)
    var shares = [Double](repeating: 0, count: nodes.count)
    for index in 0..<panelCount {
      let first = panel(index).lowerBound
      for row in 1..<count {
        let factors = (0..<count).map { integralFactor(row, $0, panel: index) }
        sums.setRow(first + row, to: sums.row(first))
        sums.add(factors.enumerated().map { ($1, first + $0) }, of: table, to: first + row)
        shares[first + row] = shares[first] + factors.reduce(0, +)
      }
    }
    for (index, node) in nodes.enumerated() {
      let isSound = node.below > 0 && abs(shares[index] / node.below - 1) < 1e-3
      sums.setRow(
        index, to: isSound ? sums.row(index).map { $0 / shares[index] } : table.row(index))
    }
    return sums
  }

  /// Means over where the cutoff lies, given that it lies at or above each node and bites.
  ///
  /// - Parameter table: A function of the place of the cutoff, a column a time.
  /// - Returns: The integrals from each node on of the density of the cutoff times the function, over
  ///   those of the density alone. Where these miss the exact chance the function's own value stands
  ///   in: the cutoff is then so rarely higher that it lies hardly above.
  func meansAboveCutoff(_ table: NodeTable) -> NodeTable {
    let count = ChebyshevPanel.pointCount
    var means = table
    for index in (0..<panelCount).reversed() {
      let range = panel(index)
      let scale = nodes[range.lowerBound].cutoff.contested
      guard !scale.isZero else { continue }
      let densities = range.map { nodes[$0].cutoff.density.ratio(to: scale) ?? 0 }
      let beyond = nodes[range.upperBound].cutoff.contested.ratio(to: scale) ?? 0
      let integrals = integralsAbove(densities, panel: index)
      let errors = chanceErrors(panel: index)
      for row in 0..<count - 1 where errors[row] < 1e-3 {
        let total = integrals[row] + beyond
        let target = range.lowerBound + row
        let multiples = (0..<count).map { column in
          let factor =
            integralFactor(count - 1, column, panel: index)
            - integralFactor(row, column, panel: index)
          return (factor * densities[column] / total, range.lowerBound + column)
        }
        means.setRow(target, to: means.row(range.upperBound).map { $0 * beyond / total })
        means.add(multiples, of: table, to: target)
      }
    }
    return means
  }
}
