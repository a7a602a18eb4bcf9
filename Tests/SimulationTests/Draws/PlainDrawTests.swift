import Pipeline
import Policy
import Quantities
import Statistics
import Testing

@testable import Simulation

/// Whole draws, many scenarios at once, come to what the rules make of the same luck.
@Suite struct PlainDrawTests {
  private static let tender = SmallTender(
    bids: [
      [700, 800, 800, 950, 990, 1_000], [900, 1_000, 1_000, 1_100], [650], [], [400, 1_200],
    ],
    orders: [[3, 90, 400], [4], [1, 2, 500], [7], []], cancelled: 2)

  private static func scenarios() throws -> [SimulationScenario] {
    let policies: [[PolicyKey: PolicyValue]] = [
      [:], [.awardCutoffShare: .share(try Share(text: "0.5"))],
      [.awardTie: .choice("include-all"), .awardRounding: .choice("floor")],
      [.awardTie: .choice("exclude-all"), .awardBase: .choice("submitted")],
      [.awardContractPrice: .choice("match-lowest"), .feeBase: .choice("net-of")],
      [.reserveRoundingUnit: .integer(300), .feeMode: .choice("marginal")],
      [.feeTierBy: .choice("quantity"), .feeCap: .money(Money(minorUnits: 5_000))],
    ]
    var behaviours = [BehaviourSettings()]
    var other = BehaviourSettings()
    other.all.entryShift = 2
    other.all.potentialVendors = 9
    other.all.bidRatio = .lognormal(logMean: -0.1, logDeviation: 0.15)
    other.all.vendorCorrelation = try Share(text: "0.4")
    other.all.itemCorrelation = try Share(text: "0.3")
    other.all.disqualificationRate = try Share(text: "0.2")
    other.all.orderQuantity = .pareto(lowest: 1, exponent: 1.2)
    behaviours.append(other)
    other.all.keepsAmounts = true
    other.all.atReserve = try Share(text: "0.3")
    other.all.aboveReserve = try Share(text: "0.1")
    other.priceSensitivity = try Rate(text: "50")
    behaviours.append(other)
    return policies.enumerated().flatMap { index, overrides in
      behaviours.enumerated().map { place, behaviour in
        SimulationScenario(
          Scenario(name: "\(index) \(place)", overrides: overrides), behaviour: behaviour)
      }
    }
  }

  @Test(arguments: [UInt64(1), 2])
  func everyScenarioOfADraw(seed: UInt64) throws {
    let scenarios = try PlainDrawTests.scenarios()
    let plan = try PlainDrawTests.tender.plan(scenarios, settings: .init(seed: seed))
    for draw in 0..<5 { try PlainDraw.expectAgreement(of: plan, draw: draw) }
  }

  @Test("Draws add up however they are divided", arguments: [[34], [7, 34], [31, 33, 34]])
  func divisions(ends: [Int]) throws {
    let plan = try PlainDrawTests.tender.plan(
      Array(try PlainDrawTests.scenarios().suffix(4)),
      settings: .init(seed: 5, dimensions: Set(Dimension.allCases)))
    var sum = plan.emptyTally
    for (start, end) in zip([0] + ends.dropLast(), ends) { sum.merge(try plan.play(start..<end)) }
    var single = plan.emptyTally
    for draw in 0..<34 { single.merge(try plan.play(draw..<draw + 1)) }
    #expect(sum == single)
  }
}
