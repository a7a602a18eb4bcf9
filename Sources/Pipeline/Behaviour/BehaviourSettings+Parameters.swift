import Pricing
import Quantities

extension BehaviourSettings {
  /// What is stated, name by name, as a behaviour file writes it.
  public var parameters: [(key: String, text: String)] {
    var list = all.parameters
    for category in Category.allCases {
      list += (categories[category]?.parameters ?? []).map {
        ("categories.\(category.rawValue).\($0.key)", $0.text)
      }
    }
    if let priceSensitivity { list.append(("price_sensitivity", priceSensitivity.decimalText)) }
    if let cancellationRate { list.append(("cancellation_rate", cancellationRate.decimalText)) }
    if let monthProfile {
      list.append(
        ("month_profile", "[\(monthProfile.map(\.decimalText).joined(separator: ", "))]"))
    }
    return list
  }

  /// The same settings with others laid over them, value by value.
  public func overridden(by other: BehaviourSettings) -> BehaviourSettings {
    var result = self
    result.all = all.overridden(by: other.all)
    for (category, values) in other.categories {
      result.categories[category] = (categories[category] ?? Values()).overridden(by: values)
    }
    // A value for all takes the place of one that a category had below it.
    for (category, values) in result.categories {
      result.categories[category] = values.overridden(by: other.all)
        .overridden(by: other.categories[category] ?? Values())
    }
    result.priceSensitivity = other.priceSensitivity ?? priceSensitivity
    result.cancellationRate = other.cancellationRate ?? cancellationRate
    result.monthProfile = other.monthProfile ?? monthProfile
    return result
  }
}

extension BehaviourSettings.Values {
  /// Keys about drawn bids, which have no part in those of an equilibrium: they follow from costs.
  private static let drawnKeys: Set<String> = [
    "entry", "entry_counts", "entry_shift", "bid_ratio", "bid_ratio_quantiles", "at_reserve",
    "above_reserve", "smoothed", "vendor_levels", "vendor_correlation", "item_correlation",
    "discount_scale", "keeps_amounts",
  ]

  /// Those of them that are stated.
  public var keysOfDrawnBids: [String] {
    parameters.map(\.key).filter(Self.drawnKeys.contains)
  }

  fileprivate var parameters: [(key: String, text: String)] {
    let texts: [(key: String, text: String?)] = [
      ("model", model?.rawValue), (entry?.key ?? "entry", entry?.text),
      ("entry_shift", entryShift.map(String.init)),
      ("potential_vendors", potentialVendors.map(String.init)),
      (bidRatio?.key ?? "bid_ratio", bidRatio?.text),
      ("at_reserve", atReserve?.decimalText), ("above_reserve", aboveReserve?.decimalText),
      ("smoothed", isSmoothed.map { "\($0)" }),
      ("vendor_levels", hasVendorLevels.map { "\($0)" }),
      ("vendor_correlation", vendorCorrelation?.decimalText),
      ("item_correlation", itemCorrelation?.decimalText),
      ("cost", costs?.text), ("cost_scale", costScale?.decimalText),
      ("expected_price_sensitivity", expectedPriceSensitivity?.decimalText),
      ("discount_scale", discountScale?.decimalText),
      ("disqualification_rate", disqualificationRate?.decimalText),
      ("keeps_amounts", keepsAmounts.map { "\($0)" }),
      ("order_counts", orderCounts?.rawValue), ("orders_per_item", ordersPerItem?.decimalText),
      ("order_count_scale", orderCountScale?.decimalText),
      ("order_count_size", orderCountSize?.decimalText), ("size_scale", sizeScale?.decimalText),
      ("order_quantity", orderQuantity?.text),
    ]
    return texts.compactMap { key, text in text.map { (key, $0) } }
  }

  fileprivate func overridden(by other: Self) -> Self {
    var result = self
    result.model = other.model ?? model
    result.entry = other.entry ?? entry
    result.entryShift = other.entryShift ?? entryShift
    result.potentialVendors = other.potentialVendors ?? potentialVendors
    result.bidRatio = other.bidRatio ?? bidRatio
    result.atReserve = other.atReserve ?? atReserve
    result.aboveReserve = other.aboveReserve ?? aboveReserve
    result.isSmoothed = other.isSmoothed ?? isSmoothed
    result.hasVendorLevels = other.hasVendorLevels ?? hasVendorLevels
    result.vendorCorrelation = other.vendorCorrelation ?? vendorCorrelation
    result.itemCorrelation = other.itemCorrelation ?? itemCorrelation
    result.costs = other.costs ?? costs
    result.costScale = other.costScale ?? costScale
    result.expectedPriceSensitivity = other.expectedPriceSensitivity ?? expectedPriceSensitivity
    result.discountScale = other.discountScale ?? discountScale
    result.disqualificationRate = other.disqualificationRate ?? disqualificationRate
    result.keepsAmounts = other.keepsAmounts ?? keepsAmounts
    result.orderCounts = other.orderCounts ?? orderCounts
    result.ordersPerItem = other.ordersPerItem ?? ordersPerItem
    result.orderCountScale = other.orderCountScale ?? orderCountScale
    result.orderCountSize = other.orderCountSize ?? orderCountSize
    result.sizeScale = other.sizeScale ?? sizeScale
    result.orderQuantity = other.orderQuantity ?? orderQuantity
    return result
  }
}
