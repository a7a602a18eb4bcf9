import ArgumentParser
import Reporting
import Simulation

import class Foundation.ProcessInfo

/// How means are worked out.
enum SimulationMethod: String, CaseIterable, ExpressibleByArgument {
  /// All of them from draws.
  case simulate
  /// By quadrature alone, without draws.
  case exact
  /// By quadrature where that can be, else from draws.
  case auto
}

/// How draws are chosen.
enum SamplingChoice: String, CaseIterable, ExpressibleByArgument {
  /// Sobol points where they were measured to pay.
  case auto
  /// Independent draws.
  case random
  /// Sobol points.
  case sobol

  /// From so many draws on Sobol points pay: each of the randomisations has 32 of them then.
  private static let leastDraws = 1_024

  /// The sampling of a run of so many draws.
  func sampling(draws: Int) -> Sampling {
    switch self {
    case .auto: draws >= SamplingChoice.leastDraws ? .sobol : .random
    case .random: .random
    case .sobol: .sobol
    }
  }
}

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
    help: ArgumentHelp(
      "Number of threads; all processors if not given. It does not change the result.",
      valueName: "n"))
  var threads: Int?

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

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How means are worked out: simulate, from draws; exact, by quadrature without draws; auto,"
        + " exact where that can be.", valueName: "method"))
  var method: SimulationMethod = .simulate

  @Flag(
    name: .long,
    help: "Set the reserve prices in each draw from evidence drawn anew, not as they stand.")
  var resampleEvidence = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How draws are chosen: random; sobol, quasi-random points that share luck out; auto, sobol"
        + " from 1,024 draws on.", valueName: "sampling"))
  var sampling: SamplingChoice = .auto

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Divide the answer by item, category, vendor, month or fiscal-year.",
      valueName: "dimension"))
  var by: Dimension?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Move each parameter of policy and behaviour alone and rank them by their effect on a metric.",
      valueName: "metric"))
  var tornado: Metric?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Workbook to write (XLSX): the sheets of run, and those of the simulation.",
      valueName: "file"))
  var workbook: String?

  /// Draws of the run; with a precision the most that are made.
  var mostDraws: Int {
    draws
      ?? (precision == nil ? SimulationRun.defaultDraws : SimulationRun.mostDrawsForPrecision)
  }

  /// How the run is played.
  var settings: SimulationSettings {
    SimulationSettings(
      seed: seed, resamplesEvidence: resampleEvidence,
      sampling: sampling.sampling(draws: mostDraws),
      dimensions: workbook == nil ? Set([by].compactMap { $0 }) : Set(Dimension.allCases))
  }

  /// The options that a workbook hangs on, for its record.
  var recordedSettings: [InputRecord.Setting] {
    var settings: [InputRecord.Setting] = []
    if let draws { settings.append(.init("draws", "\(draws)")) }
    settings.append(.init("seed", "\(seed)"))
    if let scenarios { settings.append(.init("scenarios", scenarios)) }
    if let behaviour { settings.append(.init("behaviour", behaviour)) }
    if let precision { settings.append(.init("precision", precision)) }
    if let metric { settings.append(.init("metric", metric.rawValue)) }
    settings.append(.init("method", method.rawValue))
    if resampleEvidence { settings.append(.init("resample-evidence", "yes")) }
    settings.append(.init("sampling", sampling.rawValue))
    if let tornado { settings.append(.init("tornado", tornado.rawValue)) }
    return settings
  }

  /// The threads to play on.
  var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

  func validate() throws {
    guard draws ?? 1 >= 1, draws ?? 1 <= SimulationPlan.drawLimit else {
      throw ValidationError("--draws is \(draws ?? 0); expected 1 to \(SimulationPlan.drawLimit)")
    }
    guard (1...1_024).contains(threadCount) else {
      throw ValidationError("--threads is \(threadCount); expected 1 to 1024")
    }
    guard shard == nil || precision == nil else {
      throw ValidationError("a part of the draws has no precision; expected --shard or --precision")
    }
    guard metric == nil || precision != nil else {
      throw ValidationError("--metric is what --precision is about; expected --precision as well")
    }
    guard shard == nil || method == .simulate else {
      throw ValidationError("a part of the draws has no exact means; expected --method simulate")
    }
    let asksForDraws =
      draws != nil || precision != nil || tornado != nil || workbook != nil
    guard method != .exact || !asksForDraws else {
      throw ValidationError(
        "--method exact makes no draws; expected no --draws, --precision, --tornado or --workbook")
    }
    guard shard == nil || workbook == nil else {
      throw ValidationError("a part of the draws has no workbook; expected --shard or --workbook")
    }
    guard shard == nil || tornado == nil else {
      throw ValidationError("a part of the draws has no tornado; expected --shard or --tornado")
    }
    if let shard, shard.range(of: draws ?? SimulationRun.defaultDraws).isEmpty {
      throw ValidationError("--shard has no draws; expected at most as many parts as draws")
    }
  }
}
