import Pipeline
import Simulation
import Statistics
import Testing

@Suite struct BidCurveTests {
  @Test("The curve is the bids, within its error, between them too")
  func plain() throws {
    let equilibrium = try Equilibrium(
      entry: .potentialVendors(10), costs: .uniform(low: 0.6, high: 1.2), reserve: 1,
      policy: EquilibriumTests.policy("0.9"), costCount: 58)
    let curve = try equilibrium.bidCurve()
    #expect(curve.error < 1e-4)
    for bid in equilibrium.bids {
      #expect(abs(try curve.bid(atCost: bid.cost) - bid.bid) <= curve.error)
      // Of costs uniform from 0.6 to 1 the share below c is (c − 0.6) / 0.4.
      let share = min((bid.cost - 0.6) / 0.4, 1)
      #expect(abs(try curve.bid(atEntrantShare: share) - bid.bid) <= curve.error)
    }
    #expect(try curve.bid(atEntrantShare: 1) == 1)
  }

  @Test("With a price sensitivity likewise, and it never falls")
  func preference() throws {
    let equilibrium = try PreferenceEquilibriumTests.tenVendors.get()
    let curve = try equilibrium.bidCurve()
    #expect(curve.error < 1e-4)
    for bid in equilibrium.bids {
      #expect(abs(try curve.bid(atCost: bid.cost) - bid.bid) <= curve.error)
    }
    var last = 0.0
    for step in 0...500 {
      let bid = try curve.bid(atEntrantShare: Double(step) / 500)
      #expect(bid >= last && bid <= 1)
      last = bid
    }
    #expect(try curve.bid(atCost: 0.1) == curve.bid(atEntrantShare: 0))
    #expect(try curve.bid(atCost: 5) == 1)
  }

  @Test("A narrow distribution beside a high reserve price is followed where its entrants are")
  func narrow() throws {
    let equilibrium = try Equilibrium(
      entry: .potentialVendors(7), costs: CostDistribution(text: "lognormal(-2,0.1)"), reserve: 1,
      policy: EquilibriumTests.policy("0.7"), costCount: 5)
    let curve = try equilibrium.bidCurve()
    let median = try curve.bid(atEntrantShare: 0.5)
    // The median cost is e⁻².
    #expect(abs(try curve.bid(atCost: 0.135_335_283_236_612_7) - median) < 1e-9)
    #expect(median > 0.135 && median < 0.2)
    #expect(try curve.bid(atEntrantShare: 0.1) < median)
  }

  @Test("Where every valid bid wins it is the reserve price")
  func everyBidWins() throws {
    let curve = try Equilibrium(
      entry: .potentialVendors(5), costs: .uniform(low: 0.6, high: 1.2), reserve: 1,
      policy: EquilibriumTests.policy("0.9")
    ).bidCurve()
    #expect(try curve.bid(atEntrantShare: 0) == 1)
    #expect(try curve.bid(atCost: 0.8) == 1)
    #expect(curve.error == 0)
  }

  @Test("What is no share or no cost is refused")
  func refused() throws {
    let curve = try PreferenceEquilibriumTests.tenVendors.get().bidCurve()
    for share in [-0.1, 1.1, .nan] {
      #expect(throws: NumericalError.domain) { try curve.bid(atEntrantShare: share) }
    }
    #expect(throws: NumericalError.domain) { try curve.bid(atCost: .nan) }
  }
}
