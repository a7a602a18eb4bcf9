import Quantities

extension DrawBlock {
  /// Adds an item of the finished lanes to its cell.
  mutating func addItemCells(
    _ index: Int, _ scenario: Int
  ) throws(ArithmeticOverflow) {
    guard let grid = tally.grids.firstIndex(where: { $0.dimension == .item }) else { return }
    let hasOrders = plan.orderSet(ofScenario: scenario) != nil
    for (place, metric) in Dimension.item.metrics.enumerated() {
      for lane in 0..<lanes {
        tally.grids[grid].add(
          try item.value(of: metric, lane: lane, hasOrders: hasOrders),
          draw: firstDraw + lane, scenario: scenario,
          cell: index, metric: place)
      }
    }
  }

  /// Adds the finished lanes to the tally, one draw a lane.
  mutating func finish() throws(ArithmeticOverflow) {
    tally.addDraws(lanes)
    for (place, metric) in Metric.totals.enumerated() {
      var baseline: [Int64?]?
      for index in scenarios.indices {
        let hasOrders = plan.orderSet(ofScenario: index) != nil
        let values = try scenarios[index].values(of: metric, lanes: lanes, hasOrders: hasOrders)
        try tally.add(
          values, baseline: baseline, scenario: index, metric: place, firstDraw: firstDraw)
        if index == 0 { baseline = values }
      }
    }
    for grid in tally.grids.indices where tally.grids[grid].dimension != .item {
      try addCells(grid)
    }
  }

  private mutating func addCells(_ grid: Int) throws(ArithmeticOverflow) {
    let dimension = tally.grids[grid].dimension
    for (index, scenario) in scenarios.enumerated() {
      let hasOrders = plan.orderSet(ofScenario: index) != nil
      for cell in 0..<tally.grids[grid].cellCount {
        for (place, metric) in dimension.metrics.enumerated() {
          for lane in 0..<lanes {
            let value = try scenario.value(
              of: metric, dimension, cell: cell, lane: lane, hasOrders: hasOrders)
            tally.grids[grid].add(
              value, draw: firstDraw + lane, scenario: index, cell: cell, metric: place)
          }
        }
      }
    }
  }
}
