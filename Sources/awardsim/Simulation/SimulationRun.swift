import ArgumentParser
import Foundation
import Intake
import Pipeline
import Policy
import Quantities
import Reporting
import Simulation

/// One run of `awardsim simulate`, from the loaded case to the values of its draws.
struct SimulationRun {
  /// Draws of a run that says nothing of them.
  static let defaultDraws = 1_000
  /// Draws of a tornado at most: it plays some fifty scenarios.
  private static let tornadoDraws = 1_000
  /// Draws of a run that should reach a precision and says nothing of them.
  static let mostDrawsForPrecision = 100_000
  /// Draws between two looks at the precision, whatever the number of threads.
  private static let batchLength = 500

  private let loaded: LoadedCase
  private let options: SimulationOptions
  private let precision: Rate?
  private let showsProgress: Bool
  private let scenarios: [SimulationScenario]
  private let plan: SimulationPlan

  /// Reads the scenarios and the behaviour, checks the case and calibrates.
  ///
  /// - Throws: The exit status, after every error was printed.
  init(_ loaded: LoadedCase, options: SimulationOptions, showsProgress: Bool) throws {
    self.loaded = loaded
    self.options = options
    self.showsProgress = showsProgress
    precision = try SimulationRun.precision(options)
    scenarios = try SimulationRun.scenarios(options, loaded.files)
    let reserve = try loaded.reserveStage()
    if loaded.input.bids != nil { _ = try loaded.tenderStage(reserve: reserve) }
    if loaded.input.orders != nil, loaded.input.feeTiers != nil { _ = try loaded.callOffStage() }
    plan = try SimulationRun.reporting { [scenarios] () throws(SimulationProblem) in
      try SimulationPlan(
        loaded.input, policy: loaded.policy, scenarios: scenarios, settings: options.settings)
    }
  }

  /// The scenarios, each with all that is stated about its behaviour.
  private static func scenarios(
    _ options: SimulationOptions, _ files: InputFiles
  ) throws -> [SimulationScenario] {
    let stated = try InputFailure.reporting { () throws(IntakeError) in
      guard let file = options.behaviour else { return BehaviourSettings() }
      return try BehaviourFile.read(file, from: files)
    }
    let scenarios = try InputFailure.reporting { () throws(IntakeError) in
      guard let file = options.scenarios else { return [SimulationScenario.baseline] }
      return try ScenarioFile.read(file, from: files)
    }
    return scenarios.map {
      SimulationScenario($0.scenario, behaviour: stated.overridden(by: $0.behaviour))
    }
  }

  private static func precision(_ options: SimulationOptions) throws -> Rate? {
    guard let text = options.precision else { return nil }
    let expected = "a share above 0 such as 0.5%"
    do {
      let rate = try Rate(text: text)
      guard rate > .zero else { throw QuantityFormatError("is 0", expected: expected) }
      return rate
    } catch let error as QuantityFormatError {
      throw StandardError.failure(
        ["--precision: “\(text)” \(error.problem), expected \(expected)"], .wrongUsage)
    }
  }

  /// Works out the means that can be had without draws.
  ///
  /// - Returns: `nil` where they were not asked for.
  func exact() throws -> ExactAnswer? {
    guard options.method != .simulate else { return nil }
    let answer = try SimulationRun.reporting { [plan] () throws(SimulationProblem) in
      try ExactAnswer(plan)
    }
    guard options.method == .auto || answer.obstacles.isEmpty else {
      throw StandardError.failure(
        answer.obstacles.map { "--method exact: \($0.english); expected simulate or auto" },
        .wrongUsage)
    }
    return answer
  }

  /// Plays the draws and all that is asked for besides.
  func result() throws -> SimulationResult {
    let exact = try exact()
    let record = try record()
    return try SimulationResult(
      record, exact: exact, tornado: try tornado(draws: record.header.draws))
  }

  /// Plays the draws.
  func record() throws -> SimulationRecord {
    if options.method == .exact { return try record(plan.emptyTally, firstDraw: 0, draws: 0) }
    let draws = options.mostDraws
    Interruption.listen()
    defer { Interruption.ignoreNoMore() }
    let progress = SimulationProgress(isShown: showsProgress)
    defer { progress.end() }
    if let precision { return try record(reaching: precision, atMost: draws, progress) }
    let range = options.shard?.range(of: draws) ?? 0..<draws
    let tally = try play(range, of: range.count, before: 0, progress)
    return try record(tally, firstDraw: range.lowerBound, draws: draws)
  }

