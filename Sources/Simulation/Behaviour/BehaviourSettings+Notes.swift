import Pipeline
import Policy
import Pricing

extension BehaviourSettings {
  /// Everything that is stated, as one note; `nil` for nothing.
  var note: Phrase? {
    guard !parameters.isEmpty else { return nil }
    let list = parameters.map { "\($0.key) \($0.text)" }
    return Phrase(
      "stated: " + list.joined(separator: ", "), "所定參數：" + list.joined(separator: "、"))
  }

  /// Whether numbers of bids or their ratios are drawn from past ones as they are.
  func resamples(_ category: Category) -> Bool {
    value(\.model, of: category) ?? .empirical == .empirical
      && (value(\.entry, of: category) == nil || value(\.bidRatio, of: category) == nil)
  }
}
