import ArgumentParser
import Intake
import Pipeline
import Policy
import Pricing
import Quantities
import Reporting

/// `awardsim run`: the whole pipeline, then the workbook.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: """
      awardsim run datasets/cloud-1150202 --workbook case.xlsx

      The whole pipeline: reserve prices, awards, service fees, and the workbook.
      """,
    discussion: """
      Runs the stages whose tables the case has and names the rest. Prints the main figures; the \
      workbook holds everything behind them.
      """)

  @Argument(help: ArgumentHelp("Folder of the case.", valueName: "case"))
  var path: String

  @Option(name: .long, help: ArgumentHelp("Workbook to write (XLSX).", valueName: "file"))
  var workbook: String?

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var files: FileOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let workbook, workbook == output.output {
      throw ValidationError("--workbook and --output name the same file; expected two files")
    }
  }

  func run() throws {
    let loaded = try LoadedCase(
      path, policyOptions: policy, fileOptions: files, warns: !output.quiet)
    let result = try ResultOutput(output, caseLanguage: loaded.input.header.language)
    if let workbook { try ResultOutput.check(workbook, replacing: output.force) }

    let progress = Progress(isShown: !output.quiet)
    progress.enter("reserve prices, awards and fees")
    let run = try InputFailure.reporting(from: loaded.input.inputFiles) {
      () throws(CaseRun.Failure) in
      try CaseRun(
        loaded.input, policy: loaded.policy, bootstrap: workbook == nil ? nil : .init())
    }
    result.note(loaded.notes + run.skipped.map(\.phrase))
    result.note(
      (run.tender?.notes ?? []) + (run.callOff?.notes ?? [])
        + (run.orderReview?.notes ?? []))
    try InputFailure.reporting(overflowOf: path) {
      if let workbook { try write(run, to: workbook, result.language, progress) }
      progress.end()
      try result.write(try RunSummary(of: run).resultTable)
    }
  }

  private func write(
    _ run: CaseRun, to path: String, _ language: Language, _ progress: Progress
  ) throws {
    progress.enter("assumptions and sheets")
    let document = try CaseReport.document(of: run, language: language)
    progress.enter("workbook")
    try ResultOutput.write(document, to: path, replacing: output.force)
  }
}
