public import Policy

/// What an answer can be divided by; the raw values are what `--by` takes.
public enum Dimension: String, CaseIterable, Codable, Sendable {
  /// One cell an item.
  case item
  /// One cell a service category.
  case category
  /// One cell a vendor.
  case vendor
  /// One cell a month of the contract, and those after it in which something is reversed or due.
  case month
  /// One cell a fiscal year: a calendar year in Taiwan.
  case fiscalYear = "fiscal-year"

  /// What a cell is measured by.
  public var metrics: [Metric] {
    switch self {
    case .item, .category:
      [.awardedBids, .awardToReserve, .failedItems, .awardedSum, .orderValue, .feeRevenue]
    case .vendor: [.awardedBids, .orderValue, .feeRevenue]
    case .month, .fiscalYear: [.orderValue, .feeAccrued, .feeReversed, .feesDue]
    }
  }

  /// The name of the cell's column in results.
  public var columnName: String {
    switch self {
    case .item: "item_id"
    case .category: "category"
    case .vendor: "vendor_id"
    case .month: "month"
    case .fiscalYear: "fiscal_year"
    }
  }

  /// The dimension in words.
  public var phrase: Phrase {
    switch self {
    case .item: Phrase("item", "品項")
    case .category: Phrase("category", "類別")
    case .vendor: Phrase("vendor", "廠商")
    case .month: Phrase("month", "月份")
    case .fiscalYear: Phrase("fiscal year", "會計年度")
    }
  }
}
