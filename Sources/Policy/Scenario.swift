/// A named set of values that win over the policy.
public struct Scenario: Hashable, Sendable {
  /// The name of the scenario that the others are compared with.
  public static let baselineName = "baseline"

  /// The name; unique among the scenarios of a run.
  public let name: String
  /// The values that differ from the policy.
  public let overrides: [PolicyKey: PolicyValue]
  /// The dated values of the policy that start on another day.
  public let movedDates: [MovedDate]

  /// Creates a scenario.
  public init(
    name: String, overrides: [PolicyKey: PolicyValue], movedDates: [MovedDate] = []
  ) {
    self.name = name
    self.overrides = overrides
    self.movedDates = movedDates
  }

  /// The policy as it stands: what a run without scenarios computes.
  public static let baseline = Scenario(name: baselineName, overrides: [:])

  /// A policy under this scenario.
  public func applied(to policy: PolicyView) -> PolicyView {
    PolicyView(
      policy.book.moving(movedDates), on: policy.day,
      overrides: policy.overrides.merging(overrides) { _, scenario in scenario })
  }
}
