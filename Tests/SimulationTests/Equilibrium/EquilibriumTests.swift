import Pipeline
import Policy
import Quantities
import Simulation
import Statistics
import Testing

@Suite struct EquilibriumTests {
  /// An award policy of a share such as "0.9".
  static func policy(
    _ share: String, _ rounding: Rounding = .halfUp, minimumWinners: Int = 1
  ) throws -> AwardPolicy {
    AwardPolicy(
      cutoffShare: try Share(text: share), rounding: rounding, minimumWinners: minimumWinners,
      lowPriceItem: try Share(text: "0.7"), lowPriceTotal: try Share(text: "0.8"))
  }

  @Test(
    "The domain's check values: ten vendors, costs uniform from 0.6 to 1.2, reserve 1",
    arguments: [("0.9", 0.9528, 0.9597), ("0.7", 0.8866, 0.9021)])
  func checkValues(share: String, lowestBid: Double, meanPrice: Double) throws {
    let equilibrium = try Equilibrium(
      entry: .potentialVendors(10), costs: .uniform(low: 0.6, high: 1.2), reserve: 1,
      policy: Self.policy(share), costCount: 5)
    #expect(abs(try #require(equilibrium.bids.first).bid - lowestBid) < 5e-5)
    #expect(abs(equilibrium.meanPrice.value - meanPrice) < 5e-5)
    #expect(equilibrium.largestError < 1e-12)
    #expect(equilibrium.meanPrice.error < 1e-12)
    #expect(equilibrium.bids.map(\.cost).first == 0.6)
    #expect(equilibrium.bids.map(\.cost).last == 1)
    #expect(equilibrium.bids.last?.bid == 1)
    #expect(!equilibrium.everyBidWins)
  }

  @Test("Where every valid bid wins, everyone bids the reserve exactly", arguments: 1...5)
  func everyoneWins(vendors: Int) throws {
    let equilibrium = try Equilibrium(
      entry: .potentialVendors(vendors), costs: .uniform(low: 0.6, high: 1.2), reserve: 1,
      policy: Self.policy("0.9"), costCount: 9)
    #expect(equilibrium.everyBidWins)
    #expect(equilibrium.bids.allSatisfy { $0.bid == 1 && $0.winProbability == 1 })
    #expect(equilibrium.meanPrice == Integral(value: 1, error: 0))
    #expect(equilibrium.awardedCountMean == equilibrium.bidCountMean)
  }

  @Test("From six vendors on the cutoff bites")
  func sixVendors() throws {
    let equilibrium = try Equilibrium(
      entry: .potentialVendors(6), costs: .uniform(low: 0.6, high: 1.2), reserve: 1,
      policy: Self.policy("0.9"), costCount: 3)
    #expect(!equilibrium.everyBidWins)
    #expect(try #require(equilibrium.bids.first).bid < 1)
  }

  @Test(
    "One winner of N uniform costs: the textbook's c + (1 − c) / N", arguments: [2, 3, 10, 1000])
  func lowestPriceAuction(vendors: Int) throws {
    let equilibrium = try Equilibrium(
      entry: .potentialVendors(vendors), costs: .uniform(low: 0, high: 1), reserve: 1,
      policy: Self.policy("0"), costCount: 9)
    for bid in equilibrium.bids {
      #expect(abs(bid.bid - (bid.cost + (1 - bid.cost) / Double(vendors))) < 1e-12)
    }
    // Revenue equivalence: the second lowest of N costs, 2 / (N + 1).
    #expect(abs(equilibrium.meanPrice.value - 2 / Double(vendors + 1)) < 1e-12)
    #expect(abs(equilibrium.awardedCountMean - 1) < 1e-12)
  }

  @Test("Two winners of three uniform costs: W = 1 − c² and its integral in closed form")
  func twoOfThree() throws {
    let equilibrium = try Equilibrium(
      entry: .potentialVendors(3), costs: .uniform(low: 0, high: 1), reserve: 1,
      policy: Self.policy("0", minimumWinners: 2), costCount: 9)
    for bid in equilibrium.bids.dropLast() {
      let c = bid.cost
      let win = 1 - c * c
      #expect(abs(bid.winProbability - win) < 1e-14)
      #expect(abs(bid.bid - (c + (2.0 / 3 - c + c * c * c / 3) / win)) < 1e-12)
    }
    // The third lowest of three costs on average.
    #expect(abs(equilibrium.meanPrice.value - 0.75) < 1e-12)
  }

