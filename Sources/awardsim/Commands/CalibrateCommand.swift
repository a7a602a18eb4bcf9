import ArgumentParser
import Intake
import Pipeline
import Policy
import Quantities
import Reporting
import Simulation

/// `awardsim calibrate`: bidder models fitted to past bids.
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: """
      awardsim calibrate datasets/cloud-1150202 --save behaviour.yaml

      Fits bidder models to past bids and says how well they fit.
      """,
    discussion: """
      Works on a case or on loose files. Fits the number of bids (Poisson, negative binomial, binomial) \
      and the ratio of bid to reserve price (lognormal, beta, lognormal discount, a mixture of two) by \
      maximum likelihood, for all lots and for each category; the family with the least AIC is \
      chosen. --save writes models for simulate --behaviour, for use on another case; simulate with \
      model: parametric in a behaviour file fits them itself.
      """)

  @Argument(help: ArgumentHelp("Folder of the case.", valueName: "case"))
  var path: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Table of bids, in place of a case.", valueName: "file"))
  var bids: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Table of reserve prices, in place of a case.", valueName: "file"))
  var reserves: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Behaviour file (YAML) to write the chosen models to.", valueName: "file"))
  var save: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What --save writes: parametric, the best fits; or empirical, past numbers and quantiles.",
      valueName: "model"))
  var model: BidderModelKind = .parametric

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var files: FileOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let usage = "expected either a CASE, or --bids FILE with --reserves FILE"
    if path == nil, bids == nil || reserves == nil { throw ValidationError(usage) }
    if path != nil, bids != nil || reserves != nil {
      throw ValidationError("a CASE brings its own tables; \(usage)")
    }
    if let save, save == output.output {
      throw ValidationError("--save and --output name the same file; expected two files")
    }
  }

  func run() throws {
    if let path {
      let loaded = try LoadedCase(
        path, tables: TableName.forAward, policyOptions: policy, fileOptions: files,
        warns: !output.quiet)
      let result = try ResultOutput(output, caseLanguage: loaded.input.header.language)
      let reserve = try loaded.reserveStage()
      _ = try loaded.tenderStage(reserve: reserve)
      try write(
        Calibration(loaded.input, reserve: reserve), from: loaded.input.inputFiles, to: result)
    } else if let bids, let reserves {
      let result = try ResultOutput(output)
      let loose = try InputFailure.reporting { () throws(IntakeError) in
        try LooseFiles.award(bids: bids, reserves: reserves, options: files.readOptions)
      }
      if !output.quiet {
        loose.diagnostics.warningLines.forEach { StandardError.line("warning: \($0)") }
      }
      let calibration = Calibration(
        bids: loose.bids, reserves: loose.reserves.map { ($0.itemID, $0.reservePrice) })
      try write(calibration, from: loose.inputFiles, to: result)
    }
  }

  private func write(
    _ calibration: Calibration, from inputs: [Case.InputFile], to result: ResultOutput
  ) throws {
    if let save { try ResultOutput.check(save, replacing: output.force) }
    result.note(calibration.notes)
    switch output.format {
    case .csv: try result.write(calibration.resultTable)
    case .json: try result.write(calibration.json.text + "\n")
    case .table:
      let tables = [
        calibration.fitTable, calibration.quantileTable, calibration.countTable,
      ]
      try result.write(
        tables.map { TableFormat.table.text(of: $0, language: result.language) }
          .joined(separator: "\n"))
    }
    guard let save else { return }
    let origin =
      ["Bidder models of awardsim calibrate, \(model.rawValue). Files:"]
      + inputs.map { "\($0.name) \($0.sha256)" } + calibration.notes.map(\.english)
    try ResultOutput.write(
      BehaviourText.text(of: calibration.settings(model), origin: origin), to: save,
      replacing: output.force)
  }
}
