import Pipeline
import Policy
import Quantities
import Simulation
import Statistics
import Testing

/// What must hold of every equilibrium, over a table of vendors, shares, roundings and costs.
@Suite struct EquilibriumPropertyTests {
  static let policies: [(String, Rounding)] = [
    ("0.9", .halfUp), ("0.9", .floor), ("0.9", .ceiling), ("0.7", .halfUp), ("0.5", .floor),
  ]

  @Test(
    "No vendor gains by bidding as if it had another cost", arguments: [2, 6, 10, 23], policies)
  func noDeviation(vendors: Int, rule: (String, Rounding)) throws {
    let bids = try Equilibrium(
      entry: .potentialVendors(vendors), costs: .uniform(low: 0.6, high: 1.2), reserve: 1,
      policy: EquilibriumTests.policy(rule.0, rule.1), costCount: 21
    ).bids
    for own in bids {
      let gain = (own.bid - own.cost) * own.winProbability
      for other in bids {
        #expect((other.bid - own.cost) * other.winProbability <= gain + 1e-13)
      }
      // A bid of one's cost or less gains nothing.
      #expect(gain >= 0)
    }
  }

  @Test(
    "Bids rise with cost, lie between cost and reserve; chances fall",
    arguments: [
      "uniform(0.6,1.2)", "lognormal(-0.3,0.25)", "beta(2,3,0.5,1.3)", "beta(0.2,0.3,0,2)",
      "triangular(0.6,0.8,1.2)", "triangular(0.2,0.2,0.9)", "lognormal(-0.1,5)",
      "beta(5000,5000,0,2.1)",
    ], [7, 40])
  func shape(costs: String, vendors: Int) throws {
    let equilibrium = try Equilibrium(
      entry: .potentialVendors(vendors), costs: CostDistribution(text: costs), reserve: 1,
      policy: EquilibriumTests.policy("0.9"), costCount: 9)
    let bids = equilibrium.bids
    #expect(bids.count == 9)
    for bid in bids {
      #expect(bid.cost...1 ~= bid.bid)
      #expect(0...1 ~= bid.winProbability)
    }
    for (lower, higher) in zip(bids, bids.dropFirst()) {
      #expect(lower.cost < higher.cost)
      #expect(lower.bid <= higher.bid + 1e-13)
      #expect(lower.winProbability >= higher.winProbability)
    }
    let mean = equilibrium.meanPrice.value
    #expect(mean >= (try #require(bids.first).bid) && mean <= 1)
    #expect(equilibrium.meanPrice.error < 1e-9)
    #expect(equilibrium.largestError < 1e-9)
    #expect(equilibrium.awardedCountMean <= equilibrium.bidCountMean)
  }

  @Test("The unit of money changes nothing but the unit")
  func scaling() throws {
    let policy = try EquilibriumTests.policy("0.9")
    let parts = try Equilibrium(
      entry: .potentialVendors(10), costs: .uniform(low: 0.5, high: 1.25), reserve: 1,
      policy: policy, costCount: 5)
    let money = try Equilibrium(
      entry: .potentialVendors(10), costs: .uniform(low: 0.5 * 65536, high: 1.25 * 65536),
      reserve: 65536, policy: policy, costCount: 5)
    for (part, amount) in zip(parts.bids, money.bids) {
      #expect(abs(part.bid - amount.bid / 65536) < 1e-12)
      #expect(abs(part.winProbability - amount.winProbability) < 1e-13)
    }
  }

  @Test("W counts the lots in which the cutoff of the rule reaches a rank")
  func winProbabilityByEnumeration() throws {
    // Five rivals, each above the reserve, below the cost or in between; 90 % rounded down.
    let (cost, low, high) = (0.8, 0.6, 1.2)
    let below = (cost - low) / (high - low)
    let between = (1 - cost) / (high - low)
    var expected = 0.0
    for code in 0..<243 {
      let places = (0..<5).map { index in code / [1, 3, 9, 27, 81][index] % 3 }
      let lower = places.count { $0 == 0 }
      let bids = 1 + places.count { $0 < 2 }
      guard lower < max(1, 9 * bids / 10) else { continue }
      expected += places.reduce(1.0) { product, place in
        product * [below, between, 1 - below - between][place]
      }
    }
    let equilibrium = try Equilibrium(
      entry: .potentialVendors(6), costs: .uniform(low: low, high: high), reserve: 1,
      policy: EquilibriumTests.policy("0.9", .floor), costCount: 3)
    #expect(abs(equilibrium.bids[1].cost - cost) < 1e-15)
    #expect(abs(equilibrium.bids[1].winProbability - expected) < 1e-13)
  }
}
