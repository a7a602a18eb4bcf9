public import Pipeline
import Pricing
import Quantities
import Yams

/// Reads a behaviour file: what bidders and agencies do, where the case's data should not say.
///
/// ```yaml
/// entry_mean: 8                            # bids an item
/// bid_ratio_quantiles: {0: 0.7, 0.5: 0.95, 1: 1}
/// orders_per_item: 40
/// size_scale: 1.2
/// price_sensitivity: 10
/// cancellation_rate: 2%
/// categories:                              # the first four keys may differ by category
///   iaas: {entry_mean: 12}
/// ```
public enum BehaviourFile {
  /// Reads a behaviour file.
  ///
  /// - Throws: ``IntakeError`` when the file is missing, cannot be read or has errors.
  public static func read(_ path: String) throws(IntakeError) -> BehaviourSettings {
    try settings(from: inputBytes(at: path), file: path)
  }

  static func settings(
    from bytes: [UInt8], file: String
  ) throws(IntakeError) -> BehaviourSettings {
    var parser = BehaviourParser(yaml: YAMLReader(file: file))
    let settings = parser.settings(from: bytes)
    guard !parser.yaml.diagnostics.hasErrors else { throw .invalid(parser.yaml.diagnostics) }
    return settings
  }
}

/// Turns the nodes of a behaviour file into settings, reporting whatever does not fit.
private struct BehaviourParser {
  private static let valueKeys = [
    "entry_mean", "bid_ratio_quantiles", "orders_per_item", "size_scale",
  ]
  private static let commonKeys = ["price_sensitivity", "cancellation_rate", "categories"]

  var yaml: YAMLReader

  mutating func settings(from bytes: [UInt8]) -> BehaviourSettings {
    var settings = BehaviourSettings()
    guard let root = yaml.root(of: bytes),
      let entries = yaml.entries(
        of: root, "a behaviour file",
        known: BehaviourParser.valueKeys + BehaviourParser.commonKeys)
    else { return settings }
    settings.all = values(entries)
    settings.priceSensitivity = rate("price_sensitivity", entries, 0...1_000)
    settings.cancellationRate = entries["cancellation_rate"].flatMap { node in
      yaml.value(node, "cancellation_rate") { text throws(QuantityFormatError) in
        try Share(text: text)
      }
    }
    guard let node = entries["categories"],
      let categories = yaml.entries(
        of: node, "the categories", known: Category.allCases.map(\.rawValue))
    else { return settings }
    for (name, _, node) in categories.list {
      guard let category = Category(rawValue: name),
        let entries = yaml.entries(of: node, name, known: BehaviourParser.valueKeys)
      else { continue }
      settings.categories[category] = values(entries)
    }
    return settings
  }

  private mutating func values(_ entries: YAMLEntries) -> BehaviourSettings.Values {
    var values = BehaviourSettings.Values()
    values.entryMean = rate("entry_mean", entries, 0...1_000)
    values.ordersPerItem = rate("orders_per_item", entries, 0...1_000)
    values.sizeScale = rate("size_scale", entries, 0...1_000, isAboveZero: true)
    values.bidRatioQuantiles = entries["bid_ratio_quantiles"].flatMap { quantiles($0) }
    return values
  }

  private mutating func rate(
    _ key: String, _ entries: YAMLEntries, _ bounds: ClosedRange<Int64>, isAboveZero: Bool = false
  ) -> Rate? {
    guard let node = entries[key] else { return nil }
    return yaml.value(node, key) { text throws(QuantityFormatError) in
      try BehaviourParser.rate(text, bounds, isAboveZero: isAboveZero)
    }
  }

  private static func rate(
    _ text: String, _ bounds: ClosedRange<Int64>, isAboveZero: Bool
  ) throws(QuantityFormatError) -> Rate {
    let expected =
      (isAboveZero ? "a number above 0 and at most " : "a number from \(bounds.lowerBound) to ")
      + "\(bounds.upperBound)"
    let rate: Rate
    do throws(QuantityFormatError) {
      rate = try Rate(text: text)
    } catch {
      throw QuantityFormatError(error.problem, expected: expected)
    }
    guard rate.value <= Rational(bounds.upperBound), !isAboveZero || rate.value > .zero else {
      throw QuantityFormatError("is out of bounds", expected: expected)
    }
    return rate
  }

  /// Points from share 0 to share 1, ascending in both.
  private mutating func quantiles(_ node: Node) -> [BehaviourSettings.RatioQuantile]? {
    let what = "bid_ratio_quantiles"
    guard let entries = yaml.entries(of: node, what, known: nil) else { return nil }
    var points: [BehaviourSettings.RatioQuantile] = []
    for (_, keyNode, value) in entries.list {
      let share = yaml.value(keyNode, "a share of \(what)") { text throws(QuantityFormatError) in
        try Share(text: text)
      }
      let ratio = yaml.value(value, "a ratio of \(what)") { text throws(QuantityFormatError) in
        try BehaviourParser.rate(text, 0...100, isAboveZero: true)
      }
      guard let share, let ratio else { return nil }
      if let last = points.last, share.value <= last.share.value || ratio < last.ratio {
        yaml.report(
          keyNode, "\(what) do not ascend here", "ascending shares with ratios that do not fall")
        return nil
      }
      points.append(.init(share: share, ratio: ratio))
    }
    guard points.first?.share.value == .zero, points.last?.share.value == .one else {
      yaml.report(node, "\(what) do not reach from 0 to 1", "a ratio for share 0 and for share 1")
      return nil
    }
    return points
  }
}
