import Policy

/// The sums and counts over the orders that the summary and the checks show, as formulas.
enum FeeSums {
  private static func order(_ column: String) -> String {
    CellRange.column(OrderCalculationSheet.tableKey, column)
  }

  private static func shown(_ column: String) -> String {
    CellRange.column(OrderSheet.tableKey, column)
  }

  private static func month(_ column: String) -> String {
    CellRange.column(FeeCalendarSheet.monthKey, column)
  }

  /// An amount in cents, as a whole number.
  private static func cents(_ amount: String) -> String {
    "=ROUND(\(amount)*\(FormulaConstants.centsPerUnit),0)"
  }

  /// The formulas of figures of the summary, by their names.
  static var figures: [String: String] {
    let status = CellRange.column(OrderInputSheet.tableKey, "status")
    return [
      "orders": "=COUNT(\(order("amount")))",
      "order_value": "=SUM(\(order("amount")))",
      "cancelled_orders": "=COUNTIF(\(status),\"cancelled\")",
      "return_pending_orders": "=COUNTIF(\(status),\"return-pending\")",
      "fee_accrued": "=SUM(\(order("accrued")))",
      "fee_reversed": "=SUM(\(order("reversed")))",
      "fee_net": "=SUM(\(order("accrued")))-SUM(\(order("reversed")))",
      "fee_collected": "=SUM(\(order("collected")))",
      "fee_outstanding": "=SUM(\(order("outstanding")))",
    ]
  }

  /// The formulas of checks by their names: what is expected and what is found.
  static var checks: [String: CheckFormulas.Pair] {
    [
      // Expected are the rows of the file, which is not in the book.
      "order_rows": .init(found: "=COUNT(\(shown("amount")))"),
      "accrued_fees": .init(
        expected: cents("SUM(\(shown("accrued")))"), found: cents("SUM(\(month("accrued")))")),
      "reversed_fees": .init(
        expected: cents("SUM(\(shown("reversed")))"), found: cents("SUM(\(month("reversed")))")),
      "payments": .init(
        expected: cents("SUM(\(CellRange.column(FeeInputSheet.paymentKey, "amount")))"),
        found: cents("SUM(\(month("collected")))")),
      "ledger_identity": .init(found: "=SUM(\(order("breach")))"),
      "orders_by_year": .init(
        expected: "=SUM(\(CellRange.column(FeeCalendarSheet.yearKey, "orders")))",
        found: "=COUNT(\(shown("amount")))"),
      "orders_with_a_tier": .init(found: "=SUMPRODUCT(--ISTEXT(\(order("tier"))))"),
      "tiers_ascend": .init(
        found: "=SUM(\(CellRange.column(FeeInputSheet.tierKey, "disorder")))"),
    ]
  }
}
