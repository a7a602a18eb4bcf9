import ArgumentParser
import CallOff
import Intake
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
}
