import ArgumentParser
import CallOff
import Intake
import Pipeline
import Policy
import Tendering

/// Turns what can be wrong with an input into lines on standard error and an exit status.
enum InputFailure {
  /// Runs something that reads files.
  static func reporting<Value>(_ read: () throws(IntakeError) -> Value) throws(ExitCode) -> Value {
    do {
      return try read()
    } catch {
      throw StandardError.failure(error.lines, ExitCode(error.exitStatus))
    }
  }

  /// Runs something that looks policy values up.
  static func reporting<Value>(
    policy look: () throws(PolicyError) -> Value
  ) throws(ExitCode) -> Value {
    do {
      return try look()
    } catch {
      throw StandardError.failure([error.message], .inputErrors)
    }
  }

  /// Says which file a command lacks.
  static func missing(_ path: String, _ why: String) -> ExitCode {
    StandardError.failure(["\(path): there is no such file; expected one, \(why)"], .inputMissing)
  }

  /// Runs something that computes fees.
  static func reporting<Value>(
    _ compute: () throws(FeeProblems) -> Value
  ) throws(ExitCode) -> Value {
    do {
      return try compute()
    } catch {
      throw StandardError.failure(lines(of: error), .inputErrors)
    }
  }

  /// Runs a case through the pipeline.
  static func reporting<Value>(
    run: () throws(CaseRun.Failure) -> Value
  ) throws(ExitCode) -> Value {
    do {
      return try run()
    } catch {
      switch error {
      case .policy(let error):
        throw StandardError.failure([error.message], .inputErrors)
      case .tender(let problems):
        throw StandardError.failure(lines(of: problems), .inputErrors)
      case .fees(let problems):
        throw StandardError.failure(lines(of: problems), .inputErrors)
      }
    }
  }

  /// Ends the program when a tender has rows that no rule can decide over.
  static func refuse(_ problems: [TenderProblem]) throws(ExitCode) {
    guard !problems.isEmpty else { return }
    throw StandardError.failure(lines(of: problems), .inputErrors)
  }

  private static func lines(of problems: [TenderProblem]) -> [String] {
    problems.map { "\($0.position):1: \($0.phrase[.english])" }
  }

  private static func lines(of error: FeeProblems) -> [String] {
    error.problems.map { problem in
      let place = problem.position.map { "\($0):1: " } ?? ""
      return place + (problem.column.map { "\($0): " } ?? "") + problem.phrase[.english]
    }
  }
}
