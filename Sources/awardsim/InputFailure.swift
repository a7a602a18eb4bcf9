import ArgumentParser
import CallOff
import Intake
import Pipeline
import Quantities
import Policy
import Tendering

/// Turns what can be wrong with an input into lines on standard error and an exit status.
enum InputFailure {
  /// Runs something that reads files.
  ///
  /// - Parameters:
  ///   - naming: Completes a line about one of the files.
  ///   - read: Reads the files.
  /// - Returns: What was read.
  /// - Throws: The exit status, after every error was printed.
  static func reporting<Value>(
    naming: (String) -> String = { $0 }, _ read: () throws(IntakeError) -> Value
  ) throws(ExitCode) -> Value {
    do {
      return try read()
    } catch {
      guard case .invalid = error else {
        throw StandardError.failure(error.lines, ExitCode(error.exitStatus))
      }
      throw StandardError.failure(error.lines.map(naming), ExitCode(error.exitStatus))
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

  /// Runs something in which numbers of a case may not fit.
  static func reporting<Value>(overflowOf path: String, _ compute: () throws -> Value) throws
    -> Value
  {
    do {
      return try compute()
    } catch let error as ArithmeticOverflow {
      throw StandardError.failure(
        ["\(path): \(error.operation) does not fit; expected smaller numbers"], .inputErrors)
    }
  }

  /// Says which file a command lacks.
  static func missing(_ path: String, _ why: String) -> ExitCode {
    StandardError.failure(["\(path): there is no such file; expected one, \(why)"], .inputMissing)
  }

  /// Runs something that computes fees.
  static func reporting<Value>(
    from files: [Case.InputFile], _ compute: () throws(FeeProblems) -> Value
  ) throws(ExitCode) -> Value {
    do {
      return try compute()
    } catch {
      throw StandardError.failure(lines(of: error.problems, files), .inputErrors)
    }
  }

  /// Runs a case through the pipeline.
  static func reporting<Value>(
    from files: [Case.InputFile], run: () throws(CaseRun.Failure) -> Value
  ) throws(ExitCode) -> Value {
    do {
      return try run()
    } catch {
      switch error {
      case .policy(let error):
        throw StandardError.failure([error.message], .inputErrors)
      case .input(let tender, let fees):
        throw StandardError.failure(
          lines(of: tender, files) + lines(of: fees, files), .inputErrors)
      }
    }
  }

  /// Ends the program when a tender has rows that no rule can decide over.
  static func refuse(
    _ problems: [TenderProblem], from files: [Case.InputFile]
  ) throws(ExitCode) {
    guard !problems.isEmpty else { return }
    throw StandardError.failure(lines(of: problems, files), .inputErrors)
  }

  /// One line a problem of a tender.
  static func lines(of problems: [TenderProblem], _ files: [Case.InputFile]) -> [String] {
    problems.map { place($0.position, $0.column, files) + $0.phrase[.english] }
  }

  /// One line a problem of the fees.
  static func lines(of problems: [FeeProblem], _ files: [Case.InputFile]) -> [String] {
    problems.map { problem in
      (problem.position.map { place($0, problem.column, files) } ?? "") + problem.phrase[.english]
    }
  }

  /// `FILE:LINE:COLUMN: ` or `FILE.xlsx!SHEET!B17: `, the column being the field's number; the first
  /// field where the problem is no single column's, or the column is not read from the file.
  private static func place(
    _ position: SourcePosition, _ column: String?, _ files: [Case.InputFile]
  ) -> String {
    let file = files.first { $0.name == position.file }
    let number = column.flatMap { file?.fieldNumbers[$0] } ?? 1
    return position.text(ofField: number) + ": "
  }
}
