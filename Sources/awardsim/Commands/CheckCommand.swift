import ArgumentParser
import CallOff
import Intake
import Pipeline
import Policy
import Pricing
import Reporting
import Tendering

/// `awardsim check`: validates everything, computes nothing.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: """
      awardsim check datasets/cloud-1150202

      Checks every table of a case and computes nothing.
      """,
    discussion: """
      Prints the files that were read, with their rows and checksums. All errors are reported at once, \
      one a line, as FILE:LINE:COLUMN: what is wrong, expected what.
      """)

  @Argument(help: ArgumentHelp("Folder of the case.", valueName: "case"))
  var path: String

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var files: FileOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let loaded = try LoadedCase(
      path, policyOptions: policy, fileOptions: files, warns: !output.quiet)
    let result = try ResultOutput(output, caseLanguage: loaded.input.header.language)
    let absent = loaded.policyProblems()
    guard absent.isEmpty else { throw StandardError.failure(absent, .inputErrors) }
    let problems = try loaded.awardProblems() + loaded.feeProblems()
    guard problems.isEmpty else { throw StandardError.failure(problems, .inputErrors) }
    try result.write(InputFileTable.table(of: loaded.input))
  }
}

extension LoadedCase {
  /// Every parameter that has no value on the case's day.
  fileprivate func policyProblems() -> [String] {
    // Screening and orders have days of their own, and a policy may say nothing of them; the calendar
    // says itself what it does not know.
    PolicyKey.allCases.filter {
      !$0.isOfScreening && !$0.isOfOrders && !$0.isOfCalendar
    }.compactMap { key in
      do throws(PolicyError) {
        _ = try policy.entry(for: key)
        return nil
      } catch {
        return error.message
      }
    }
  }

  /// What `award` would refuse, which no table shows alone; it does not hang on the reserve prices.
  fileprivate func awardProblems() throws -> [String] {
    guard let items = input.items else { return [] }
    let parameters = try InputFailure.reporting { () throws(PolicyError) in
      try AwardPolicy(policy)
    }
    let stage = TenderStage(
      input, lots: items.map { .init(itemID: $0.id, reservePrice: nil) }, policy: parameters)
    return InputFailure.lines(of: stage?.problems() ?? [], input.inputFiles)
  }

  /// What `fees` would refuse, which no table shows alone.
  fileprivate func feeProblems() throws -> [String] {
    let parameters = try InputFailure.reporting { () throws(PolicyError) in
      try FeePolicy(policy)
    }
    do throws(FeeProblems) {
      _ = try CallOffStage(input, policy: parameters)
      return []
    } catch {
      return InputFailure.lines(of: error.problems, input.inputFiles)
    }
  }
}
