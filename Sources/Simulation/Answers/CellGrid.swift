import Statistics

/// The tallies of one dimension: every cell under every scenario.
struct CellGrid: Hashable, Codable, Sendable {
  let dimension: Dimension
  let scenarioCount: Int
  let cellCount: Int
  /// Scenario by scenario, cell by cell, metric by metric.
  private(set) var tallies: [MetricTally]

  init(
    _ dimension: Dimension, scenarioCount: Int, cellCount: Int, replicateCount: Int
  ) {
    self.dimension = dimension
    self.scenarioCount = scenarioCount
    self.cellCount = cellCount
    tallies = Array(
      repeating: MetricTally(
        bits: MetricTally.bitsOfCells, replicateCount: replicateCount),
      count: scenarioCount * cellCount * dimension.metrics.count)
  }

  /// Adds the value of a draw; an undefined one is left out.
  mutating func add(_ value: Int64?, draw: Int, scenario: Int, cell: Int, metric: Int) {
    guard let value else { return }
    tallies[(scenario * cellCount + cell) * dimension.metrics.count + metric].add(
      value, draw: draw)
  }

  /// The tally of one metric in one cell.
  func tally(scenario: Int, cell: Int, metric: Int) -> MetricTally {
    tallies[(scenario * cellCount + cell) * dimension.metrics.count + metric]
  }

  /// Adds the draws of another grid of the same run.
  mutating func merge(_ other: CellGrid) {
    for index in tallies.indices { tallies[index].merge(other.tallies[index]) }
  }

  /// Whether every tally is there, of at most so many draws.
  func isWhole(scenarioCount: Int, replicateCount: Int, draws: Int) -> Bool {
    self.scenarioCount == scenarioCount && cellCount >= 0
      && tallies.count == scenarioCount * cellCount * dimension.metrics.count
      && tallies.allSatisfy {
        $0.isWhole(
          bits: MetricTally.bitsOfCells, replicateCount: replicateCount, atMost: draws)
      }
  }

  /// Whether a sum of squares has left its range.
  var hasOverflowed: Bool { tallies.contains { $0.moments.all.hasOverflowed } }
}
