import Pipeline
import Pricing
import Quantities
import Yams

/// Turns the nodes of a behaviour file, or of a scenario's behaviour, into settings, reporting whatever
/// does not fit.
struct BehaviourParser {
  private static let valueKeys = [
    // Of equally near names the first is suggested: the longer ones first.
    "model", "entry_mean", "entry_counts", "entry_shift", "entry", "potential_vendors",
    "bid_ratio_quantiles",
    "bid_ratio",
    "at_reserve", "above_reserve", "smoothed", "vendor_levels", "vendor_correlation",
    "item_correlation", "cost_scale", "cost", "expected_price_sensitivity", "discount_scale",
    "disqualification_rate", "keeps_amounts",
    "order_counts", "orders_per_item", "order_count_scale", "order_count_size", "size_scale",
    "order_quantity",
  ]
  private static let commonKeys = [
    "price_sensitivity", "cancellation_rate", "month_profile", "categories",
  ]

  var yaml: YAMLReader

  mutating func settings(_ node: Node, _ what: String) -> BehaviourSettings {
    var settings = BehaviourSettings()
    guard
      let entries = yaml.entries(
        of: node, what, known: BehaviourParser.valueKeys + BehaviourParser.commonKeys)
    else { return settings }
    settings.all = values(entries)
    settings.priceSensitivity = number("price_sensitivity", entries, upTo: 1_000)
    settings.cancellationRate = share("cancellation_rate", entries)
    settings.monthProfile = entries["month_profile"].flatMap { monthProfile($0) }
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
    values.model = word("model", entries)
    values.entry = entry(entries)
    values.entryShift = integer("entry_shift", entries, -100...100)
    values.potentialVendors = integer("potential_vendors", entries, 0...1_000)
    values.bidRatio =
      either("bid_ratio", "bid_ratio_quantiles", entries)
      ? distribution("bid_ratio", entries, StatedRatio.families)
      : entries["bid_ratio_quantiles"].flatMap { quantiles($0) }
    values.atReserve = share("at_reserve", entries)
    values.aboveReserve = share("above_reserve", entries)
    sumIsAtMostOne("at_reserve", "above_reserve", entries, values.atReserve, values.aboveReserve)
    values.isSmoothed = flag("smoothed", entries)
    values.hasVendorLevels = flag("vendor_levels", entries)
    values.vendorCorrelation = share("vendor_correlation", entries)
    values.itemCorrelation = share("item_correlation", entries)
    sumIsAtMostOne(
      "vendor_correlation", "item_correlation", entries, values.vendorCorrelation,
      values.itemCorrelation)
    values.costs = entries["cost"].flatMap { node in
      yaml.value(node, "cost") { text throws(QuantityFormatError) in
        try CostDistribution(text: text)
      }
    }
    values.costScale = number("cost_scale", entries, upTo: 1_000, isAboveZero: true)
    values.expectedPriceSensitivity = number("expected_price_sensitivity", entries, upTo: 1_000)
    values.discountScale = number("discount_scale", entries, upTo: 100)
    values.disqualificationRate = share("disqualification_rate", entries)
    values.keepsAmounts = flag("keeps_amounts", entries)
    values.orderCounts = word("order_counts", entries)
    values.ordersPerItem = number("orders_per_item", entries, upTo: 1_000)
    values.orderCountScale = number("order_count_scale", entries, upTo: 1_000)
    values.orderCountSize = number("order_count_size", entries, upTo: 1_000_000, isAboveZero: true)
    values.sizeScale = number("size_scale", entries, upTo: 1_000, isAboveZero: true)
    values.orderQuantity = distribution("order_quantity", entries, StatedQuantity.families)
    if values.model == .equilibrium { refuse(values.keysOfDrawnBids, entries) }
    return values
  }

  /// Bids of an equilibrium follow from costs alone.
  private mutating func refuse(_ keysOfDrawnBids: [String], _ entries: YAMLEntries) {
    for name in keysOfDrawnBids {
      // A Poisson number of bids may be stated by its mean alone.
      let key = name == "entry" && entries[name] == nil ? "entry_mean" : name
      guard let node = entries[key] else { continue }
      yaml.report(
        node, "\(key) is stated beside model: equilibrium, where bids follow from costs",
        "cost, cost_scale, potential_vendors, expected_price_sensitivity or"
          + " disqualification_rate")
    }
  }

  private mutating func entry(_ entries: YAMLEntries) -> StatedEntry? {
    if either("entry", "entry_mean", entries) {
      _ = either("entry", "entry_counts", entries)
      return distribution("entry", entries, StatedEntry.families)
    }
    if either("entry_counts", "entry_mean", entries) {
      return entries["entry_counts"].flatMap { counts($0) }
    }
    return number("entry_mean", entries, upTo: 1_000).map { .poisson(mean: $0) }
  }

