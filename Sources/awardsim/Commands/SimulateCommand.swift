import ArgumentParser
import Foundation
import Intake
import Pipeline
import Policy
import Quantities
import Reporting
import Simulation

/// `awardsim simulate`: scenarios over many draws.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: """
      awardsim simulate datasets/cloud-1150202 --draws 2000 --scenarios scenarios.yaml

      Plays the tender and the contract year many times and compares scenarios.
      """,
    discussion: """
      Every scenario sees the same luck, so a difference has its own, smaller error. The case's own \
      data calibrate bidders and orders, but for what a behaviour file states. The same seed gives the \
      same bytes, on any number of threads. Prints one row a scenario and metric.
      """)

  @Argument(help: ArgumentHelp("Folder of the case.", valueName: "case"))
  var path: String

  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var policy: PolicyOptions
  @OptionGroup var files: FileOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard simulation.shard == nil || output.format != .csv else {
      throw ValidationError("--shard writes JSON for awardsim merge; expected no --format csv")
    }
    if let workbook = simulation.workbook, workbook == output.output {
      throw ValidationError("--workbook and --output name the same file; expected two files")
    }
  }

  func run() throws {
    let loaded = try LoadedCase(
      path, policyOptions: policy, fileOptions: files, warns: !output.quiet,
      files: SimulateCommand.inputFiles(forWorkbook: simulation.workbook))
    let result = try ResultOutput(output, caseLanguage: loaded.input.header.language)
    if let workbook = simulation.workbook {
      try ResultOutput.check(workbook, replacing: output.force)
    }
    let run = try SimulationRun(loaded, options: simulation, showsProgress: !output.quiet)
    guard simulation.shard == nil else {
      try result.write(try RecordFile.text(of: try run.record()))
      return
    }
    let simulated = try run.result()
    if let workbook = simulation.workbook {
      let document = try document(of: simulated, loaded, result.language, Awardsim.version)
      try ResultOutput.write(document, to: workbook, replacing: output.force)
    }
    try simulated.write(to: result, dimension: simulation.by, tornado: simulation.tornado != nil)
  }

  /// The case's own sheets and those of the simulation.
  private func document(
    of simulated: SimulationResult, _ loaded: LoadedCase, _ language: Language, _ program: String
  ) throws -> ReportDocument {
    let run = try InputFailure.reporting(from: loaded.input.inputFiles) {
      () throws(CaseRun.Failure) in
      try CaseRun(loaded.input, policy: loaded.policy)
    }
    let calibration =
      run.tender == nil ? nil : run.reserve.map { Calibration(loaded.input, reserve: $0) }
    return try SimulationRun.reporting { () throws(ArithmeticOverflow) in
      try CaseReport.document(
        of: run, language: language,
        simulation: SimulationReport(
          simulated.answer, tornado: simulated.tornado, calibration: calibration),
        record: record(of: loaded, language, program))
    }
  }
}

extension SimulateCommand: WorkbookCommand {
  var recordedSettings: [InputRecord.Setting] {
    [.init("command", "simulate")] + recordedInputSettings + simulation.recordedSettings
  }

  func document(
    of loaded: LoadedCase, language: Language, program: String
  ) throws -> ReportDocument {
    let run = try SimulationRun(loaded, options: simulation, showsProgress: !output.quiet)
    return try document(of: try run.result(), loaded, language, program)
  }
}
