import Foundation
import Pipeline
import Policy
import Quantities
import Simulation
import Testing

/// How often nominal 90 % intervals hold the exact mean: over a thousand small runs, on demand.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["AWARDSIM_SLOW_CHECKS"] != nil,
    "SKIPPED: a slow check; AWARDSIM_SLOW_CHECKS=1 runs it"))
struct CoverageTests {
  private static let runs = 1_000
  private static let draws = 96

  private static let tender = SmallTender(
    bids: [[640_000, 800_000, 820_000, 990_000], [700_000, 1_100_000]], hasOrders: false,
    reserve: 1_000_000)

  private static func scenarios() throws -> [SimulationScenario] {
    var stated = BehaviourSettings()
    stated.all.entry = .negativeBinomial(mean: try Rate(text: "6"), size: try Rate(text: "4"))
    stated.all.potentialVendors = 20
    stated.all.hasVendorLevels = false
    stated.all.bidRatio = .discountLognormal(logMean: -2.5, logDeviation: 0.8)
    stated.all.disqualificationRate = try Share(text: "0.1")
    return try ["0.9", "0.7"].map { share in
      SimulationScenario(
        Scenario(
          name: share, overrides: [.awardCutoffShare: .share(try Share(text: share))]),
        behaviour: stated)
    }
  }

  /// 1.645 for independent draws, of which there are many; t with 31 degrees of freedom between 32
  /// randomisations.
  @Test(arguments: [(Sampling.random, 1.661), (.sobol, 1.696)])
  func coverage(sampling: Sampling, width: Double) throws {
    let scenarios = try CoverageTests.scenarios()
    let plan = try CoverageTests.tender.plan(scenarios, settings: .init(seed: 0))
    let exact = try ExactAnswer(plan)
    let metrics: [Metric] = [.awardedSum, .awardedBids]
    var covered = Array(repeating: 0, count: metrics.count * 2)
    for seed in 1...CoverageTests.runs {
      let settings = SimulationSettings(seed: UInt64(seed), sampling: sampling)
      let record = try CoverageTests.tender.record(
        scenarios, draws: 0..<CoverageTests.draws, of: CoverageTests.draws, settings: settings)
      let answer = try SimulationAnswer(record, exact: exact)
      for (place, metric) in metrics.enumerated() {
        let mean = try #require(answer.summary(metric, 0))
        let truth = try #require(answer.exactMean(of: metric, scenario: 0))
        if abs(mean.value - truth.value) <= width * (mean.standardError ?? 0) + truth.error {
          covered[place] += 1
        }
        let difference = try #require(answer.difference(metric, 1))
        let change = try #require(answer.exactDifference(of: metric, scenario: 1))
        if abs(difference.value - change.value)
          <= width * (difference.standardError ?? 0) + change.error
        {
          covered[metrics.count + place] += 1
        }
      }
    }
    let shares = covered.map { Double($0) / Double(CoverageTests.runs) }
    print("coverage of nominal 90 % intervals, \(sampling.rawValue): \(shares)")
    for share in shares { #expect(share >= 0.87 && share <= 0.93) }
  }
}
