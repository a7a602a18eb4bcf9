import Pipeline
import Policy
import Pricing
import Quantities

/// A part of behaviour with the two values that a tornado moves it to (assumed).
struct BehaviourMove {
  /// One end of a range.
  typealias End = (text: String, change: (inout BehaviourSettings) -> Void)

  let key: String
  /// What the key stands at where a baseline states nothing.
  let unstated: String
  let ends: [End]

  /// Every part that is moved from a baseline.
  static func all(from baseline: BehaviourSettings, hasOrders: Bool) -> [BehaviourMove] {
    let models = Set(Category.allCases.map { baseline.value(\.model, of: $0) ?? .empirical })
    return (models == [.equilibrium] ? [] : drawn)
      + (models.contains(.equilibrium) ? equilibrium : [])
      + bidding(disqualified: models == [.equilibrium] ? "0" : TornadoParameter.calibrated)
      + (hasOrders ? ordering : [])
  }

  /// What moves bids that are drawn.
  private static var drawn: [BehaviourMove] {
    [
      BehaviourMove(
        key: "entry_shift", unstated: "0",
        ends: [-1, 1].map { step in
          ("\(step > 0 ? "+" : "")\(step)", { $0.shiftEntry(by: step) })
        }),
      BehaviourMove(
        key: "discount_scale", unstated: "1",
        ends: tenths.map { factor in
          ("×\(factor.decimalText)", { $0.scale(\.discountScale, by: factor) })
        }),
      BehaviourMove(
        key: "vendor_levels", unstated: "true",
        ends: [("false", { $0.set(\.hasVendorLevels, to: false) })]),
      BehaviourMove(
        key: "vendor_correlation", unstated: "0",
        ends: shares("0.3").map { share in
          (share.decimalText, { $0.set(\.vendorCorrelation, to: share) })
        }),
      BehaviourMove(
        key: "item_correlation", unstated: "0",
        ends: shares("0.3").map { share in
          (share.decimalText, { $0.set(\.itemCorrelation, to: share) })
        }),
    ]
  }

  /// What moves bids of an equilibrium.
  private static var equilibrium: [BehaviourMove] {
    [
      BehaviourMove(
        key: "cost_scale", unstated: "1",
        ends: tenths.map { factor in
          ("×\(factor.decimalText)", { $0.scale(\.costScale, by: factor) })
        })
    ]
  }

  /// What moves all bids.
  private static func bidding(disqualified: String) -> [BehaviourMove] {
    [
      BehaviourMove(
        key: "disqualification_rate", unstated: disqualified,
        ends: shares("0", "0.1").map { share in
          (share.decimalText, { $0.set(\.disqualificationRate, to: share) })
        })
    ]
  }

  private static var ordering: [BehaviourMove] {
    [
      BehaviourMove(
        key: "order_count_scale", unstated: "1",
        ends: tenths.map { factor in
          ("×\(factor.decimalText)", { $0.scale(\.orderCountScale, by: factor) })
        }),
      BehaviourMove(
        key: "size_scale", unstated: "1",
        ends: tenths.map { factor in
          ("×\(factor.decimalText)", { $0.scale(\.sizeScale, by: factor) })
        }),
      BehaviourMove(
        key: "price_sensitivity", unstated: "10",
        ends: ["0", "20"].compactMap { text in
          (try? Rate(text: text)).map { rate in (text, { $0.priceSensitivity = rate }) }
        }),
      BehaviourMove(
        key: "cancellation_rate", unstated: TornadoParameter.calibrated,
        ends: shares("0", "0.1").map { share in
          (share.decimalText, { $0.cancellationRate = share })
        }),
    ]
  }

  private static var tenths: [Rate] { ["0.9", "1.1"].compactMap { try? Rate(text: $0) } }

  private static func shares(_ texts: String...) -> [Share] {
    texts.compactMap { try? Share(text: $0) }
  }

  /// The parameter moved from a baseline; an end at which the baseline stands already is left out.
  func parameter(from baseline: SimulationScenario) -> TornadoParameter {
    let stated = baseline.behaviour.parameters.first { $0.key == key }?.text
    let moves = ends.compactMap { end -> TornadoParameter.Move? in
      var behaviour = baseline.behaviour
      end.change(&behaviour)
      guard behaviour != baseline.behaviour else { return nil }
      return TornadoParameter.Move(
        value: end.text,
        scenario: SimulationScenario(
          Scenario(
            name: "behaviour.\(key)=\(end.text)", overrides: baseline.scenario.overrides),
          behaviour: behaviour))
    }
    return TornadoParameter(key: "behaviour.\(key)", value: stated ?? unstated, moves: moves)
  }
}

extension BehaviourSettings {
  /// Changes every place that states a value, and the one for all.
  private mutating func change(_ change: (inout Values) -> Void) {
    change(&all)
    for category in categories.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      if var values = categories[category] {
        change(&values)
        categories[category] = values
      }
    }
  }

  fileprivate mutating func shiftEntry(by step: Int) {
    change { $0.entryShift = ($0.entryShift ?? 0) + step }
  }

  fileprivate mutating func scale(
    _ path: WritableKeyPath<Values, Rate?>, by factor: Rate
  ) {
    change { values in
      let product = values[keyPath: path].map { try? $0.value * factor.value } ?? factor.value
      values[keyPath: path] = product.flatMap { Rate($0) } ?? values[keyPath: path]
    }
  }

  fileprivate mutating func set<Value>(_ path: WritableKeyPath<Values, Value?>, to value: Value) {
    change { $0[keyPath: path] = value }
  }
}
