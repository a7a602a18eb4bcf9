import Pipeline
import Quantities
import Simulation
import Statistics
import Testing

/// Bids computed elsewhere: in Python, with NumPy and SciPy, from the model alone.
@Suite struct PreferenceReferenceTests {
  /// Two vendors, both awarded: best responses at 400 Gauss–Legendre costs, shares as the mean of the
  /// logit over them, each response by Brent's method, until nothing changes.
  @Test(
    "Two vendors who are both awarded, costs uniform from 0.6 to 0.9",
    arguments: [
      (
        20.0,
        [0.8180094149212, 0.8417662568584, 0.8736872272952, 0.9157449306335, 0.9683351171294]
      ),
      (
        40.0,
        [0.7837867714132, 0.8036721528924, 0.8377788428246, 0.8823543092948, 0.9339763970223]
      ),
    ])
  func duopoly(sensitivity: Double, bids: [Double]) throws {
    let equilibrium = try Equilibrium(
      entry: .potentialVendors(2), costs: .uniform(low: 0.6, high: 0.9), reserve: 1,
      policy: EquilibriumTests.policy("0.9"), priceSensitivity: sensitivity, costCount: 5)
    for (bid, expected) in zip(equilibrium.bids, bids) { #expect(abs(bid.bid - expected) < 1e-8) }
    #expect(equilibrium.everyBidWins)
    #expect(equilibrium.largestError < 1e-6)
  }

  /// The same with a chance of 1/3 to be alone.
  ///
  /// The reserve price ends the bids, which the points of
  /// SciPy's rule do not resolve: the tolerance is that of the rule.
  @Test("Two vendors of whom one may stay away")
  func sometimesAlone() throws {
    let equilibrium = try Equilibrium(
      entry: .potentialVendors(2), costs: .uniform(low: 0.6, high: 1.2), reserve: 1,
      policy: EquilibriumTests.policy("0.9"), priceSensitivity: 20, costCount: 5)
    let expected = [0.9264930438774, 0.9527965479582, 0.9991393566120, 1, 1]
    for (bid, expected) in zip(equilibrium.bids, expected) {
      #expect(abs(bid.bid - expected) < 2e-6)
    }
  }

  /// Three vendors, two awarded: b = c + ∫ q / q iterated on 40 Gauss–Legendre costs, q from the place
  /// of the cheaper rival.
  @Test(
    "Two of three vendors are awarded, costs uniform from 0 to 1",
    arguments: [
      (2.0, [0.610467144997, 0.660242526364, 0.758985416704, 0.876157957635]),
      (3.0, [0.577272987347, 0.637256022955, 0.747950274715, 0.873369133006]),
    ])
  func twoOfThree(sensitivity: Double, bids: [Double]) throws {
    let equilibrium = try Equilibrium(
      entry: .bidCounts([0, 0, 1]), costs: .uniform(low: 0, high: 1), reserve: 1,
      policy: EquilibriumTests.policy("0", minimumWinners: 2), priceSensitivity: sensitivity,
      costCount: 5)
    for (bid, expected) in zip(equilibrium.bids, bids) { #expect(abs(bid.bid - expected) < 1e-8) }
    #expect(equilibrium.bids.last?.bid == 1)
    guard sensitivity == 3 else { return }
    #expect(abs(equilibrium.meanPrice.value - 0.701752781840) < 1e-8)
    #expect(abs((try #require(equilibrium.orderMeanPrice)).value - 0.688388830610) < 1e-8)
  }
}
