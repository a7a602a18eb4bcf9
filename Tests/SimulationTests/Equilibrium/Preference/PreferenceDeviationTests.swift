import Pipeline
import Foundation
import Simulation
import Testing

/// Plays lots with the bids of the equilibrium and tries other ones: a model of its own, from the rule's
/// words.
@Suite struct PreferenceDeviationTests {
  private static let sensitivity = 10.0

  /// What other bids gain over the equilibrium's for one cost, with the standard error.
  private struct Trial {
    let cost: Double
    let change: Double
    var sum = 0.0
    var squares = 0.0

    mutating func add(_ gain: Double) {
      sum += gain
      squares += gain * gain
    }

    func mean(of draws: Int) -> (gain: Double, error: Double) {
      let mean = sum / Double(draws)
      return (mean, ((squares / Double(draws) - mean * mean) / Double(draws)).squareRoot())
    }
  }

  @Test("No vendor gains by another bid, beyond what chance allows")
  func noDeviation() throws {
    let bids = try PreferenceEquilibriumTests.tenVendors.get().bids.map { ($0.cost, $0.bid) }
    for trial in play(bids) {
      let (gain, error) = trial.mean(of: Self.drawCount)
      #expect(gain <= 3 * error + 1e-5, "cost \(trial.cost), bid changed by \(trial.change)")
    }
  }

  @Test("The same play finds the gain where bids ignore the preference")
  func findsDeviation() throws {
    let bids = try Equilibrium(
      entry: .potentialVendors(10), costs: .uniform(low: 0.6, high: 1.2), reserve: 1,
      policy: EquilibriumTests.policy("0.9")
    ).bids.map { ($0.cost, $0.bid) }
    let found = play(bids).filter { trial in
      let (gain, error) = trial.mean(of: Self.drawCount)
      return gain > 6 * error + 1e-4
    }
    #expect(found.contains { $0.cost == 0.65 && $0.change < 0 })
  }

  private static let drawCount = 2_000

  private func play(_ bids: [(cost: Double, bid: Double)]) -> [Trial] {
    var trials = [0.65, 0.78, 0.9].flatMap { cost in
      [-0.06, -0.02, -0.005, 0.005, 0.02, 0.06].map { Trial(cost: cost, change: $0) }
    }
    var state: UInt64 = 2024
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 0x1p53
    }
    for _ in 0..<Self.drawCount {
      let rivals = (0..<9).map { _ in 0.6 + 0.6 * random() }.filter { $0 <= 1 }
        .map { bid(of: $0, in: bids) }
      for index in trials.indices {
        let (cost, own) = (trials[index].cost, bid(of: trials[index].cost, in: bids))
        let other = min(own + trials[index].change, 1)
        trials[index].add(
          (other - cost) * share(other, rivals) - (own - cost) * share(own, rivals))
      }
    }
    return trials
  }

  /// The share of the orders: none when not among the first 90 % of the bids.
  private func share(_ own: Double, _ rivals: [Double]) -> Double {
    let count = rivals.count + 1
    let winners = max(1, (9 * count + 5) / 10)
    let lower = rivals.filter { $0 < own }.count
    guard lower < winners else { return 0 }
    let awarded = rivals.sorted().prefix(winners - 1)
    return 1 / awarded.reduce(1.0) { $0 + exp(Self.sensitivity * (own - $1)) }
  }

  /// The bid of a cost, between those of its neighbours in an even table.
  private func bid(of cost: Double, in bids: [(cost: Double, bid: Double)]) -> Double {
    let place = (cost - 0.6) / 0.4 * Double(bids.count - 1)
    let index = min(Int(place), bids.count - 2)
    let part = place - Double(index)
    return bids[index].bid * (1 - part) + bids[index + 1].bid * part
  }
}
