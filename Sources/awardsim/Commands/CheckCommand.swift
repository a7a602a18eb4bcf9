import ArgumentParser
import Intake
import Pipeline
import Policy
import Reporting

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
    try InputFailure.reporting { () throws(PolicyError) in
      for key in PolicyKey.allCases { _ = try loaded.policy.entry(for: key) }
    }
    try result.write(InputFileTable.table(of: loaded.input))
  }
}