  /// Draws batches until the metric is known well enough in every scenario.
  private func record(
    reaching precision: Rate, atMost limit: Int, _ progress: SimulationProgress
  ) throws -> SimulationRecord {
    let metric = options.metric ?? .feeRevenue
    var tally = plan.emptyTally
    while tally.drawCount < limit {
      let done = tally.drawCount
      let end = min(done + SimulationRun.batchLength, limit)
      tally.merge(try play(done..<end, of: limit, before: done, progress))
      let isReached = try scenarios.indices.allSatisfy { scenario in
        try summary(metric, scenario, tally).reaches(precision)
      }
      if isReached { return try record(tally, firstDraw: 0, draws: end) }
    }
    let missed = Phrase(
      "the precision of \(options.precision ?? "") is not reached for \(metric.rawValue) in \(limit)"
        + " draws",
      "\(limit) 次模擬後，\(metric.phrase.traditionalChinese)未達精確度 \(options.precision ?? "")")
    return try record(tally, firstDraw: 0, draws: limit, notes: [missed])
  }

  private func summary(
    _ metric: Metric, _ scenario: Int, _ tally: SimulationTally
  ) throws -> SimulationAnswer.Summary {
    let summary = try SimulationRun.reporting { () throws(ArithmeticOverflow) in
      try SimulationAnswer.Summary(metric, scenario: scenario, of: tally)
    }
    guard let summary else {
      throw StandardError.failure(
        [
          "--precision: \(metric.rawValue) is defined in no draw of \(scenarios[scenario].name),"
            + " expected a metric that is"
        ], .wrongUsage)
    }
    return summary
  }

  /// Moves every parameter alone, with the same luck and at most ``tornadoDraws`` draws.
  ///
  /// - Returns: `nil` where neither a tornado nor a workbook was asked for.
  func tornado(draws: Int) throws -> Tornado? {
    let usual = plan.hasOrders ? Metric.feeRevenue : .awardedSum
    guard let metric = options.tornado ?? (options.workbook == nil ? nil : usual) else {
      return nil
    }
    let draws = min(draws, SimulationRun.tornadoDraws)
    let parameters = TornadoParameter.all(
      from: scenarios[0], policy: loaded.policy, hasOrders: plan.hasOrders)
    let moved = Tornado.scenarios(of: parameters, baseline: scenarios[0])
    var settings = options.settings
    settings.dimensions = []
    let plan = try SimulationRun.reporting { [settings] () throws(SimulationProblem) in
      try SimulationPlan(
        loaded.input, policy: loaded.policy, scenarios: moved, settings: settings)
    }
    Interruption.listen()
    defer { Interruption.ignoreNoMore() }
    let progress = SimulationProgress(isShown: showsProgress)
    defer { progress.end() }
    let tally = try play(0..<draws, of: draws, before: 0, progress, plan: plan)
    return try SimulationRun.reporting { () throws(ArithmeticOverflow) in
      let record = SimulationRecord(
        header: .init(loaded.input, plan, draws: draws, scenarios: moved, policy: loaded.policy),
        firstDraw: 0, tally: tally)
      return try Tornado(metric, parameters, answer: SimulationAnswer(record))
    }
  }

  private func play(
    _ range: Range<Int>, of total: Int, before: Int, _ progress: SimulationProgress,
    plan other: SimulationPlan? = nil
  ) throws -> SimulationTally {
    do throws(DrawRunner.Failure) {
      return try DrawRunner(plan: other ?? plan, threads: options.threadCount).play(range) { done in
        progress.show(before + done, of: total)
      }
    } catch {
      progress.end()
      switch error {
      case .problem(let problem): throw StandardError.failure([problem.message], .inputErrors)
      case .interrupted:
        throw StandardError.failure(
          ["interrupted; nothing was written"], ExitCode(Interruption.status))
      }
    }
  }

  private func record(
    _ tally: SimulationTally, firstDraw: Int, draws: Int, notes: [Phrase] = []
  ) throws -> SimulationRecord {
    guard !tally.hasOverflowed else {
      throw StandardError.failure(
        [SimulationProblem.overflow(ArithmeticOverflow("a sum of squares")).message],
        .inputErrors)
    }
    return SimulationRecord(
      header: .init(
        loaded.input, plan, draws: draws, scenarios: scenarios, policy: loaded.policy,
        notes: loaded.notes + notes), firstDraw: firstDraw, tally: tally)
  }

  /// Runs something whose numbers may not fit.
  static func reporting<Value>(_ compute: () throws(ArithmeticOverflow) -> Value) throws -> Value {
    do throws(ArithmeticOverflow) {
      return try compute()
    } catch {
      throw StandardError.failure([SimulationProblem.overflow(error).message], .inputErrors)
    }
  }

  private static func reporting<Value>(
    _ compute: () throws(SimulationProblem) -> Value
  ) throws -> Value {
    do throws(SimulationProblem) {
      return try compute()
    } catch {
      throw StandardError.failure([error.message], .inputErrors)
    }
  }
}
