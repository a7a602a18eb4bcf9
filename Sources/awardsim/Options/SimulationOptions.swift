import ArgumentParser
import Simulation

/// How often and how a simulation is played.
struct SimulationOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Number of draws; 1,000 if not given. With --precision the most that are made.",
      valueName: "n"))
  var draws: Int?

  @Option(name: .long, help: ArgumentHelp("Seed of all luck.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(
    name: .long,
    help: ArgumentHelp("Number of threads; it does not change the result.", valueName: "n"))
  var threads = 1

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Scenario file (YAML); the policy as it stands is the one scenario if not given.",
      valueName: "file"))
  var scenarios: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Behaviour file (YAML) that takes the place of the case's own data where it states something.",
      valueName: "file"))
  var behaviour: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Play part I of N of the draws and write them for awardsim merge.", valueName: "i/n"))
  var shard: ShardChoice?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Draw until the standard error is at most this share of the mean, such as 0.5%.",
      valueName: "share"))
  var precision: String?

  @Option(name: .long, help: "Metric that --precision is about.")
  var metric: Metric?

  @Flag(
    name: .long,
    help: "Set the reserve prices in each draw from evidence drawn anew, not as they stand.")
  var resampleEvidence = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Divide the answer by item, category, vendor, month or fiscal-year.",
      valueName: "dimension"))
  var by: Dimension?

  /// How the run is played.
  var settings: SimulationSettings {
    SimulationSettings(
      seed: seed, resamplesEvidence: resampleEvidence, dimensions: by.map { [$0] } ?? [])
  }

  func validate() throws {
    guard draws ?? 1 >= 1, draws ?? 1 <= SimulationPlan.drawLimit else {
      throw ValidationError("--draws is \(draws ?? 0); expected 1 to \(SimulationPlan.drawLimit)")
    }
    guard (1...1_024).contains(threads) else {
      throw ValidationError("--threads is \(threads); expected 1 to 1024")
    }
    guard shard == nil || precision == nil else {
      throw ValidationError("a part of the draws has no precision; expected --shard or --precision")
    }
    guard metric == nil || precision != nil else {
      throw ValidationError("--metric is what --precision is about; expected --precision as well")
    }
    if let shard, shard.range(of: draws ?? SimulationRun.defaultDraws).isEmpty {
      throw ValidationError("--shard has no draws; expected at most as many parts as draws")
    }
  }
}
