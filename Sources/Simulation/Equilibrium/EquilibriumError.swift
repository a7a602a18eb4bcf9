public import Quantities
public import Statistics

/// Why there is no equilibrium to compute.
public enum EquilibriumError: Error, Hashable, Sendable {
  /// The number of vendors is out of bounds.
  case vendorCount(Int)
  /// The probabilities of bid counts are none, or not from 0 to 1.
  case bidCounts
  /// The reserve price is not above 0, or too large.
  case reserve(Double)
  /// The number of costs to compute is out of bounds.
  case costCount(Int)
  /// The price sensitivity is out of bounds.
  case priceSensitivity(Double)
  /// The number of vendors is out of bounds where agencies prefer cheaper vendors.
  case vendorCountWithPreference(Int)
  /// No bids that rise steadily with cost are an equilibrium, or none were found beyond a sensitivity.
  case noSteadyBids(sensitivity: Double, reached: Double)
  /// No vendor's cost is at or below the reserve price.
  case nobodyEnters(reserve: Double, lowestCost: Double)
  /// The cutoff awards nobody, whatever the number of bids.
  case nobodyAwarded
  /// Contracts are not made at the vendors' own bids, which the formula rests on.
  case notPayAsBid
  /// The share of a number of bids has no exact representation.
  case arithmetic(ArithmeticOverflow)
  /// A special function has no value.
  case numerical(NumericalError)

  /// The error in words: what is wrong, and what was expected.
  public var message: String {
    switch self {
    case .vendorCount(let count):
      "\(count) vendors cannot be computed with, expected from 1 to \(EntryModel.largestCount)"
    case .bidCounts: "the probabilities of bid counts are wrong, expected some from 0 to 1"
    case .reserve(let reserve):
      "the reserve price \(reserve) is out of bounds, expected a number above 0, at most 1e15"
    case .costCount(let count):
      "\(count) costs cannot be computed, expected from 2 to \(Equilibrium.largestCostCount)"
    case .priceSensitivity(let sensitivity):
      "the price sensitivity \(sensitivity) is out of bounds, expected a number from 0 to"
        + " \(Int(Equilibrium.largestPriceSensitivity))"
    case .vendorCountWithPreference(let count):
      "\(count) vendors cannot be computed with together with a price sensitivity, expected from 1"
        + " to \(Equilibrium.largestCountWithPreference)"
    case .noSteadyBids(let sensitivity, let reached):
      "no equilibrium in which bids rise steadily with cost was found at a price sensitivity of"
        + " \(sensitivity): "
        + (reached < sensitivity
          ? "the iteration converges, to \(BidSolution.tolerance) of the reserve price, only up to"
            + " \(reached.rounded(.down))"
          : "the bids found leave something to gain, or have an error above"
            + " \(PreferenceEquilibrium.largestError) of the reserve price")
        + "; expected a lower price sensitivity"
    case .nobodyEnters(let reserve, let lowestCost):
      "no vendor enters: the reserve price \(reserve) leaves no probability of a cost at or below"
        + " it, the lowest cost being \(lowestCost); expected a higher reserve price"
    case .nobodyAwarded:
      "the cutoff awards nobody, whatever the number of bids; expected a larger"
        + " award.cutoff_share, or award.minimum_winners of at least 1"
    case .notPayAsBid:
      "award.contract_price is match-lowest, for which the equilibrium is not known here;"
        + " expected own-bid"
    case .arithmetic(let error): "\(error.operation) has no exact value, expected a simpler share"
    case .numerical(let error): "the equilibrium cannot be computed: \(error.message)"
    }
  }
}
