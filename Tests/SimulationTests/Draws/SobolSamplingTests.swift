import Pipeline
import Policy
import Quantities
import Statistics
import Testing

@testable import Simulation

/// Draws that share luck out: the same means, with errors that show between randomisations.
@Suite struct SobolSamplingTests {
  private static let tender = SmallTender(
    bids: [[640_000, 800_000, 820_000, 990_000], [700_000, 1_100_000]],
    orders: [[1, 2, 50], [3]], reserve: 1_000_000)

  private static func scenarios() throws -> [SimulationScenario] {
    var stated = BehaviourSettings()
    stated.all.hasVendorLevels = false
    stated.all.bidRatio = .lognormal(logMean: -0.1, logDeviation: 0.1)
    return try ["0.9", "0.5"].map { share in
      SimulationScenario(
        Scenario(
          name: share, overrides: [.awardCutoffShare: .share(try Share(text: share))]),
        behaviour: stated)
    }
  }

  private static func settings(_ sampling: Sampling, seed: UInt64 = 4) -> SimulationSettings {
    SimulationSettings(seed: seed, sampling: sampling, dimensions: [.item])
  }

  @Test("Means agree with the exact ones within four of their own, smaller errors")
  func agreement() throws {
    let scenarios = try SobolSamplingTests.scenarios()
    var errors: [Sampling: Double] = [:]
    for sampling in Sampling.allCases {
      let settings = SobolSamplingTests.settings(sampling)
      let plan = try SobolSamplingTests.tender.plan(scenarios, settings: settings)
      let record = try SobolSamplingTests.tender.record(
        scenarios, draws: 0..<2_048, of: 2_048, settings: settings)
      let answer = try SimulationAnswer(record, exact: ExactAnswer(plan))
      #expect(try #require(answer.largestDeviation) < 4, "\(sampling)")
      errors[sampling] = answer.summary(.awardedSum)?.standardError
    }
    let (even, random) = (try #require(errors[.sobol]), try #require(errors[.random]))
    #expect(even < random / 2)
  }

  @Test("The error is that of the randomisations' means, by hand")
  func errorOfRandomisations() {
    var moments = SampleMoments(replicateCount: 2)
    for (draw, value) in [Int64(1), 10, 3, 12].enumerated() { moments.add(value, draw: draw) }
    // Means 2 and 11: the variance of the two is 40.5, of their mean 20.25.
    #expect(moments.standardError == 4.5)
    var independent = SampleMoments(replicateCount: 0)
    for (draw, value) in [Int64(1), 10, 3, 12].enumerated() { independent.add(value, draw: draw) }
    #expect(independent.standardError == independent.all.standardError)
    var single = SampleMoments(replicateCount: 2)
    single.add(5, draw: 0)
    single.add(7, draw: 2)
    #expect(single.standardError == nil)
  }

  @Test("Parts make the whole, and scenarios see the same luck")
  func parts() throws {
    let scenarios = try SobolSamplingTests.scenarios()
    let settings = SobolSamplingTests.settings(.sobol)
    let whole = try SobolSamplingTests.tender.record(
      scenarios, draws: 0..<100, of: 100, settings: settings)
    let parts = try [0..<33, 33..<70, 70..<100].map {
      try SobolSamplingTests.tender.record(scenarios, draws: $0, of: 100, settings: settings)
    }
    #expect(try SimulationRecord(merging: parts) == whole)
    let isWhole = parts.allSatisfy(\.isWhole)
    #expect(isWhole)
    let twins = try SobolSamplingTests.tender.record(
      [
        scenarios[0],
        SimulationScenario(
          Scenario(name: "twin", overrides: scenarios[0].scenario.overrides),
          behaviour: scenarios[0].behaviour),
      ],
      draws: 0..<64, of: 64, settings: settings)
    let answer = try SimulationAnswer(twins)
    for metric in Metric.totals {
      #expect(answer.difference(metric, 1)?.mean ?? .zero == .zero)
    }
  }

  @Test("Draws are what the rules make of the words, in whatever range they are played")
  func plain() throws {
    let plan = try SobolSamplingTests.tender.plan(
      try SobolSamplingTests.scenarios(), settings: SobolSamplingTests.settings(.sobol))
    for draw in [0, 31, 32, 77] {
      let tally = try plan.play(draw..<draw + 1)
      let values = try PlainDraw.values(of: plan, draw: UInt32(draw), scenario: 1)
      for (place, metric) in Metric.totals.enumerated() {
        let moments = tally.totals[1][place].moments.all
        #expect((moments.count == 0 ? nil : Int64(exactly: moments.sum)) == values[metric] ?? nil)
      }
    }
  }
}
