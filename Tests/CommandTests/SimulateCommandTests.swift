import Foundation
import Testing

/// `awardsim simulate` and `awardsim merge` as other programs use them.
@Suite struct SimulateCommandTests {
  private static let scenarios = """
    scenarios:
      cutoff: {set: {award.cutoff_share: [1, 0.8, 0.7]}}
    """

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("s.yaml", SimulateCommandTests.scenarios)
    return folder
  }

  private let base = [
    "simulate", Program.shippedCase, "--draws", "12", "--seed", "7", "--scenarios", "s.yaml",
    "--quiet",
  ]

  @Test func threadsAndPartsChangeNoByte() throws {
    let folder = try folder()
    let whole = try Program.run(base + ["--format", "json"], in: folder)
    #expect(whole.status == 0, "\(whole.errors)")
    for threads in ["2", "5"] {
      let outcome = try Program.run(
        base + ["--format", "json", "--threads", threads], in: folder)
      #expect(outcome.output == whole.output)
    }
    for part in 1...3 {
      let outcome = try Program.run(
        base + ["--shard", "\(part)/3", "--output", "\(part).json"], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    let merged = try Program.run(
      ["merge", "3.json", "1.json", "2.json", "--format", "json", "--quiet"], in: folder)
    #expect(merged.output == whole.output)
  }

  @Test func jsonHoldsEveryMetricAndDifference() throws {
    let folder = try folder()
    let outcome = try Program.run(base + ["--format", "json"], in: folder)
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(json["draws"] as? Int == 12)
    #expect(json["seed"] as? Int == 7)
    let scenarios = try #require(json["scenarios"] as? [[String: Any]])
    #expect(
      scenarios.compactMap { $0["name"] as? String } == [
        "baseline", "cutoff award.cutoff_share=1", "cutoff award.cutoff_share=0.8",
        "cutoff award.cutoff_share=0.7",
      ])
    let metrics = try #require(scenarios[0]["metrics"] as? [String: [String: Double]])
    for name in [
      "fee_revenue", "award_to_reserve", "awarded_vendors", "failed_items", "order_value",
      "awarded_sum", "awarded_bids",
    ] {
      let metric = try #require(metrics[name])
      let places = ["p05", "p25", "p50", "p75", "p95"].compactMap { metric[$0] }
      #expect(places.count == 5 && places == places.sorted())
      #expect(metric["mean"] != nil && metric["standard_error"] ?? -1 >= 0)
    }
    #expect((json["differences"] as? [[String: Any]])?.count == 21)
    #expect(!outcome.output.lowercased().contains("nan"))
  }

  @Test func csvHasOneRowAScenarioAndMetric() throws {
    let outcome = try Program.run(base + ["--format", "csv"], in: folder())
    #expect(
      outcome.lines.first
        == "scenario,metric,mean,standard_error,p05,p25,p50,p75,p95,difference,"
        + "difference_standard_error,method")
    #expect(outcome.lines.count == 1 + 4 * 7)
  }

  @Test func precisionDrawsUntilItIsThereOrSaysSo() throws {
    let folder = try folder()
    let size = ["--items", "4", "--vendors", "6", "--bids", "18", "--orders", "12"]
    #expect(try Program.run(["generate", "small"] + size, in: folder).status == 0)
    let arguments = [
      "simulate", "small", "--metric", "award_to_reserve", "--format", "json",
    ]
    let reached = try Program.run(arguments + ["--precision", "10%"], in: folder)
    #expect(reached.output.contains("\"draws\": 500,"), "\(reached.errors)")
    #expect(!reached.errors.contains("not reached"))
    let missed = try Program.run(
      arguments + ["--precision", "0.0001%", "--draws", "40"], in: folder)
    #expect(missed.output.contains("\"draws\": 40,"))
    #expect(missed.errors.contains("is not reached for award_to_reserve in 40 draws"))
  }

  @Test(arguments: [
    (["--draws", "0"], "--draws"), (["--threads", "0"], "--threads"),
    (["--shard", "4/3"], "shard"),
    (["--shard", "1/2", "--precision", "1%"], "--precision"),
    (["--metric", "fee_revenue"], "--metric"),
    (["--precision", "-1%"], "--precision"), (["--shard", "1/2", "--format", "csv"], "--shard"),
  ])
  func wrongUsageExits64(arguments: [String], option: String) throws {
    let outcome = try Program.run(["simulate", Program.shippedCase] + arguments)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(option) && outcome.output.isEmpty, "\(outcome.errors)")
  }

  @Test func scenariosThatChangeScreeningChangeWhoIsAwarded() throws {
    let folder = try folder()
    try folder.write(
      "screening.yaml",
      """
      scenarios:
        earlier: {set: {screening.certificates.privacy: mandatory}}
        nothing: {set: {screening.capability: not-asked, screening.demand: not-asked}}
      """)
    let outcome = try Program.run(
      [
        "simulate", Program.shippedCase, "--draws", "40", "--scenarios", "screening.yaml",
        "--format", "json",
      ], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("note: screening leaves "))
    #expect(outcome.errors.contains("note: nothing: screening leaves "))
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let differences = try #require(json["differences"] as? [[String: Any]])
    let more = differences.first {
      $0["scenario"] as? String == "nothing" && $0["metric"] as? String == "awarded_bids"
    }
    // More items are put up than under the rules.
    #expect(try #require(more?["mean"] as? Double) > 0)
  }

  @Test func wrongFilesExit65WithTheirPlaceAndMissingOnes66() throws {
    let folder = try folder()
    try folder.write("bad.yaml", "scenarios:\n  a: {set: {award.cutof_share: 1}}\n")
    try folder.write("behaviour.yaml", "entry_mean: -1\ncancellation_rate: 2\n")
    let scenario = try Program.run(
      ["simulate", Program.shippedCase, "--scenarios", "bad.yaml"], in: folder)
    #expect(scenario.status == 65)
    #expect(scenario.errors.hasPrefix("bad.yaml:2:13: "), "\(scenario.errors)")
    let behaviour = try Program.run(
      ["simulate", Program.shippedCase, "--behaviour", "behaviour.yaml"], in: folder)
    #expect(behaviour.status == 65)
    #expect(
      behaviour.errorLines.map { $0.prefix(20) } == [
        "behaviour.yaml:1:13:", "behaviour.yaml:2:20:",
      ])
    let missing = try Program.run(
      ["simulate", Program.shippedCase, "--scenarios", "none.yaml"], in: folder)
    #expect(missing.status == 66)
  }

  @Test func mergeRefusesWhatIsNoWholeRun() throws {
    let folder = try folder()
    _ = try Program.run(base + ["--shard", "1/2", "--output", "1.json"], in: folder)
    try folder.write("other.json", "{\"draws\": 3}")
    let missing = try Program.run(["merge", "1.json"], in: folder)
    #expect(missing.status == 65 && missing.errors.contains("draws 7 to 12"), "\(missing.errors)")
    let broken = try Program.run(["merge", "1.json", "other.json"], in: folder)
    #expect(broken.status == 65 && broken.errors.hasPrefix("other.json:1:1: "), "\(broken.errors)")
    #expect(try Program.run(["merge", "none.json"], in: folder).status == 66)
  }

  @Test func nobodyBiddingIsNullAndNotANumberNowhere() throws {
    let folder = try folder()
    try folder.write("behaviour.yaml", "entry_mean: 0\n")
    let outcome = try Program.run(
      base + ["--format", "json", "--behaviour", "behaviour.yaml"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("\"award_to_reserve\": {\"mean\": null"))
    #expect(outcome.output.contains("award_to_reserve is defined in 0 of 12 draws"))
    #expect(!outcome.output.lowercased().contains("nan,"))
  }
}
