import Benchmark
import Pipeline
import Quantities
import Simulation

/// Draws of lots that `peers/draws.py` and `peers/orders.py` play as well.
struct PlayedDraws: TimedWork {
  private let lots: Lots
  private let plan: SimulationPlan
  private let draws: Int
  let count: Int

  /// Plans a million bids or orders.
  init(_ lots: Lots) throws {
    self.lots = lots
    plan = try lots.plan()
    let perDraw = Lots.count * (lots.hasOrders ? Lots.ordersPerItem : lots.bidders)
    draws = 1_000_000 / perDraw
    count = draws * perDraw
  }

  func isRight() throws -> Bool {
    let answer = try lots.answer(plan, draws: 640)
    guard lots.hasOrders else {
      // Standard errors of the means from the exact ones.
      return answer.largestDeviation.map { $0 < 5 } ?? false
    }
    // Every fee is 1 % to 1.1 % of its order.
    guard let value = answer.mean(of: .orderValue), let fees = answer.mean(of: .feeRevenue)
    else { return false }
    return value > 0 && fees >= value * 0.00999 && fees <= value * 0.01101
  }

  func run() throws {
    blackHole(try plan.play(0..<draws))
  }
}
