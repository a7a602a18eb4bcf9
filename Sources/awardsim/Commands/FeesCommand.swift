import ArgumentParser
import CallOff
import Intake
import Pipeline
import Policy
import Quantities
import Reporting

/// `awardsim fees`: the service fee of each call-off order.
struct FeesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fees",
    abstract: """
      awardsim fees --orders orders.csv --tiers tiers.csv --contract-end 2027-03-31

      Service fees of call-off orders: accrued by order date, due after the contract's end.
      """,
    discussion: """
      Works on a case or on loose files. Prints one row an order, in the order of the input. The fee \
      is the one that stands: 0 for a cancelled order and for one whose return is pending. There is \
      no built-in tier table, since the boundary is in no public source. Where a rule flags an order, \
      a last column names the rule; awardsim orders says why.
      """)

  @Argument(help: ArgumentHelp("Folder of the case.", valueName: "case"))
  var path: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Table of orders (CSV or XLSX), in place of a case.", valueName: "file"))
  var orders: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Table of fee tiers, in place of a case.", valueName: "file"))
  var tiers: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Last day of the contract, in place of a case; fees fall due on the day after it.",
      valueName: "date"))
  var contractEnd: String?

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var files: FileOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let usage = "expected either a CASE, or --orders FILE with --tiers FILE"
    if path == nil, orders == nil || tiers == nil { throw ValidationError(usage) }
    if path != nil, orders != nil || tiers != nil || contractEnd != nil {
      throw ValidationError("a CASE brings its own tables; \(usage)")
    }
  }

  func run() throws {
    if let path {
      try fees(caseAt: path)
    } else if let orders, let tiers {
      try fees(orders: orders, tiers: tiers)
    }
  }

  private func fees(caseAt path: String) throws {
    let loaded = try LoadedCase(
      path, tables: TableName.forFees, policyOptions: policy, fileOptions: files,
      warns: !output.quiet)
    let result = try ResultOutput(output, caseLanguage: loaded.input.header.language)
    let stage = try loaded.callOffStage()
    let review = try loaded.orderReview()
    result.note(stage.notes + (review?.notes ?? []))
    try result.write(stage.resultTable(review))
  }

  private func fees(orders: String, tiers: String) throws {
    let view = try policy.policyWithoutCase()
    let end = try contractEnd.map { try CommandLineDay.parse($0, option: "--contract-end") }
    let result = try ResultOutput(output)
    let loose = try InputFailure.reporting { () throws(IntakeError) in
      try LooseFiles.fees(orders: orders, tiers: tiers, options: files.readOptions)
    }
    if !output.quiet {
      loose.diagnostics.warningLines.forEach { StandardError.line("warning: \($0)") }
    }
    let parameters = try InputFailure.reporting { () throws(PolicyError) in try FeePolicy(view) }
    let stage = try InputFailure.reporting(from: loose.inputFiles) { () throws(FeeProblems) in
      try CallOffStage(
        orders: loose.orders, table: loose.tiers, policy: parameters,
        contracts: ContractCalendar(own: nil, statedEnd: end), collections: nil)
    }
    let review = OrderReviewStage.review(
      of: loose.orders, columns: loose.orderColumns, policy: view, contracts: stage.contracts)
    // Most rules need tables that loose files do not have: to name them all would say nothing.
    result.note(stage.notes + (review.flaggedOrderCount > 0 ? review.notes.prefix(1) : []))
    try result.write(stage.resultTable(review))
  }
}

extension LoadedCase {
  /// The case's orders under the rules of orders; `nil` without orders.
  func orderReview() throws -> OrderReview? {
    try InputFailure.reporting(from: input.inputFiles) { () throws(FeeProblems) in
      try OrderReviewStage.review(of: input, policy: policy)
    }
  }

  /// The fees of the case's orders.
  func callOffStage() throws -> CallOffStage {
    guard input.orders != nil else {
      throw InputFailure.missing(file(of: .orders), "since fees are charged on orders")
    }
    let parameters = try InputFailure.reporting { () throws(PolicyError) in
      try FeePolicy(policy)
    }
    let stage = try InputFailure.reporting(from: input.inputFiles) { () throws(FeeProblems) in
      try CallOffStage(input, policy: parameters)
    }
    guard let stage else {
      throw InputFailure.missing(
        file(of: .feeTiers), "since the tiers of the service fee are in no public source")
    }
    return stage
  }
}
