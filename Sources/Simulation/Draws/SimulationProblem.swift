public import CallOff
public import Policy
public import Quantities

/// Why a simulation has no result.
public enum SimulationProblem: Error, Sendable {
  /// A parameter has no value under a scenario.
  case policy(PolicyError, scenario: String)
  /// The tiers cannot be used under a scenario.
  case tiers(FeeProblems, scenario: String)
  /// A simulated order has no fee.
  case fee(FeeProblem, scenario: String)
  /// An exact mean cannot be computed under a scenario.
  case expectation(AwardExpectation.Problem, scenario: String)
  /// Behaviour cannot be played as a scenario states it.
  case behaviour(BehaviourProblem, scenario: String)
  /// A scenario changes the rules of orders, which draws do not look at.
  case notPlayed(PolicyKey, scenario: String)
  /// A number does not fit.
  case overflow(ArithmeticOverflow)

  /// The problem in words: what is wrong, and what was expected.
  public var message: String {
    switch self {
    case .policy(let error, let scenario): "scenario \(scenario): \(error.message)"
    case .tiers(let problems, let scenario):
      "scenario \(scenario): fee tiers: "
        + problems.problems.map(\.phrase.english).joined(separator: "; ")
    case .fee(let problem, let scenario):
      "scenario \(scenario): a simulated order: \(problem.phrase.english)"
    case .expectation(let problem, let scenario):
      "scenario \(scenario): no exact mean: \(problem.message)"
    case .behaviour(let problem, let scenario): "scenario \(scenario): \(problem.message)"
    case .notPlayed(let key, let scenario):
      "scenario \(scenario): \(key.rawValue) flags orders, which changes no draw; expected it in --set"
        + " of awardsim orders"
    case .overflow(let overflow): BehaviourProblem.overflow(overflow).message
    }
  }
}
