import Pipeline
import Quantities
import Simulation
import Statistics
import Testing

@Suite struct PreferenceEquilibriumTests {
  /// Ten vendors, 90 % half-up, costs uniform from 0.6 to 1.2, reserve 1, S = 10: solved once.
  static let tenVendors = Result {
    try Equilibrium(
      entry: .potentialVendors(10), costs: .uniform(low: 0.6, high: 1.2), reserve: 1,
      policy: EquilibriumTests.policy("0.9"), priceSensitivity: 10)
  }

  private func solve(
    _ vendors: Int, _ sensitivity: Double, high: Double = 1.2, reserve: Double = 1, count: Int = 5
  ) throws -> Equilibrium {
    try Equilibrium(
      entry: .potentialVendors(vendors), costs: .uniform(low: 0.6, high: high), reserve: reserve,
      policy: EquilibriumTests.policy("0.9"), priceSensitivity: sensitivity, costCount: count)
  }

  @Test("At S = 0 an award is worth 1/k: the formula with p(n) / k(n) in place of p(n)")
  func noSensitivity() throws {
    let (vendors, entering) = (10, 2.0 / 3)
    // An entrant reckons with n bids as often as n · P(n); so P(n) is divided by n and by k(n).
    let counts = (1...vendors).map { count in
      var chance = 1.0 / Double(count)
      for other in 1..<vendors {
        chance *=
          other < count
          ? entering * Double(vendors - other) / Double(other) : 1 - entering
      }
      return chance / Double(max(1, (9 * count + 5) / 10))
    }
    let policy = try EquilibriumTests.policy("0.9")
    let formula = try Equilibrium(
      entry: .bidCounts(counts), costs: .uniform(low: 0.6, high: 1.2), reserve: 1, policy: policy,
      costCount: 9)
    let divided = try solve(vendors, 0, count: 9)
    for (left, right) in zip(divided.bids, formula.bids) {
      #expect(abs(left.bid - right.bid) < 1e-9)
    }
    let plain = try Equilibrium(
      entry: .potentialVendors(vendors), costs: .uniform(low: 0.6, high: 1.2), reserve: 1,
      policy: policy, costCount: 9)
    #expect(abs(try #require(divided.bids.first).bid - (try #require(plain.bids.first)).bid) > 1e-3)
    for (left, right) in zip(divided.bids, plain.bids) {
      #expect(left.winProbability == right.winProbability)
    }
    #expect(abs(divided.awardedCountMean - plain.awardedCountMean) < 1e-8)
  }

  @Test(
    "Where every valid bid wins, S = 0 leaves bids at the reserve exactly", arguments: [1, 2, 5])
  func everyBidWins(vendors: Int) throws {
    let equilibrium = try solve(vendors, 0)
    #expect(equilibrium.everyBidWins)
    #expect(equilibrium.bids.allSatisfy { $0.bid == 1 })
    #expect(equilibrium.meanPrice.value == 1)
  }

  @Test(
    "Two vendors: preference brings the competition that the cutoff does not, the more the stronger"
  )
  func preferenceCompetes() throws {
    // A vendor would keep to the reserve while (r − c) · S · E[s(1 − s)] / E[s] is at most 1, here S / 5.
    let weak = try solve(2, 4, high: 0.9)
    #expect(weak.bids.allSatisfy { $0.bid == 1 })
    var last = [Double](repeating: 1, count: 5)
    for sensitivity in [20.0, 40] {
      let bids = try solve(2, sensitivity, high: 0.9).bids.map(\.bid)
      #expect(zip(bids, last).allSatisfy { $0 <= $1 + 1e-9 })
      #expect(bids[0] < last[0] - 0.01)
      last = bids
    }
    // The cheapest takes everything where S has no bound: the first-price auction's c + (0.9 − c) / 2.
    for (bid, cost) in zip(last, [0.6, 0.675, 0.75, 0.825, 0.9]) {
      #expect(bid > cost + (0.9 - cost) / 2)
      #expect(bid < cost + (0.9 - cost) / 2 + 0.04)
    }
  }

