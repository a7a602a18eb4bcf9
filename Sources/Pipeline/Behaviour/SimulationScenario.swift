public import Policy

/// A scenario of a simulation: values that win over the policy, and what bidders and agencies do.
public struct SimulationScenario: Hashable, Sendable {
  /// The values of the policy that differ.
  public let scenario: Scenario
  /// What is stated about behaviour; what it leaves out the case's data calibrate.
  public let behaviour: BehaviourSettings

  /// The name.
  public var name: String { scenario.name }

  /// Creates a scenario.
  public init(_ scenario: Scenario, behaviour: BehaviourSettings = BehaviourSettings()) {
    self.scenario = scenario
    self.behaviour = behaviour
  }

  /// The policy as it stands, behaviour as the data show it.
  public static let baseline = SimulationScenario(.baseline)
}
