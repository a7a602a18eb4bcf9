public import Quantities

/// Why behaviour cannot be played as it is stated.
public enum BehaviourProblem: Error, Hashable, Sendable {
  /// Order counts are to follow a demand survey that the case does not have.
  case noDemand
  /// A number does not fit.
  case overflow(ArithmeticOverflow)

  /// The problem in words: what is wrong, and what was expected.
  public var message: String {
    switch self {
    case .noDemand:
      "order_counts is demand, and the case has no demand.csv; expected the table, or"
        + " order_counts: orders"
    case .overflow(let overflow):
      "\(overflow.operation) does not fit; expected smaller prices, quantities or scales"
    }
  }
}
