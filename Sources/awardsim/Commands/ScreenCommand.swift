import ArgumentParser
import Intake
import Pipeline
import Policy
import Quantities
import Reporting

/// `awardsim screen`: which vendors, products and items enter, and why not.
struct ScreenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen",
    abstract: """
      awardsim screen datasets/cloud-1150202 --refused

      Which vendors, products and items enter the tender, and why not.
      """,
    discussion: """
      Prints one row a subject and rule, with the citation and the row of the input behind it; a rule \
      whose table the case lacks is named as not applied. With --scenarios prints what each scenario \
      changes: who and what enters, then awards, fees and sums. With --disclosures prints what is \
      published for agencies: the privacy certificate, the security items and where data is stored.
      """)

  @Argument(help: ArgumentHelp("Folder of the case.", valueName: "case"))
  var path: String

  @Flag(name: .long, help: "Print only what keeps someone out.")
  var refused = false

  @Flag(
    name: .long,
    help: "Print what is published for agencies about each product that enters.")
  var disclosures = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Print one rule alone, such as certificates.privacy.", valueName: "rule"))
  var rule: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Scenario file (YAML) to compare with the policy as it stands.", valueName: "file"))
  var scenarios: String?

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var files: FileOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard scenarios == nil || (!refused && rule == nil) else {
      throw ValidationError(
        "--refused and --rule are about one policy; expected them without --scenarios")
    }
    guard !disclosures || (!refused && rule == nil && scenarios == nil) else {
      throw ValidationError(
        "--disclosures is a list of its own; expected it without --refused, --rule and --scenarios")
    }
    if let rule, !ScreeningStage.ruleNames.contains(rule) {
      let nearest = nearestName(to: rule, among: ScreeningStage.ruleNames) ?? ""
      throw ValidationError("“\(rule)” is no rule; expected one such as \(nearest)")
    }
  }

  func run() throws {
    if let scenarios {
      try compare(scenariosAt: scenarios)
    } else {
      try screen()
    }
  }

  private func screen() throws {
    let loaded = try LoadedCase(
      path, tables: TableName.forScreening, policyOptions: policy, fileOptions: files,
      warns: !output.quiet)
    let result = try ResultOutput(output, caseLanguage: loaded.input.header.language)
    guard loaded.input.items != nil else {
      throw InputFailure.missing(loaded.file(of: .items), "since screening decides on its items")
    }
    let stage = try InputFailure.reporting { () throws(PolicyError) in
      try ScreeningStage(ofAnyCase: loaded.input, policy: loaded.policy)
    }
    if disclosures { return try disclose(stage, loaded, result) }
    result.note(stage.notes)
    try result.write(stage.resultTable(onlyRefused: refused, rule: rule))
  }

  private func disclose(
    _ stage: ScreeningStage, _ loaded: LoadedCase, _ result: ResultOutput
  ) throws {
    guard let list = stage.disclosureList else {
      throw InputFailure.missing(
        loaded.file(of: .products), "since the disclosure list is about its products")
    }
    result.note(list.notes)
    let domestic = stage.domesticTerritories(loaded.policy)
    try result.write(list.resultTable(domestic: domestic))
  }

  private func compare(scenariosAt file: String) throws {
    let loaded = try LoadedCase(
      path, policyOptions: policy, fileOptions: files, warns: !output.quiet)
    let result = try ResultOutput(output, caseLanguage: loaded.input.header.language)
    let scenarios = try InputFailure.reporting { () throws(IntakeError) in
      try ScenarioFile.read(file)
    }
    let comparisons = try loaded.comparisons(of: scenarios)
    try InputFailure.reporting(overflowOf: path) {
      try result.write(try ScreeningComparisonTable.table(of: comparisons))
    }
  }
}

extension LoadedCase {
  /// What each scenario after the first changes against the first.
  func comparisons(of scenarios: [SimulationScenario]) throws -> [ScreeningComparison] {
    let runs = try scenarios.map { scenario in
      try InputFailure.reporting(from: input.inputFiles) { () throws(CaseRun.Failure) in
        try CaseRun(input, policy: scenario.scenario.applied(to: policy), bootstrap: nil)
      }
    }
    guard let baseline = runs.first else { return [] }
    return try InputFailure.reporting(overflowOf: path) {
      try zip(scenarios, runs).dropFirst().map { scenario, run in
        try ScreeningComparison(scenario.name, baseline: baseline, scenario: run)
      }
    }
  }

  /// Who and what enters; `nil` where the case has no table of screening.
  func screeningStage() throws -> ScreeningStage? {
    try InputFailure.reporting { () throws(PolicyError) in
      try ScreeningStage(input, policy: policy)
    }
  }
}
