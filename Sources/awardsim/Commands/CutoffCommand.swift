import ArgumentParser
import Intake
import Pipeline
import Policy
import Quantities
import Reporting
import Simulation

/// `awardsim cutoff`: what the share-of-bidders cutoff would do.
struct CutoffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cutoff",
    abstract: """
      awardsim cutoff datasets/cloud-1150202

      What the share-of-bidders cutoff would do, before a reserve price is published.
      """,
    discussion: """
      Prints where every valid bid wins, so that the cutoff brings no competition; the winners at 100, \
      90, 80 and 70 % (and the policy's own share) by item and by number of bids; what one more bid at \
      the reserve price would change; and what vendors bid who know the rule. With --format csv one \
      row an item, share and rounding.

      A case without bids is analysed by number of bids and of vendors alone. Distributions of \
      --cost: as in awardsim equilibrium, in parts of the reserve price.
      """)

  @Argument(help: ArgumentHelp("Folder of the case.", valueName: "case"))
  var path: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Distribution of a vendor's cost in parts of the reserve price;"
        + " \(CostDistribution.assumed.text), which is assumed, if not given.", valueName: "dist"))
  var cost: String?

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var files: FileOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let costs =
      try cost.map { text in
        try CommandLineQuantity.reading(text, of: "--cost") { text throws(QuantityFormatError) in
          try CostDistribution(text: text)
        }
      } ?? .assumed
    let loaded = try LoadedCase(
      path, tables: TableName.forAward, policyOptions: policy, fileOptions: files,
      warns: !output.quiet)
    let result = try ResultOutput(output, caseLanguage: loaded.input.header.language)
    result.note(loaded.notes)
    let report = try report(of: loaded, costs, notes: result)
    switch output.format {
    case .csv: try result.write(report.analysis.resultTable)
    case .json: try result.write(report.json(result.language).text + "\n")
    case .table: try result.write(report.text(result.language))
    }
  }

  private func report(
    of loaded: LoadedCase, _ costs: CostDistribution, notes result: ResultOutput
  ) throws -> CutoffReport {
    let parameters = try InputFailure.reporting { () throws(PolicyError) in
      try AwardPolicy(loaded.policy)
    }
    let stage = try stage(of: loaded)
    result.note(
      stage?.notes ?? [
        Phrase("no bids.csv: the cutoff by item is left out", "未提供 bids.csv：不含各品項之分析")
      ])
    let analysis = try analysis(parameters, stage)
    let equilibria = Result { () throws(EquilibriumError) in
      try CutoffEquilibria(policy: parameters, shares: analysis.shares, costs: costs)
    }
    if case .failure(.nobodyEnters) = equilibria {
      throw StandardError.failure(
        [
          "--cost: “\(costs.text)” has no cost at or below the reserve price, expected one such as"
            + " \(CostDistribution.assumed.text)"
        ], .wrongUsage)
    }
    return CutoffReport(analysis, equilibria)
  }

  private func stage(of loaded: LoadedCase) throws -> TenderStage? {
    guard loaded.input.bids != nil else { return nil }
    return try loaded.tenderStage(reserve: try loaded.reserveStage())
  }

  private func analysis(_ policy: AwardPolicy, _ stage: TenderStage?) throws -> CutoffAnalysis {
    do throws(ArithmeticOverflow) {
      return try CutoffAnalysis(policy: policy, stage: stage)
    } catch {
      throw StandardError.failure(
        ["\(path): \(error.operation) does not fit; expected a simpler share"], .inputErrors)
    }
  }
}
