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
      path, policyOptions: policy, fileOptions: files, warns: !output.quiet,
      files: RunCommand.inputFiles(forWorkbook: workbook))
    let result = try ResultOutput(output, caseLanguage: loaded.input.header.language)
    if let workbook { try ResultOutput.check(workbook, replacing: output.force) }

    let progress = Progress(isShown: !output.quiet)
    progress.enter("reserve prices, awards and fees")
    let run = try computed(loaded)
    result.note(loaded.notes + run.skipped.map(\.phrase))
    result.note(
      (run.tender?.notes ?? []) + (run.callOff?.notes ?? [])
        + (run.orderReview?.notes ?? []))
    try InputFailure.reporting(overflowOf: path) {
      if let workbook {
        progress.enter("assumptions and sheets")
        let document = try document(of: run, loaded, result.language, Awardsim.version)
        progress.enter("workbook")
        try ResultOutput.write(document, to: workbook, replacing: output.force)
      }
      progress.end()
      try result.write(try RunSummary(of: run).resultTable)
    }
  }

  private func computed(_ loaded: LoadedCase) throws -> CaseRun {
    try InputFailure.reporting(from: loaded.input.inputFiles) {
      () throws(CaseRun.Failure) in
      try CaseRun(
        loaded.input, policy: loaded.policy, bootstrap: workbook == nil ? nil : .init())
    }
  }

  private func document(
    of run: CaseRun, _ loaded: LoadedCase, _ language: Language, _ program: String
  ) throws -> ReportDocument {
    try CaseReport.document(
      of: run, language: language, record: record(of: loaded, language, program))
  }
}

extension RunCommand: WorkbookCommand {
  var recordedSettings: [InputRecord.Setting] {
    [.init("command", "run")] + recordedInputSettings
  }

  func document(
    of loaded: LoadedCase, language: Language, program: String
  ) throws -> ReportDocument {
    let run = try computed(loaded)
    return try InputFailure.reporting(overflowOf: path) {
      try document(of: run, loaded, language, program)
    }
  }
}
