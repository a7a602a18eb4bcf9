public import Pipeline
public import Policy
import Quantities

/// A parameter with the values that it is moved to, one at a time.
public struct TornadoParameter: Hashable, Sendable {
  /// What stands for a value that the data show.
  public static let calibrated = "as in the data"

  /// The parameter's key, as scenarios write it.
  public let key: String
  /// The value in force.
  public let value: String
  /// Each other value with the scenario that has it.
  public let moves: [Move]

  /// One value that a parameter is moved to.
  public struct Move: Hashable, Sendable {
    /// The value.
    public let value: String
    /// The baseline with this value.
    public let scenario: SimulationScenario
  }

  /// Every parameter that can be moved from a baseline.
  ///
  /// A parameter of the policy moves to its alternatives; a seed or a law has none but the cutoff
  /// share, which moves to 80 % and 100 %. Behaviour moves by a bidder, a tenth, or to a stated value:
  /// the ranges are assumed, since no source has any.
  ///
  /// - Parameters:
  ///   - baseline: What they are moved from.
  ///   - policy: What the baseline is laid over.
  ///   - hasOrders: Whether orders are simulated.
  /// - Returns: The parameters: those of the policy first, in the order of their keys.
  public static func all(
    from baseline: SimulationScenario, policy: PolicyView, hasOrders: Bool
  ) -> [TornadoParameter] {
    let view = baseline.scenario.applied(to: policy)
    let ofPolicy = PolicyKey.allCases.compactMap { key -> TornadoParameter? in
      guard key.isPlayed, hasOrders || !key.rawValue.hasPrefix("fee."),
        let entry = try? view.entry(for: key)
      else { return nil }
      let values = view.alternatives(to: key) + key.range.filter { $0 != entry.value }
      guard !values.isEmpty else { return nil }
      return TornadoParameter(
        key: key.rawValue, value: entry.value.text,
        moves: values.map { value in
          var overrides = baseline.scenario.overrides
          overrides[key] = value
          return Move(
            value: value.text,
            scenario: SimulationScenario(
              Scenario(name: "\(key.rawValue)=\(value.text)", overrides: overrides),
              behaviour: baseline.behaviour))
        })
    }
    return ofPolicy
      + BehaviourMove.all(from: baseline.behaviour, hasOrders: hasOrders).map {
        $0.parameter(from: baseline)
      }
  }
}

extension PolicyKey {
  /// Whether the parameter decides anything in a draw: reviews and warnings do not.
  fileprivate var isPlayed: Bool {
    switch self {
    case .awardLowPriceItem, .awardLowPriceTotal, .awardLotSeed, .awardPriceReduction,
      .reserveRiseWarning:
      false
    // The draws take vendors and items as the case's tables have them.
    default: !isOfScreening && !isOfCalendar && !isOfOrders
    }
  }

  /// Where a parameter that is no assumption moves to.
  fileprivate var range: [PolicyValue] {
    guard self == .awardCutoffShare else { return [] }
    return ["0.8", "1"].compactMap { text in
      (try? Share(text: text)).map { .share($0) }
    }
  }
}
