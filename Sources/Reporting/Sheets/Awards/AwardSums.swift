import Policy

/// The sums and counts over the awards that the summary and the checks show, as formulas.
enum AwardSums {
  private static func item(_ column: String) -> String {
    CellRange.column(ItemCalculationSheet.tableKey, column)
  }

  private static func bid(_ column: String) -> String {
    CellRange.column(BidCalculationSheet.tableKey, column)
  }

  /// The formulas of figures of the summary, by their names.
  static var figures: [String: String] {
    let vendors = bid("vendor_row")
    return [
      "bids": "=SUM(\(item("submitted")))",
      "valid_bids": "=SUM(\(item("valid")))",
      "awarded_bids": "=SUM(\(item("awarded")))",
      "awarded_vendors": "=SUMPRODUCT(--(FREQUENCY(\(vendors),\(vendors))>0))",
      "pending_bids": "=SUM(\(item("pending")))",
      "failed_items": "=SUMPRODUCT((\(item("awarded"))=0)*(\(item("pending"))=0))",
      "awarded_sum": "=SUM(\(item("awarded_sum")))",
      "award_to_reserve":
        "=IF(SUM(\(item("awarded")))=0,\"\","
        + "SUM(\(item("awarded_sum")))/SUMPRODUCT(\(item("reserve_price")),\(item("awarded"))))",
    ]
  }

  /// The formulas of checks by their names: what is expected and what is found.
  static var checks: [String: CheckFormulas.Pair] {
    [
      // Expected are the rows of the file, which is not in the book.
      "bid_outcomes": .init(found: "=SUMPRODUCT(--(\(bid("outcome"))<>\"\"))"),
      "winners": .init(
        expected: "=SUM(\(CellRange.column(ItemAwardSheet.tableKey, "awarded")))",
        found: "=COUNT(\(CellRange.column(AwardSheet.tableKey, "contract_price")))"),
      "awards_within_reserve": .init(
        found: "=SUMPRODUCT((\(bid("contract_price"))<>\"\")"
          + "*(\(bid("contract_price"))>\(bid("reserve_price"))))"),
      "winners_are_k": .init(
        found: "=SUMPRODUCT((\(item("tied"))=0)*(\(item("awarded"))<>\(item("count"))))"),
    ]
  }
}
