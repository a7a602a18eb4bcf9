import Pipeline
import Policy
import Quantities
import Statistics
import Tendering
import Testing

@testable import Simulation

/// Screening keeps vendors and items out of draws as it keeps them out of the tender.
@Suite struct ScreenedDrawTests {
  /// V0 cannot prove that it is capable; agencies ask for the first two items alone.
  private static let tender: SmallTender = {
    var tender = SmallTender(
      bids: [[700, 800, 800, 950, 990], [900, 1_000, 1_000], [650, 700, 980, 990]],
      orders: [[3, 90, 400], [4], [1, 2]])
    tender.incapableVendors = [0]
    tender.demandedItems = [0, 1]
    return tender
  }()

  private static func scenarios() throws -> [SimulationScenario] {
    let changes: [[PolicyKey: PolicyValue]] = [
      [:], [.screeningCapability: .choice("not-asked")],
      [.screeningDemand: .choice("not-asked"), .awardBase: .choice("submitted")],
      [.screeningDemand: .choice("not-asked"), .screeningCapability: .choice("not-asked")],
    ]
    var behaviours = [BehaviourSettings()]
    behaviours[0].all.hasVendorLevels = false
    var stated = behaviours[0]
    stated.all.bidRatio = .lognormal(logMean: -0.1, logDeviation: 0.15)
    stated.all.disqualificationRate = try Share(text: "0.1")
    stated.all.potentialVendors = 8
    behaviours.append(stated)
    return behaviours.enumerated().flatMap { place, behaviour in
      changes.enumerated().map { index, overrides in
        SimulationScenario(
          Scenario(name: "\(place) \(index)", overrides: overrides), behaviour: behaviour)
      }
    }
  }

  @Test("Every draw is what the rules make of the bids that are left", arguments: [UInt64(1), 2])
  func everyDraw(seed: UInt64) throws {
    let scenarios = try ScreenedDrawTests.scenarios()
    let plan = try ScreenedDrawTests.tender.plan(scenarios, settings: .init(seed: seed))
    for draw in 0..<8 { try PlainDraw.expectAgreement(of: plan, draw: draw) }
  }

  @Test("Who is refused depends on the rules of each scenario")
  func admissions() throws {
    let plan = try ScreenedDrawTests.tender.plan(
      ScreenedDrawTests.scenarios(), settings: .init(seed: 1))
    for scenario in 0..<4 {
      let isLeftOut = scenario < 2
      #expect(plan.isRefused(item: 2, scenario: scenario) == isLeftOut)
      #expect((plan.group(ofItem: 2, scenario: scenario) == nil) == isLeftOut)
      let barred = plan.group(ofItem: 0, scenario: scenario)?.barred
      #expect(barred == (scenario % 2 == 0 ? [0] : []))
    }
    let notes = plan.notes.map(\.english)
    #expect(notes.contains { $0.contains("screening leaves 1 of 3 items out of the tender") })
    #expect(notes.contains { $0.hasPrefix("0 3: screening leaves 0 of 3 items") })
  }

  @Test("Means lie within four standard errors of the exact ones", arguments: Sampling.allCases)
  func exactMeans(sampling: Sampling) throws {
    let scenarios = try ScreenedDrawTests.scenarios()
    let settings = SimulationSettings(seed: 5, sampling: sampling, dimensions: [.item])
    let plan = try ScreenedDrawTests.tender.plan(scenarios, settings: settings)
    let record = try ScreenedDrawTests.tender.record(
      scenarios, draws: 0..<2_048, of: 2_048, settings: settings)
    let answer = try SimulationAnswer(record, exact: ExactAnswer(plan))
    #expect(answer.exact?.obstacles.isEmpty == true)
    #expect(try #require(answer.largestDeviation) < 4)
    // Fewer bids with V0 out than with it in.
    let awarded = (0..<2).map { answer.exactMean(of: .awardedBids, scenario: $0)?.value }
    #expect(try #require(awarded[0]) < #require(awarded[1]))
    let failed = answer.exactMean(of: .failedItems, .item, cell: 2, scenario: 0)
    #expect(failed?.value == 0)
  }

  @Test("Without tables of screening nothing is said and nobody is kept out")
  func none() throws {
    let tender = SmallTender(bids: [[700, 800]])
    let plan = try tender.plan(ScreenedDrawTests.scenarios(), settings: .init(seed: 1))
    #expect(!plan.notes.contains { $0.english.contains("screening") })
    #expect(plan.groups(ofItem: 0).allSatisfy { $0.barred.isEmpty })
  }
}
