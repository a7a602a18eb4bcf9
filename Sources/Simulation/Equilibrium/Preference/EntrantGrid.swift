import Statistics

/// A vendor on the grid: its place, its cost and its chances.
struct EntrantNode {
  /// Where it stands among the entrants, from 0 to 1.
  let place: Double
  /// Its cost as a part of the reserve price.
  let cost: Double
  /// The shares of entrants below and above it.
  let below: Double
  let above: Double
  /// How fast the share below grows with the place.
  let shareSlope: Double
  let cutoff: CutoffDensity
}

/// Entrants at the points of neighbouring panels, on which bids are solved for.
///
/// The last point of a panel is the first of the next one.
struct EntrantGrid {
  /// The ends of the panels, from 0 to 1.
  let ends: [Double]
  let nodes: [EntrantNode]
  /// What a node counts in an integral over the entrants.
  let weights: [Double]
  /// The panels on which a function of the nodes bends too sharply for one polynomial, and goes
  /// straight from node to node.
  var bentPanels: [Bool]

  /// How large the last coefficients are, as a part of the range of values, where values bend.
  static let sharpPart = 0.005
  /// The points of a panel but the first one.
  static let step = ChebyshevPanel.degree

  /// Puts nodes on panels.
  init(ends: [Double], source: inout NodeSource) throws(NumericalError) {
    var nodes = [try source.node(at: ends[0])]
    for (low, high) in zip(ends, ends.dropFirst()) {
      for point in ChebyshevPanel.points.dropFirst().dropLast() {
        nodes.append(try source.node(at: low + (high - low) * ((1 + point) / 2)))
      }
      nodes.append(try source.node(at: high))
    }
    var weights = [Double](repeating: 0, count: nodes.count)
    for (index, (low, high)) in zip(ends, ends.dropFirst()).enumerated() {
      for (offset, part) in ChebyshevPanel.integral.suffix(ChebyshevPanel.pointCount).enumerated() {
        let node = index * EntrantGrid.step + offset
        weights[node] += part * (high - low) / 2 * nodes[node].shareSlope
      }
    }
    self.ends = ends
    self.nodes = nodes
    self.weights = weights
    bentPanels = ends.dropLast().map { _ in false }
  }

  /// The number of panels.
  var panelCount: Int { ends.count - 1 }

  /// The nodes of a panel, both ends among them.
  func panel(_ index: Int) -> ClosedRange<Int> {
    index * EntrantGrid.step...(index + 1) * EntrantGrid.step
  }

  /// The width of a panel.
  func width(_ index: Int) -> Double { ends[index + 1] - ends[index] }

  /// The integral over all entrants of a function given at the nodes.
  func integral(_ values: [Double]) -> Double {
    zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The value at a place of a function given at the nodes.
  func value(of values: [Double], at place: Double) -> Double {
    var index = 0
    while index < panelCount - 1, ends[index + 1] <= place { index += 1 }
    if bentPanels[index] { return straightValue(of: values, at: place, panel: index) }
    let middle = (ends[index] + ends[index + 1]) / 2
    let x = (place - middle) / (width(index) / 2)
    return ChebyshevPanel.value(of: values[panel(index)], at: min(max(x, -1), 1))
  }

  private func straightValue(of values: [Double], at place: Double, panel index: Int) -> Double {
    var node = panel(index).lowerBound
    while node < panel(index).upperBound - 1, nodes[node + 1].place <= place { node += 1 }
    let part = (place - nodes[node].place) / (nodes[node + 1].place - nodes[node].place)
    return values[node] + (values[node + 1] - values[node]) * min(max(part, 0), 1)
  }

  /// The panels on which values bend sharply: a kink, unlike a smooth curve, leaves the last
  /// coefficients in step with the values.
  func sharpBends(_ values: [Double], part: Double = sharpPart) -> [Bool] {
    (0..<panelCount).map { index in
      let inside = values[panel(index)]
      let range = (inside.max() ?? 0) - (inside.min() ?? 0)
      return ChebyshevPanel.roughness(of: inside) > max(part * range, 1e-9)
    }
  }
}