  @Test("All orders of an awarded lot are divided: shares add up to the chance of a bid")
  func sharesAddUp() throws {
    let equilibrium = try Self.tenVendors.get()
    let shares = equilibrium.bids.map { $0.orderShare ?? .nan }
    // Costs are uniform, so the mean over entrants is one over costs, here by Simpson's rule.
    var sum = 0.0
    for (index, share) in shares.enumerated() {
      let isEnd = index == 0 || index == shares.count - 1
      sum += share * (isEnd ? 1 : index.isMultiple(of: 2) ? 2 : 4)
    }
    let mean = sum / Double(3 * (shares.count - 1))
    let nobody = (0..<10).reduce(1.0) { product, _ in product / 3 }
    #expect(abs(equilibrium.bidCountMean * mean - (1 - nobody)) < 1e-6)
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(zip(shares, equilibrium.bids).allSatisfy { $0 <= $1.winProbability })
  }

  @Test(
    "Orders go to the cheaper: their mean price is below that of awards, both below the plain one")
  func prices() throws {
    let equilibrium = try Self.tenVendors.get()
    let order = try #require(equilibrium.orderMeanPrice).value
    #expect(order < equilibrium.meanPrice.value)
    #expect(equilibrium.meanPrice.value < 0.9597)
    #expect(order > (try #require(equilibrium.bids.first)).bid)
    #expect(equilibrium.largestError < 1e-6 && equilibrium.meanPrice.error < 1e-6)
    #expect(equilibrium.priceSensitivity == 10)
  }

  @Test("Bids rise with cost and lie between cost and reserve, whatever the costs")
  func shape() throws {
    let cases = [
      ("lognormal(-0.3,0.25)", 4, 2.0, "0.5"), ("beta(2,3,0,2)", 6, 5, "0.5"),
      ("beta(5000,5000,0,2.1)", 6, 1000, "0.9"), ("uniform(0.6,0.9)", 6, 3, "0.9"),
    ]
    for (costs, vendors, sensitivity, share) in cases {
      let equilibrium = try Equilibrium(
        entry: .potentialVendors(vendors), costs: CostDistribution(text: costs), reserve: 1,
        policy: EquilibriumTests.policy(share), priceSensitivity: sensitivity, costCount: 21)
      for bid in equilibrium.bids {
        #expect(bid.cost...1 ~= bid.bid, "\(costs)")
        #expect(0...bid.winProbability ~= (bid.orderShare ?? .nan) || bid.winProbability < 1e-9)
      }
      #expect(zip(equilibrium.bids, equilibrium.bids.dropFirst()).allSatisfy { $0.bid <= $1.bid })
      #expect(equilibrium.largestError < 1e-5, "\(costs)")
    }
  }

  @Test("The unit of money changes nothing but the unit")
  func scaling() throws {
    let parts = try solve(3, 12, high: 0.9)
    let money = try Equilibrium(
      entry: .potentialVendors(3), costs: .uniform(low: 0.6 * 65536, high: 0.9 * 65536),
      reserve: 65536, policy: EquilibriumTests.policy("0.9"), priceSensitivity: 12, costCount: 5)
    for (part, amount) in zip(parts.bids, money.bids) {
      #expect(abs(part.bid - amount.bid / 65536) < 1e-9)
    }
  }

  @Test("What is out of bounds is refused by name; what has no steady bids too")
  func refusals() throws {
    for sensitivity in [-1, 1_001, .nan, .infinity] {
      let error = #expect(throws: EquilibriumError.self) { try solve(3, sensitivity) }
      #expect(try #require(error).message.contains("expected a number from 0 to 1000"))
    }
    #expect(throws: EquilibriumError.vendorCountWithPreference(201)) { try solve(201, 1) }
    // Alone half of the time, against fifteen otherwise: a little less than the reserve gains little,
    // a good deal less most of the orders.
    #expect(throws: EquilibriumError.noSteadyBids(sensitivity: 40, reached: 40)) {
      try Equilibrium(
        entry: .bidCounts([1] + [Double](repeating: 0, count: 14) + [1.0 / 16]),
        costs: .uniform(low: 0.6, high: 0.7), reserve: 1, policy: EquilibriumTests.policy("1"),
        priceSensitivity: 40, costCount: 3)
    }
    let message = EquilibriumError.noSteadyBids(sensitivity: 50, reached: 20.5).message
    #expect(message.contains("only up to 20.0; expected a lower price sensitivity"))
  }
}
