import ArgumentParser
import Intake
import Pipeline
import Policy
import Reporting

/// `awardsim orders`: which call-off orders a rule flags, and why.
struct OrdersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "orders",
    abstract: """
      awardsim orders datasets/cloud-1150202 --flagged

      Which call-off orders a rule flags, and why.
      """,
    discussion: """
      Who may order, the superior's approval, the contract's period, the item's reserve price, the \
      vendor's award, where data is stored, the path of a cancellation. Prints one row an order and \
      rule, with the citation and the row of the input behind it; a rule whose table or column the \
      case lacks is named as not applied. A flag changes no fee.
      """)

  @Argument(help: ArgumentHelp("Folder of the case.", valueName: "case"))
  var path: String

  @Flag(name: .long, help: "Print only what a rule flags, or has no evidence for.")
  var flagged = false

  @Option(
    name: .long,
    help: ArgumentHelp("Print one rule alone, such as approval.", valueName: "rule"))
  var rule: String?

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var files: FileOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let rule, !OrderPolicy.ruleNames.contains(rule) {
      throw ValidationError(
        "“\(rule)” is no rule; expected one of \(OrderPolicy.ruleNames.joined(separator: ", "))")
    }
  }

  func run() throws {
    let loaded = try LoadedCase(
      path, tables: TableName.forFees, policyOptions: policy, fileOptions: files,
      warns: !output.quiet)
    let result = try ResultOutput(output, caseLanguage: loaded.input.header.language)
    guard let review = try loaded.orderReview() else {
      throw InputFailure.missing(loaded.file(of: .orders), "since the rules look at its orders")
    }
    result.note(review.notes)
    try result.write(review.resultTable(onlyFlagged: flagged, rule: rule))
  }
}