  /// How often each number of bids occurs.
  private mutating func counts(_ node: Node) -> StatedEntry? {
    let what = "entry_counts"
    guard let entries = yaml.entries(of: node, what, known: nil) else { return nil }
    var weights: [Int] = []
    for (_, keyNode, value) in entries.list {
      let count = yaml.value(keyNode, "a number of bids") { text throws(QuantityFormatError) in
        try StatedNumber.integer(text, 0...1_000)
      }
      let weight = yaml.value(value, "a weight of \(what)") { text throws(QuantityFormatError) in
        try StatedNumber.integer(text, 0...1_000_000_000)
      }
      guard let count, let weight else { return nil }
      while weights.count <= count { weights.append(0) }
      weights[count] += weight
    }
    guard weights.contains(where: { $0 > 0 }) else {
      yaml.report(node, "\(what) has no weight above 0", "at least one")
      return nil
    }
    return .counts(weights)
  }

  /// Whether the first of two keys is there; both at once are an error.
  private mutating func either(_ first: String, _ second: String, _ entries: YAMLEntries) -> Bool {
    guard let node = entries[first] else { return false }
    if entries[second] != nil {
      yaml.report(node, "\(first) and \(second) are both stated", "one of them")
    }
    return true
  }

  private mutating func sumIsAtMostOne(
    _ first: String, _ second: String, _ entries: YAMLEntries, _ left: Share?, _ right: Share?
  ) {
    guard let left, let right, let node = entries[second],
      (try? left.value + right.value).map({ $0 > .one }) ?? true
    else { return }
    yaml.report(node, "\(first) and \(second) are more than 1 together", "shares of at most 1")
  }

  /// Points from share 0 to share 1, ascending in both.
  private mutating func quantiles(_ node: Node) -> StatedRatio? {
    let what = "bid_ratio_quantiles"
    guard let entries = yaml.entries(of: node, what, known: nil) else { return nil }
    var points: [StatedRatio.Quantile] = []
    for (_, keyNode, value) in entries.list {
      let share = yaml.value(keyNode, "a share of \(what)") { text throws(QuantityFormatError) in
        try Share(text: text)
      }
      let ratio = yaml.value(value, "a ratio of \(what)") { text throws(QuantityFormatError) in
        try StatedNumber.rate(text, upTo: 100, isAboveZero: true)
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
    return .quantiles(points)
  }

  private mutating func monthProfile(_ node: Node) -> [Rate]? {
    let nodes = yaml.list(node)
    guard (1...60).contains(nodes.count) else {
      yaml.report(node, "month_profile has \(nodes.count) months", "1 to 60 weights")
      return nil
    }
    let weights = nodes.compactMap { node in
      yaml.value(node, "a weight of month_profile") { text throws(QuantityFormatError) in
        try StatedNumber.rate(text, upTo: 1_000_000, isAboveZero: false)
      }
    }
    guard weights.count == nodes.count else { return nil }
    guard weights.contains(where: { $0 > .zero }) else {
      yaml.report(node, "month_profile has no weight above 0", "at least one")
      return nil
    }
    return weights
  }
}

// Single values.
extension BehaviourParser {
  private mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ entries: YAMLEntries
  ) -> Word? {
    guard let node = entries[key] else { return nil }
    return yaml.value(node, key) { text throws(QuantityFormatError) in try Word.named(text) }
  }

  private mutating func number(
    _ key: String, _ entries: YAMLEntries, upTo bound: Int64, isAboveZero: Bool = false
  ) -> Rate? {
    guard let node = entries[key] else { return nil }
    return yaml.value(node, key) { text throws(QuantityFormatError) in
      try StatedNumber.rate(text, upTo: bound, isAboveZero: isAboveZero)
    }
  }

  private mutating func share(_ key: String, _ entries: YAMLEntries) -> Share? {
    guard let node = entries[key] else { return nil }
    return yaml.value(node, key) { text throws(QuantityFormatError) in try Share(text: text) }
  }

  private mutating func integer(
    _ key: String, _ entries: YAMLEntries, _ bounds: ClosedRange<Int>
  ) -> Int? {
    guard let node = entries[key] else { return nil }
    return yaml.value(node, key) { text throws(QuantityFormatError) in
      try StatedNumber.integer(text, bounds)
    }
  }

  private mutating func flag(_ key: String, _ entries: YAMLEntries) -> Bool? {
    entries[key].flatMap { yaml.flag($0, key) }
  }

  private mutating func distribution<Value>(
    _ key: String, _ entries: YAMLEntries, _ families: DistributionFamilies<Value>
  ) -> Value? {
    guard let node = entries[key] else { return nil }
    return yaml.value(node, key) { text throws(QuantityFormatError) in try families.read(text) }
  }
}