  @Test("Given a bid count for certain, entry is that count")
  func givenCounts() throws {
    let policy = try Self.policy("0.7")
    let costs = try CostDistribution.uniform(low: 0, high: 1)
    let sure = try Equilibrium(
      entry: .bidCounts([0, 0, 0, 0, 0, 0, 0.5]), costs: costs, reserve: 1, policy: policy,
      costCount: 9)
    let potential = try Equilibrium(
      entry: .potentialVendors(7), costs: costs, reserve: 1, policy: policy, costCount: 9)
    for (left, right) in zip(sure.bids, potential.bids) {
      #expect(abs(left.bid - right.bid) < 1e-12)
    }
    #expect(sure.bidCountMean == 7)
    #expect(abs(sure.awardedCountMean - 5) < 1e-12)
    #expect(abs(sure.meanPrice.value - potential.meanPrice.value) < 1e-12)
  }

  @Test("A reserve above every cost adds nothing where the cutoff bites, and all of it elsewhere")
  func reserveAboveEveryCost() throws {
    let costs = try CostDistribution.uniform(low: 0, high: 1)
    let policy = try Self.policy("0.9")
    let biting = try Equilibrium(
      entry: .potentialVendors(10), costs: costs, reserve: 1, policy: policy, costCount: 5)
    let high = try Equilibrium(
      entry: .potentialVendors(10), costs: costs, reserve: 7, policy: policy, costCount: 5)
    #expect(zip(biting.bids, high.bids).allSatisfy { abs($0.bid - $1.bid) < 1e-12 })
    #expect(high.bids.last?.cost == 1)
    // With 5 or 6 bids the highest cost wins when there are 5: W keeps that value up to the reserve.
    let mixed = try Equilibrium(
      entry: .bidCounts([0, 0, 0, 0, 1, 1]), costs: costs, reserve: 7, policy: policy,
      costCount: 5)
    #expect(mixed.bids.last?.bid == 7)
    #expect(abs(try #require(mixed.bids.last).winProbability - 5.0 / 11) < 1e-12)
  }

  @Test("What is out of bounds is refused by name")
  func refusals() throws {
    let costs = try CostDistribution.uniform(low: 0.6, high: 1.2)
    var policy = try Self.policy("0.9")
    func solve(
      _ entry: EntryModel, _ reserve: Double = 1, count: Int = 5
    ) throws(EquilibriumError) {
      _ = try Equilibrium(
        entry: entry, costs: costs, reserve: reserve, policy: policy, costCount: count)
    }
    for count in [0, -1, 1001, .max] {
      #expect(throws: EquilibriumError.vendorCount(count)) { try solve(.potentialVendors(count)) }
    }
    for counts in [[], [0, 0], [0.5, -1], [.nan], [2]] {
      #expect(throws: EquilibriumError.bidCounts) { try solve(.bidCounts(counts)) }
    }
    for reserve in [0, -1, .infinity, 2e15] {
      #expect(throws: EquilibriumError.reserve(reserve)) {
        try solve(.potentialVendors(9), reserve)
      }
    }
    for count in [1, -3, 10_002] {
      #expect(throws: EquilibriumError.costCount(count)) {
        try solve(.potentialVendors(9), count: count)
      }
    }
    #expect(throws: EquilibriumError.nobodyEnters(reserve: 0.6, lowestCost: 0.6)) {
      try solve(.potentialVendors(9), 0.6)
    }
    policy.contractPrice = .matchLowest
    #expect(throws: EquilibriumError.notPayAsBid) { try solve(.potentialVendors(9)) }
    policy = try Self.policy("0", minimumWinners: 0)
    #expect(throws: EquilibriumError.nobodyAwarded) { try solve(.potentialVendors(9)) }
  }
}
