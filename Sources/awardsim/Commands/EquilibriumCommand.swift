import ArgumentParser
import Pipeline
import Policy
import Quantities
import Reporting
import Simulation

/// `awardsim equilibrium`: what vendors bid who know the award rule.
struct EquilibriumCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "equilibrium",
    abstract: """
      awardsim equilibrium --vendors 10 --cost 'uniform(0.6,1.2)' --reserve 1 --format csv

      Equilibrium bids of vendors with private costs under the cutoff rule.
      """,
    discussion: """
      Prints one row a cost, evenly from the lowest to the lesser of the highest cost and the reserve \
      price: the bid and the probability of being awarded. Costs and reserve price share one unit; \
      with --reserve 1 all are parts of the reserve price. A vendor bids when its cost is at most the \
      reserve price. The mean price paid goes to standard error.

      Distributions: uniform(low,high), lognormal(mu,sigma) with the mean and standard deviation of \
      the logarithm, beta(a,b,low,high), triangular(a,c,b) with the mode c. Another rule: \
      --set award.cutoff_share=0.7, award.rounding, award.minimum_winners.

      With --price-sensitivity awarded vendors divide the orders, the cheaper having more: a price lower \
      by 1 % of the reserve price is chosen exp(S / 100) times as often. Without it an award is worth the \
      same however many are awarded. The expected price per order goes to standard error as well.
      """)

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Number of vendors that could bid, from 1 to \(EntryModel.largestCount).", valueName: "n"))
  var vendors: Int

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Distribution of a vendor's cost, such as uniform(0.6,1.2).", valueName: "dist"))
  var cost: String

  @Option(
    name: .long,
    help: ArgumentHelp("Reserve price in the unit of the costs.", valueName: "r"))
  var reserve: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      How strongly agencies prefer the cheaper of the awarded vendors, from 0 to \
      \(Int(Equilibrium.largestPriceSensitivity)), for at most \
      \(Equilibrium.largestCountWithPreference) vendors.
      """, valueName: "s"))
  var priceSensitivity: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Number of costs to print, from 2 to \(Equilibrium.largestCostCount).", valueName: "n"))
  var points = Equilibrium.usualCostCount

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let costs = try CommandLineQuantity.reading(cost, of: "--cost") {
      text throws(QuantityFormatError) in
      try CostDistribution(text: text)
    }
    let reservePrice = try CommandLineQuantity.reading(reserve, of: "--reserve") {
      text throws(QuantityFormatError) in
      try CostDistribution.number(text)
    }
    let sensitivity = try priceSensitivity.map { text in
      try CommandLineQuantity.reading(text, of: "--price-sensitivity") {
        text throws(QuantityFormatError) in
        try CostDistribution.number(text)
      }
    }
    let view = try policy.policyWithoutCase()
    let parameters = try InputFailure.reporting { () throws(PolicyError) in try AwardPolicy(view) }
    let result = try ResultOutput(output)
    do {
      let equilibrium = try Equilibrium(
        entry: .potentialVendors(vendors), costs: costs, reserve: reservePrice, policy: parameters,
        priceSensitivity: sensitivity, costCount: points)
      result.note(equilibrium.notes)
      try result.write(equilibrium.resultTable)
    } catch let error as EquilibriumError {
      throw StandardError.failure([error.message], status(of: error, view))
    }
  }

  /// What a policy file brought about is an error of the input, all else one of the command line.
  private func status(of error: EquilibriumError, _ view: PolicyView) -> ExitCode {
    let keys: [PolicyKey] =
      switch error {
      case .notPayAsBid: [.awardContractPrice]
      case .nobodyAwarded, .arithmetic: [.awardCutoffShare, .awardMinimumWinners]
      default: []
      }
    guard policy.policy != nil, !keys.isEmpty else { return .wrongUsage }
    return keys.contains { view.overrides[$0] != nil } ? .wrongUsage : .inputErrors
  }
}
