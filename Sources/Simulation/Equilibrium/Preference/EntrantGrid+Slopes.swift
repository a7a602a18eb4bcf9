import Statistics

extension EntrantGrid {
  /// From the lowest to the highest cost, as a part of the reserve price.
  var costWidth: Double { nodes[nodes.count - 1].cost - nodes[0].cost }

  /// Whether the highest cost bids itself: at the reserve price, and where it is never awarded.
  func topIsFixed(_ win: WinProbability) -> Bool {
    nodes[nodes.count - 1].cost >= 1 || win.certain.isZero
  }

  /// The slope in place of a function given at the nodes, at each node but the top: by the panel above
  /// it, and on bent panels to the next node.
  func slopes(of values: [Double]) -> [Double] {
    var slopes = [Double](repeating: 0, count: values.count)
    for node in 0..<values.count - 1 {
      for (other, factor) in slopeFactors(of: node) { slopes[node] += factor * values[other] }
    }
    return slopes
  }

  /// What each node's value counts in the slope at a node.
  func slopeFactors(of node: Int) -> [(node: Int, factor: Double)] {
    let index = node / EntrantGrid.step
    if bentPanels[index] {
      let inverse = 1 / (nodes[node + 1].place - nodes[node].place)
      return [(node, -inverse), (node + 1, inverse)]
    }
    let first = panel(index).lowerBound
    let row = (node - first) * ChebyshevPanel.pointCount
    return (0...EntrantGrid.step).map { column in
      (first + column, ChebyshevPanel.derivative[row + column] * 2 / width(index))
    }
  }
}
