import Benchmark
import Pipeline
import Quantities
import Simulation

/// Draws of lots that `peers/draws.py` and `peers/orders.py` play as well; their result is checked
/// before it is timed.
let benchmarks: @Sendable () -> Void = {
  for bidders in [5, 10, 20, 40] {
    let lots = Lots(
      bidders: bidders, ratio: .lognormal(logMean: -0.05, logDeviation: 0.06), hasOrders: false,
      share: "0.9")
    // A hundred lots a draw.
    let draws = 64_000 / bidders
    play(
      "draw and award, lots of \(bidders), ns a bid", lots, draws: draws,
      units: draws * Lots.count * bidders
    ) { answer in answer.largestDeviation.map { $0 < 5 } ?? false }
  }
  let orders = Lots(
    bidders: 12, ratio: .lognormal(logMean: -0.05, logDeviation: 0.06), hasOrders: true, share: "1")
  play(
    "orders with fees and the bids of their lots, ns an order", orders, draws: 1_280,
    units: 1_280 * Lots.count * 20
  ) { answer in
    // Every fee is 1 % to 1.1 % of its order.
    guard let value = answer.mean(of: .orderValue), let fees = answer.mean(of: .feeRevenue)
    else { return false }
    return fees >= value * 0.00999 && fees <= value * 0.01101
  }
}

/// Times draws on one thread, a unit of which is a bid or an order.
private func play(
  _ name: String, _ lots: Lots, draws: Int, units: Int,
  isRight: @escaping @Sendable (SimulationAnswer) -> Bool
) {
  Benchmark(
    name,
    configuration: .init(
      metrics: [.cpuUser], scalingFactor: .kilo, maxDuration: .seconds(10), maxIterations: 20)
  ) { benchmark in
    let plan = try lots.plan()
    guard isRight(try lots.answer(plan, draws: 640)) else {
      benchmark.error("\(name): the draws are not what they should be")
      return
    }
    benchmark.startMeasurement()
    blackHole(try plan.play(0..<draws))
    benchmark.stopMeasurement()
  }
}
