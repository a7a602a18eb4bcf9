import Quantities

/// What one scenario comes to in each lane.
struct ScenarioLanes {
  private var whole = AwardLanes()
  private var categories: [AwardLanes]
  /// What each vendor comes to.
  var vendors: VendorLanes
  /// Orders by month; `nil` where months are not kept.
  var months: MonthLanes?
  private let years: [Range<Int>]

  init(_ plan: SimulationPlan) {
    let kept = plan.settings.dimensions
    categories = kept.contains(.category) ? plan.categories.map { _ in AwardLanes() } : []
    vendors = VendorLanes(
      vendorCount: plan.vendors.count, keepsSums: kept.contains(.vendor))
    months =
      kept.contains(.month) || kept.contains(.fiscalYear) ? MonthLanes(plan.months) : nil
    years = plan.months.years.map(\.months)
  }

  /// Forgets everything.
  mutating func clear(lanes: Int) {
    whole.clear(lanes: lanes)
    for index in categories.indices { categories[index].clear(lanes: lanes) }
    vendors.clear(lanes: lanes)
    months?.clear(lanes: lanes)
  }

  /// Whether single orders count, beside the sums of an item.
  var keepsOrders: Bool { months != nil || vendors.keepsSums }

  /// Notes the winners of an item in every lane, beside those of ``add(_:category:)``.
  mutating func award(
    _ winners: [Int32], awarded: [Int64], reserves: [UInt32]
  ) throws(ArithmeticOverflow) {
    try whole.award(winners, awarded: awarded, reserves: reserves)
  }

  /// Notes the orders that stand in every lane, beside those of ``add(_:category:)``.
  mutating func order(_ values: [Int64], fees: [Int64]) throws(ArithmeticOverflow) {
    try whole.order(values, fees: fees)
  }

  /// Adds an item.
  mutating func add(_ item: AwardLanes, category: Int) throws(ArithmeticOverflow) {
    try whole.add(item)
    if categories.indices.contains(category) { try categories[category].add(item) }
  }

  /// A metric of the whole draw in each lane; `nil` where it is undefined.
  func values(
    of metric: Metric, lanes: Int, hasOrders: Bool
  ) throws(ArithmeticOverflow) -> [Int64?] {
    guard metric != .awardedVendors else {
      return (0..<lanes).map { vendors.awardedVendors(lane: $0) }
    }
    return try whole.values(of: metric, hasOrders: hasOrders)
  }

  /// A metric of one cell in a lane; `nil` where it is undefined.
  func value(
    of metric: Metric, _ dimension: Dimension, cell: Int, lane: Int, hasOrders: Bool
  ) throws(ArithmeticOverflow) -> Int64? {
    switch dimension {
    case .item: nil
    case .category:
      try categories[cell].value(of: metric, lane: lane, hasOrders: hasOrders)
    case .vendor:
      vendors.value(of: metric, vendor: cell, lane: lane, hasOrders: hasOrders)
    case .month:
      hasOrders ? try months?.value(of: metric, months: cell..<cell + 1, lane: lane) : nil
    case .fiscalYear:
      hasOrders ? try months?.value(of: metric, months: years[cell], lane: lane) : nil
    }
  }
}
