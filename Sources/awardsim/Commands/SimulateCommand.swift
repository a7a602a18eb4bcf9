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
      path, policyOptions: policy, fileOptions: files, warns: !output.quiet)
    let result = try ResultOutput(output, caseLanguage: loaded.input.header.language)
    if let workbook = simulation.workbook {
      try ResultOutput.check(workbook, replacing: output.force)
    }
    let run = try SimulationRun(loaded, options: simulation, showsProgress: !output.quiet)
    let exact = try run.exact()
    let record = try run.record()
    guard simulation.shard == nil else {
      try result.write(try RecordFile.text(of: record))
      return
    }
    let simulated = try SimulationResult(
      record, exact: exact, tornado: try run.tornado(draws: record.header.draws))
    if let workbook = simulation.workbook {
      try write(simulated, of: loaded, to: workbook, result.language)
    }
    try simulated.write(to: result, dimension: simulation.by, tornado: simulation.tornado != nil)
  }

  /// Writes the case's own sheets and those of the simulation.
  private func write(
    _ simulated: SimulationResult, of loaded: LoadedCase, to path: String, _ language: Language
  ) throws {
    let run = try InputFailure.reporting(from: loaded.input.inputFiles) {
      () throws(CaseRun.Failure) in
      try CaseRun(loaded.input, policy: loaded.policy)
    }
    let calibration =
      run.tender == nil ? nil : run.reserve.map { Calibration(loaded.input, reserve: $0) }
    let document = try SimulationRun.reporting { () throws(ArithmeticOverflow) in
      try CaseReport.document(
        of: run, language: language,
        simulation: SimulationReport(
          simulated.answer, tornado: simulated.tornado, calibration: calibration))
    }
    try ResultOutput.write(document, to: path, replacing: output.force)
  }
}
