import Policy
public import Pricing
public import Quantities

/// Why behaviour cannot be played as it is stated.
public enum BehaviourProblem: Error, Hashable, Sendable {
  /// Order counts are to follow a demand survey that the case does not have.
  case noDemand
  /// Bids are those of an equilibrium, and the category has no vendors.
  case noVendors(Category)
  /// Vendors of the category have no equilibrium.
  case noEquilibrium(Category, EquilibriumError)
  /// A number does not fit.
  case overflow(ArithmeticOverflow)

  /// The problem in words: what is wrong, and what was expected.
  public var message: String {
    switch self {
    case .noDemand:
      "order_counts is demand, and the case has no demand.csv; expected the table, or"
        + " order_counts: orders"
    case .noVendors(let category):
      "model is equilibrium, and there are no past bids to take vendors of \(category.rawValue)"
        + " from; expected potential_vendors, or bids.csv"
    case .noEquilibrium(let category, let error):
      "model is equilibrium, and vendors of \(category.rawValue) have none: \(error.message)"
    case .overflow(let overflow):
      "\(overflow.operation) does not fit; expected smaller prices, quantities or scales"
    }
  }
}
