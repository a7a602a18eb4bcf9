import Policy

/// The sums and counts over evidence and reserve prices that the summary and the checks show, as
/// formulas.
enum EvidenceSums {
  private static func reserve(_ column: String) -> String {
    CellRange.column(ReserveSheet.tableKey, column)
  }

  private static func row(_ column: String) -> String {
    CellRange.column(EvidenceReviewSheet.tableKey, column)
  }

  /// The formulas of figures of the summary, by their names.
  static var figures: [String: String] {
    let overridden = EvidenceLists.outcomes.word("overridden")
    return [
      "items": "=ROWS(\(reserve("item_id")))",
      "items_with_reserve": "=COUNT(\(reserve("reserve_price")))",
      "overridden": "=COUNTIF(\(reserve("status")),\(overridden))",
      "evidence_rows": "=SUM(\(reserve("rows")))",
      "effective_rows": "=SUM(\(reserve("effective")))",
      "reserve_sum": "=SUM(\(reserve("reserve_price")))",
    ]
  }

  /// The formulas of checks by their names: what is expected and what is found.
  static var checks: [String: CheckFormulas.Pair] {
    [
      "evidence_priced": .init(
        expected: "=ROWS(\(CellRange.column(EvidenceSheet.tableKey, "unit_price")))",
        found: "=SUM(\(CellRange.column(ClassPriceSheet.tableKey, "rows")))"),
      "evidence_used": .init(
        expected: "=SUM(\(reserve("rows")))",
        found: "=COUNT(\(row("kept")))+SUMPRODUCT((\(row("kept"))=\"\")*(\(row("reason"))<>\"\"))"),
      "reserve_rounded": .init(
        found: "=SUMPRODUCT((\(CellRange.column(MethodPriceSheet.tableKey, "computed"))<>\"\")"
          + "*(\(CellRange.column(MethodPriceSheet.tableKey, "computed"))"
          + ">\(CellRange.column(MethodPriceSheet.tableKey, "chosen"))))"),
    ]
  }
}
