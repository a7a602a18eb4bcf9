import Quantities
import Statistics

/// What some draws add up to, under every scenario.
///
/// All of it are whole numbers, so tallies of different draws merge into the same whole in any order.
public struct SimulationTally: Hashable, Codable, Sendable {
  /// The number of draws.
  public private(set) var drawCount = 0
  /// For each scenario one tally for each of `Metric.totals`.
  private(set) var totals: [[MetricTally]]
  /// For each scenario but the first, the differences to the first, draw by draw.
  private(set) var differences: [[SampleMoments]]
  /// The grids of the dimensions that are kept.
  var grids: [CellGrid]

  /// Creates a tally without draws.
  init(scenarioCount: Int, grids: [CellGrid], replicateCount: Int) {
    let tally = MetricTally(bits: MetricTally.bitsOfTotals, replicateCount: replicateCount)
    totals = Array(
      repeating: Metric.totals.map { _ in tally }, count: scenarioCount)
    let moments = SampleMoments(replicateCount: replicateCount)
    differences = Array(
      repeating: Metric.totals.map { _ in moments }, count: max(0, scenarioCount - 1))
    self.grids = grids
  }

  /// Counts draws that are added.
  mutating func addDraws(_ count: Int) { drawCount += count }

  /// Adds the values of a metric in consecutive draws under one scenario.
  ///
  /// - Parameters:
  ///   - values: The value of each draw; `nil` where it is undefined.
  ///   - baseline: Those of the first scenario; `nil` for the first scenario itself.
  ///   - scenario: The scenario.
  ///   - metric: The metric, as one of `Metric.totals`.
  ///   - firstDraw: The number of the first draw.
  /// - Throws: `ArithmeticOverflow` when a difference does not fit.
  mutating func add(
    _ values: [Int64?], baseline: [Int64?]?, scenario: Int, metric: Int, firstDraw: Int
  ) throws(ArithmeticOverflow) {
    totals[scenario][metric].add(values, firstDraw: firstDraw)
    guard scenario > 0, let baseline else { return }
    var changes: [Int64?] = []
    changes.reserveCapacity(values.count)
    for (value, usual) in zip(values, baseline) {
      guard let value, let usual else {
        changes.append(nil)
        continue
      }
      let (change, overflow) = value.subtractingReportingOverflow(usual)
      guard !overflow else { throw ArithmeticOverflow("a difference between scenarios") }
      changes.append(change)
    }
    differences[scenario - 1][metric].add(changes, firstDraw: firstDraw)
  }

  /// Adds the draws of another tally of the same run.
  public mutating func merge(_ other: SimulationTally) {
    drawCount += other.drawCount
    for scenario in totals.indices {
      for metric in totals[scenario].indices {
        totals[scenario][metric].merge(other.totals[scenario][metric])
      }
    }
    for scenario in differences.indices {
      for metric in differences[scenario].indices {
        differences[scenario][metric].merge(other.differences[scenario][metric])
      }
    }
    for index in grids.indices { grids[index].merge(other.grids[index]) }
  }

  /// Whether there is a tally for everything, of no more draws than there are.
  func isWhole(
    scenarioCount: Int, replicateCount: Int, dimensions: [Dimension: Int]
  ) -> Bool {
    drawCount > 0 && totals.count == scenarioCount && differences.count == scenarioCount - 1
      && totals.allSatisfy { own in
        own.count == Metric.totals.count
          && own.allSatisfy {
            $0.isWhole(
              bits: MetricTally.bitsOfTotals, replicateCount: replicateCount, atMost: drawCount)
          }
      }
      && differences.allSatisfy { own in
        own.count == Metric.totals.count
          && own.allSatisfy {
            $0.all.count <= drawCount && $0.isWhole(replicateCount: replicateCount)
          }
      }
      && grids.map(\.dimension) == Dimension.allCases.filter { dimensions[$0] != nil }
      && grids.allSatisfy { grid in
        grid.isWhole(
          scenarioCount: scenarioCount, replicateCount: replicateCount, draws: drawCount)
          && grid.cellCount == dimensions[grid.dimension]
      }
  }

  /// Whether a sum of squares has left its range, so that there is no standard error.
  public var hasOverflowed: Bool {
    totals.contains { $0.contains { $0.moments.all.hasOverflowed } }
      || differences.contains { $0.contains { $0.all.hasOverflowed } }
      || grids.contains(where: \.hasOverflowed)
  }
}
