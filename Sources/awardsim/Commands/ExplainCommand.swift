import ArgumentParser
import CallOff
import Intake
import Pipeline
import Policy
import Pricing
import Quantities
import Reporting
import Tendering

/// `awardsim explain`: how one number came about, as a tree.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: """
      awardsim explain datasets/cloud-1150202 --item CL-0001

      The derivation of an item's reserve price and award, or of an order's fee.
      """,
    discussion: """
      Prints a tree: each step with its value, the rule and its source, whether that is law, stated in \
      the deck or assumed, and the rows of the input, those left out with the reason.
      """)

  @Argument(help: ArgumentHelp("Folder of the case.", valueName: "case"))
  var path: String

  @Option(
    name: .long,
    help: ArgumentHelp("Item whose reserve price and award are explained.", valueName: "id"))
  var item: String?

  @Option(name: .long, help: ArgumentHelp("Order whose fee is explained.", valueName: "id"))
  var order: String?

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var files: FileOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (item == nil) != (order == nil) else {
      throw ValidationError("give either --item ID or --order ID")
    }
  }

  func run() throws {
    let tables = item == nil ? TableName.forFees : TableName.forAward
    let loaded = try LoadedCase(
      path, tables: tables, policyOptions: policy, fileOptions: files, warns: !output.quiet)
    let result = try ResultOutput(output, caseLanguage: loaded.input.header.language)
    let derivation =
      if let item { try explain(item: item, of: loaded) } else {
        try explain(order: order ?? "", of: loaded)
      }
    switch output.format {
    case .table: try result.write(DerivationText.text(of: derivation, language: result.language))
    case .csv: try result.write(DerivationTable.table(of: derivation))
    case .json:
      try result.write(JSONValue(derivation, language: result.language).text + "\n")
    }
  }

  private func explain(item: String, of loaded: LoadedCase) throws -> Derivation {
    let id = ItemID(item)
    let stage = try loaded.reserveStage(ofOnly: id)
    guard let priced = stage.items.first(where: { $0.item.id == id }) else {
      throw unknown("item", item, among: loaded.input.items?.map(\.id.text) ?? [])
    }
    var steps = [priced.derivation(policy: loaded.policy)]
    if loaded.input.bids != nil {
      let tender = try loaded.tenderStage(reserve: stage)
      steps += tender.awards.filter { $0.itemID == id }.map {
        $0.derivation(policy: loaded.policy)
      }
    }
    return Derivation(Phrase(verbatim: "\(item) \(priced.item.name)"), steps: steps)
  }

  private func explain(order: String, of loaded: LoadedCase) throws -> Derivation {
    let ledger = try loaded.callOffStage().ledger
    guard let row = ledger.assessments.first(where: { $0.order.id.text == order }) else {
      throw unknown("order", order, among: ledger.assessments.map(\.order.id.text))
    }
    let findings = try loaded.orderReview()?.notableFindings(of: row.order.id) ?? []
    return row.derivation(rule: ledger.rule, policy: loaded.policy, findings: findings)
  }

  private func unknown(_ what: String, _ name: String, among names: [String]) -> ExitCode {
    let nearest = nearestName(to: name, among: names).map { "; the nearest is \($0)" } ?? ""
    return StandardError.failure(
      ["the case has no \(what) “\(name)”, expected one of its \(what)s\(nearest)"], .wrongUsage)
  }
}
