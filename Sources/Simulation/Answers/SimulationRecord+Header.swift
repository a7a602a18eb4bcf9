public import Pipeline
public import Policy

extension SimulationRecord.Header {
  /// Describes a run.
  ///
  /// - Parameters:
  ///   - input: The case.
  ///   - plan: The run.
  ///   - draws: Draws of the whole run.
  ///   - scenarios: The baseline first, each with all that is stated about its behaviour.
  ///   - policy: What the scenarios are laid over.
  ///   - notes: What a reader should know beside what was calibrated.
  public init(
    _ input: Case, _ plan: SimulationPlan, draws: Int, scenarios: [SimulationScenario],
    policy: PolicyView, notes: [Phrase] = []
  ) {
    caseNumber = input.header.caseNumber
    inputs = input.inputFiles.map { "\($0.name) \($0.sha256)" }
    language = input.header.language?.rawValue
    self.draws = draws
    seed = plan.settings.seed
    sampling = plan.settings.sampling.rawValue
    self.scenarios = scenarios.map(\.name)
    parameters =
      SimulationRecord.Header.policyParameters(scenarios, policy)
      + SimulationRecord.Header.behaviourParameters(scenarios)
    labels = plan.dimensions.map {
      SimulationRecord.Labels(dimension: $0, names: plan.labels(of: $0))
    }
    self.notes = (notes + plan.notes).map { SimulationRecord.Note($0) }
  }

  private static func policyParameters(
    _ scenarios: [SimulationScenario], _ policy: PolicyView
  ) -> [SimulationRecord.Parameter] {
    let views = scenarios.map { $0.scenario.applied(to: policy) }
    return PolicyKey.allCases.compactMap { key in
      differing(
        key.rawValue, values: views.map { (try? $0.entry(for: key))?.value.text ?? "" })
    }
  }

  private static func behaviourParameters(
    _ scenarios: [SimulationScenario]
  ) -> [SimulationRecord.Parameter] {
    let stated = scenarios.map(\.behaviour.parameters)
    var keys: [String] = []
    for key in stated.joined().map(\.key) where !keys.contains(key) { keys.append(key) }
    return keys.compactMap { key in
      differing(
        "behaviour.\(key)", values: stated.map { own in own.first { $0.key == key }?.text ?? "" })
    }
  }

  private static func differing(_ key: String, values: [String]) -> SimulationRecord.Parameter? {
    guard let first = values.first, values.contains(where: { $0 != first }) else { return nil }
    return SimulationRecord.Parameter(key: key, values: values)
  }
}
