import Pipeline
import Policy
import Quantities
import Simulation
import Statistics
import Testing

/// Equilibria by number of vendors and share, and what low precision costs.
@Suite struct CutoffEquilibriaTests {
  private static func shares(_ texts: String...) throws -> [Share] {
    try texts.map { try Share(text: $0) }
  }

  private static func value(_ part: Rational) -> Double {
    Double(part.numerator) / Double(part.denominator)
  }

  /// Mean price and lowest bid at 90, 80 and 70 %, half-up, costs uniform(0.6,1.2): by SciPy 1.17 from
  /// order statistics (the price that leaves vendors the same rent is the lowest losing cost, or the
  /// reserve price where all win).
  private static let expected: [(vendors: Int, means: [Double], bids: [Double])] = [
    (1, [1, 1, 1], [1, 1, 1]),
    (2, [1, 1, 0.9333333], [1, 1, 0.8666667]),
    (3, [1, 0.9652174, 0.9058824], [1, 0.9407407, 0.8518519]),
    (6, [0.9935885, 0.9296081, 0.9166399], [0.9912209, 0.9100137, 0.8930041]),
    (9, [0.9639211, 0.9360147, 0.9051752], [0.9566462, 0.9243476, 0.8883097]),
    (10, [0.9596610, 0.9331423, 0.9021035], [0.9527877, 0.9222558, 0.8865661]),
    (13, [0.9603494, 0.9274729, 0.8947045], [0.9554456, 0.9186023, 0.8820352]),
    (20, [0.9680207, 0.9255428, 0.8899912], [0.9654597, 0.9197398, 0.8814661]),
  ]

  /// Computed once for all tests.
  private static let shared = Result {
    try CutoffEquilibria(
      policy: EquilibriumTests.policy("0.9"), shares: shares("1", "0.9", "0.8", "0.7"))
  }

  @Test("Mean prices and lowest bids by SciPy")
  func independentValues() throws {
    let equilibria = try Self.shared.get()
    #expect(equilibria.rows.map(\.vendorCount) == Array(1...20))
    for (vendors, means, bids) in Self.expected {
      let points = try equilibria.rows[vendors - 1].points.map { try $0.get() }
      #expect(points.count == 4)
      for (point, (mean, bid)) in zip(points.dropFirst(), zip(means, bids)) {
        #expect(abs(Self.value(point.meanPrice) - mean) < 1.1e-6, "\(vendors)")
        #expect(abs(Self.value(point.lowestCostBid) - bid) < 1.1e-6, "\(vendors)")
      }
    }
  }

  @Test("The domain's check values: ten vendors at 90 and 70 %")
  func checkValues() throws {
    let points = try Self.shared.get().rows[9].points.map { try $0.get() }
    for (place, mean, bid) in [(1, 0.9597, 0.9528), (3, 0.9021, 0.8866)] {
      #expect(abs(Self.value(points[place].meanPrice) - mean) < 5e-5)
      #expect(abs(Self.value(points[place].lowestCostBid) - bid) < 5e-5)
    }
  }

  @Test("Where every valid bid wins, everyone bids the reserve price exactly")
  func everyBidWins() throws {
    for row in try Self.shared.get().rows {
      let points = try row.points.map { try $0.get() }
      #expect(points[0].meanPrice == .one && points[0].lowestCostBid == .one)
      #expect((points[1].meanPrice == .one) == (row.vendorCount <= 5))
      #expect(points.allSatisfy { $0.lowestCostBid <= $0.meanPrice && $0.meanPrice <= .one })
    }
  }

  @Test(
    "A millionth is kept for wide, narrow and skewed costs of twelve vendors, by SciPy",
    arguments: [
      ("uniform(0.2,0.7)", "0.9", .floor, 0.6230769, 0.6166667),
      ("uniform(0.2,0.7)", "0.7", .halfUp, 0.5461538, 0.5333333),
      ("lognormal(-0.3,0.25)", "0.9", .floor, 0.8955871, 0.8873202),
      ("lognormal(-0.3,0.25)", "0.7", .halfUp, 0.8175203, 0.8047705),
      ("beta(2,3,0.5,1.3)", "0.9", .floor, 0.9325697, 0.9261618),
      ("beta(0.2,0.3,0,2)", "0.9", .floor, 0.6585558, 0.6200744),
      ("beta(0.2,0.3,0,2)", "0.7", .halfUp, 0.3829639, 0.3305195),
      ("triangular(0.6,0.8,1.2)", "0.7", .halfUp, 0.8961258, 0.8872919),
      ("lognormal(-0.1,5)", "0.9", .floor, 0.5209022, 0.4747584),
      ("lognormal(-0.1,5)", "0.7", .halfUp, 0.3138002, 0.2642267),
      ("lognormal(-0.5,0.0001)", "0.9", .floor, 0.6065983, 0.6065951),
    ] as [(String, String, Rounding, Double, Double)])
  func lowPrecision(
    costs: String, share: String, rounding: Rounding, mean: Double, bid: Double
  ) throws {
    let equilibrium = try Equilibrium(
      entry: .potentialVendors(12), costs: CostDistribution(text: costs), reserve: 1,
      policy: EquilibriumTests.policy(share, rounding), costCount: 2, precision: .millionth)
    #expect(abs(equilibrium.meanPrice.value - mean) < 1e-6)
    #expect(abs(try #require(equilibrium.bids.first).bid - bid) < 1e-6)
    #expect(equilibrium.meanPrice.error < 1e-6)
  }

  @Test("A share that awards nobody leaves the others; a rule without an equilibrium is named")
  func failures() throws {
    let policy = try EquilibriumTests.policy("0.9", minimumWinners: 0)
    let equilibria = try CutoffEquilibria(policy: policy, shares: Self.shares("1", "0"))
    for row in equilibria.rows {
      #expect(try row.points[0].get().meanPrice == .one)
      #expect(throws: EquilibriumError.nobodyAwarded) { try row.points[1].get() }
    }
    var matching = policy
    matching.contractPrice = .matchLowest
    let shares = try Self.shares("1", "0.9")
    #expect(throws: EquilibriumError.notPayAsBid) {
      try CutoffEquilibria(policy: matching, shares: shares)
    }
    let costs = try CostDistribution.uniform(low: 1.1, high: 1.2)
    #expect(throws: EquilibriumError.nobodyEnters(reserve: 1, lowestCost: 1.1)) {
      try CutoffEquilibria(policy: policy, shares: shares, costs: costs)
    }
  }
}
