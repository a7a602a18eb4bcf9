/// Up to how many rows a workbook holds formulas; beyond, a spreadsheet would crawl.
public struct FormulaLimits: Hashable, Sendable {
  /// Rows of price evidence of a case.
  public var evidenceCount: Int
  /// Bids of a case.
  public var bidCount: Int
  /// Bids of one item, each of which is compared with each other.
  public var bidCountOfItem: Int
  /// Call-off orders of a case, and payments for them.
  public var orderCount: Int

  /// The limits that a spreadsheet program stays quick within.
  public static let standard = FormulaLimits()

  /// Creates limits.
  ///
  /// - Parameters:
  ///   - evidenceCount: Rows of price evidence.
  ///   - bidCount: Bids of a case.
  ///   - bidCountOfItem: Bids of one item.
  ///   - orderCount: Orders of a case, and payments for them.
  public init(
    evidenceCount: Int = 20_000, bidCount: Int = 20_000, bidCountOfItem: Int = 2_000,
    orderCount: Int = 50_000
  ) {
    self.evidenceCount = evidenceCount
    self.bidCount = bidCount
    self.bidCountOfItem = bidCountOfItem
    self.orderCount = orderCount
  }
}
