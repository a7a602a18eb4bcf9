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
  /// Draws between two looks at the precision, whatever the number of threads.
  private static let batchLength = 500

  private let loaded: LoadedCase
  private let options: SimulationOptions
  private let precision: Rate?
  private let showsProgress: Bool
  private let scenarios: [Scenario]
  private let behaviour: Behaviour
  private let plan: SimulationPlan
  private let inputs: [String]

  /// Reads the scenarios and the behaviour, checks the case and calibrates.
  ///
  /// - Throws: The exit status, after every error was printed.
  init(_ loaded: LoadedCase, options: SimulationOptions, showsProgress: Bool) throws {
    self.loaded = loaded
    self.options = options
    self.showsProgress = showsProgress
    precision = try SimulationRun.precision(options)
    scenarios = try InputFailure.reporting { () throws(IntakeError) in
      guard let file = options.scenarios else { return [.baseline] }
      return try ScenarioFile.read(file)
    }
    let stated = try InputFailure.reporting { () throws(IntakeError) in
      guard let file = options.behaviour else { return BehaviourSettings() }
      return try BehaviourFile.read(file)
    }
    let reserve = try loaded.reserveStage()
    _ = try loaded.tenderStage(reserve: reserve)
    if loaded.input.orders != nil, loaded.input.feeTiers != nil { _ = try loaded.callOffStage() }
    behaviour = try SimulationRun.reporting { () throws(ArithmeticOverflow) in
      try Behaviour(calibratedOn: loaded.input, reserve: reserve, stated: stated)
    }
    plan = try SimulationRun.reporting {
      [scenarios, behaviour] () throws(SimulationProblem) in
      try SimulationPlan(
        loaded.input, policy: loaded.policy, scenarios: scenarios, behaviour: behaviour,
        seed: options.seed)
    }
    inputs = loaded.input.inputFiles.map { "\($0.name) \($0.sha256)" }
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

  /// Plays the draws.
  func record() throws -> SimulationRecord {
    let most = SimulationPlan.valueLimit / scenarios.count
    let draws =
      options.draws ?? (precision == nil ? SimulationRun.defaultDraws : min(100_000, most))
    guard draws <= most else {
      throw StandardError.failure(
        ["--draws is \(draws); expected at most \(most) with \(scenarios.count) scenarios"],
        .wrongUsage)
    }
    Interruption.listen()
    defer { Interruption.ignoreNoMore() }
    let progress = SimulationProgress(isShown: showsProgress)
    defer { progress.end() }
    if let precision { return try record(reaching: precision, atMost: draws, progress) }
    let range = options.shard?.range(of: draws) ?? 0..<draws
    let values = try play(range, of: range.count, before: 0, progress)
    return SimulationRecord(
      header: header(draws: draws), firstDraw: range.lowerBound, draws: values)
  }

  /// Draws batches until the metric is known well enough in every scenario.
  private func record(
    reaching precision: Rate, atMost limit: Int, _ progress: SimulationProgress
  ) throws -> SimulationRecord {
    let metric = options.metric ?? .feeRevenue
    let place = Metric.allCases.firstIndex(of: metric) ?? 0
    var values: [[[Int64?]]] = []
    while values.count < limit {
      let end = min(values.count + SimulationRun.batchLength, limit)
      values += try play(values.count..<end, of: limit, before: values.count, progress)
      let isReached = try scenarios.indices.allSatisfy { scenario in
        let summary = try SimulationRun.reporting { () throws(ArithmeticOverflow) in
          try SimulationAnswer.Summary(values.compactMap { $0[scenario][place] }, metric)
        }
        guard let summary else {
          throw StandardError.failure(
            [
              "--precision: \(metric.rawValue) is defined in no draw of \(scenarios[scenario].name),"
                + " expected a metric that is"
            ], .wrongUsage)
        }
        return summary.reaches(precision)
      }
      if isReached {
        return SimulationRecord(header: header(draws: end), firstDraw: 0, draws: values)
      }
    }
    let missed = Phrase(
      "the precision of \(options.precision ?? "") is not reached for \(metric.rawValue) in \(limit)"
        + " draws",
      "\(limit) 次模擬後，\(metric.phrase.traditionalChinese)未達精確度 \(options.precision ?? "")")
    return SimulationRecord(
      header: header(draws: limit, notes: [missed]), firstDraw: 0, draws: values)
  }

  private func play(
    _ range: Range<Int>, of total: Int, before: Int, _ progress: SimulationProgress
  ) throws -> [[[Int64?]]] {
    do throws(DrawRunner.Failure) {
      return try DrawRunner(plan: plan, threads: options.threads).play(range) { done in
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

  private func header(draws: Int, notes: [Phrase] = []) -> SimulationRecord.Header {
    SimulationRecord.Header(
      caseNumber: loaded.input.header.caseNumber, inputs: inputs,
      language: loaded.input.header.language, draws: draws, seed: options.seed,
      scenarios: scenarios, policy: loaded.policy,
      notes: loaded.notes + behaviour.notes + notes)
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
