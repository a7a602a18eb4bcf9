import ArgumentParser
import Intake
import Pipeline
import Policy
import Pricing
import Quantities
import Reporting

/// `awardsim reserve`: one reserve price per item.
struct ReserveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reserve",
    abstract: """
      awardsim reserve datasets/cloud-1150202 --format csv

      Reserve prices from historical awards, agency prices and market quotes.
      """,
    discussion: """
      Prints one row an item: the reserve price, the representative of each class of evidence before \
      rounding, how many rows there are, are effective and are left out, and what to know.
      """)

  @Argument(help: ArgumentHelp("Folder of the case.", valueName: "case"))
  var path: String

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var files: FileOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let loaded = try LoadedCase(
      path, tables: TableName.forReserve, policyOptions: policy, fileOptions: files,
      warns: !output.quiet)
    let result = try ResultOutput(output, caseLanguage: loaded.input.header.language)
    result.note(loaded.notes)
    let stage = try loaded.reserveStage()
    try result.write(stage.resultTable)
  }
}

extension LoadedCase {
  /// The case's reserve prices.
  ///
  /// - Parameter item: The one item to price, with its interval and influences; all of them, without,
  ///   if not given.
  /// - Returns: One result for each item.
  /// - Throws: The exit status 66 without items, 65 where the policy has no value.
  func reserveStage(ofOnly item: ItemID? = nil) throws -> ReserveStage {
    guard let items = input.items else {
      throw InputFailure.missing(file(of: .items), "since reserve prices are set for its items")
    }
    let parameters = try InputFailure.reporting { () throws(PolicyError) in
      try ReservePolicy(policy)
    }
    guard let item else {
      return ReserveStage(input, policy: parameters, bootstrap: nil, tracesInfluence: false)
    }
    var narrowed = input
    narrowed.items = items.filter { $0.id == item }
    return ReserveStage(narrowed, policy: parameters)
  }
}
