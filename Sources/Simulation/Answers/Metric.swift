public import Policy

/// What is measured in each draw; the raw values are the names in results.
public enum Metric: String, CaseIterable, Codable, Sendable {
  /// Fees accrued less those reversed, in NT$.
  case feeRevenue = "fee_revenue"
  /// The sum of awarded prices over the sum of their reserve prices.
  case awardToReserve = "award_to_reserve"
  /// Vendors with at least one award.
  case awardedVendors = "awarded_vendors"
  /// Items without an award.
  case failedItems = "failed_items"
  /// The amounts of the orders that stand, in NT$.
  case orderValue = "order_value"
  /// The sum of awarded prices, one unit each, in NT$.
  case awardedSum = "awarded_sum"
  /// Awarded bids.
  case awardedBids = "awarded_bids"
  /// Fees by order date, before any reversal, in NT$.
  case feeAccrued = "fee_accrued"
  /// Fees of cancelled orders, by the date of the ruling, in NT$.
  case feeReversed = "fee_reversed"
  /// Fees that fall due, less those reversed before, in NT$.
  case feesDue = "fees_due"

  /// What a whole draw is measured by.
  public static let totals: [Metric] = [
    .feeRevenue, .awardToReserve, .awardedVendors, .failedItems, .orderValue, .awardedSum,
    .awardedBids,
  ]

  /// Whole numbers are kept: how many of them make 1 of the metric.
  ///
  /// Money is kept in minor units and the ratio in 10⁻¹², both exactly summed.
  public var partsPerUnit: Int64 {
    switch self {
    case .feeRevenue, .orderValue, .awardedSum, .feeAccrued, .feeReversed, .feesDue: 100
    case .awardToReserve: 1_000_000_000_000
    case .awardedVendors, .failedItems, .awardedBids: 1
    }
  }

  /// The metric in words.
  public var phrase: Phrase {
    switch self {
    case .feeRevenue: Phrase("fee revenue, NT$", "作業服務費收入（元）")
    case .awardToReserve: Phrase("award to reserve", "決標價與底價之比")
    case .awardedVendors: Phrase("awarded vendors", "得標廠商數")
    case .failedItems: Phrase("failed items", "未能決標品項數")
    case .orderValue: Phrase("order value, NT$", "訂單金額（元）")
    case .awardedSum: Phrase("awarded sum, NT$", "決標價總和（元）")
    case .awardedBids: Phrase("awarded bids", "決標件數")
    case .feeAccrued: Phrase("fees accrued, NT$", "計列作業服務費（元）")
    case .feeReversed: Phrase("fees reversed, NT$", "沖回作業服務費（元）")
    case .feesDue: Phrase("fees due, NT$", "應繳作業服務費（元）")
    }
  }
}
