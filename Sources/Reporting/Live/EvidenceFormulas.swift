import Policy

/// The formulas of one row of evidence: each the same in every row.
struct EvidenceFormulas {
  /// Whether the case has a price index.
  let hasIndex: Bool

  private static func input(_ column: String) -> String {
    CellRange.beside(EvidenceSheet.tableKey, column)
  }

  private static func item(_ column: String) -> String {
    "INDEX(\(CellRange.column(ItemListSheet.tableKey, column)),{item_row})"
  }

  private static func classPrice(_ column: String) -> String {
    "INDEX(\(CellRange.column(ClassPriceSheet.tableKey, column)),{class_row})"
  }

  private static let classes = CellRange.column(EvidenceLists.classKey, "class")

  let itemID = Formula("=\(input("item_id"))")
  let evidenceID = Formula("=\(input("evidence_id"))")
  let itemRow = Formula(
    "=MATCH({item_id},\(CellRange.column(ItemListSheet.tableKey, "item_id")),0)")
  let classNumber = Formula("=MATCH(\(input("class")),\(classes),0)")
  let classRow = Formula("=({item_row}-1)*ROWS(\(classes))+{class_number}")

  // The first step, normalising: a field that a row leaves empty is the item's.
  let fits = Formula(
    "=IF(AND(OR(\(input("unit"))=\"\",EXACT(\(input("unit")),\(item("unit")))),"
      + "OR(\(input("quantity_tier"))=\"\","
      + "EXACT(\(input("quantity_tier")),\(item("quantity_tier"))))),1,0)")
  let tax = Formula(
    "=IF(\(input("tax_included"))=\"\(EvidenceSheet.no)\",1+\(PolicyKey.reserveTaxRate.reference),1)"
  )
  let fee = Formula(
    "=IF(\(input("fee_included"))=\"\(EvidenceSheet.no)\","
      + "1+\(PolicyKey.reserveFeeUplift.reference),1)")
  let itemTerm = Formula("=IF(\(item("term_months"))=\"\",\"\",\(item("term_months")))")
  let term = Formula(
    "=IF(OR(\(input("term_months"))=\"\",\(input("term_months"))={item_term}),1,"
      + "IF(AND(N({item_term})>0,N(\(input("term_months")))>0),"
      + "{item_term}/\(input("term_months")),\"\"))")
  let monthNumber = Formula("=YEAR(\(input("date")))*12+MONTH(\(input("date")))")
  var index: Formula? {
    guard hasIndex else { return nil }
    let months = CellRange.column(PriceIndexSheet.tableKey, "month_number")
    let values = CellRange.column(PriceIndexSheet.tableKey, "index")
    return Formula(
      "=IF({month_number}={pricing_month_number},1,"
        + "IFERROR({pricing_month_index}/INDEX(\(values),MATCH({month_number},\(months),0)),\"\"))")
  }
  let normalised = Formula(
    "=IF(OR({fits}=0,{term}=\"\",{index}=\"\"),\"\","
      + "\(input("unit_price"))*{term}*{tax}*{fee}*{index})")

  // The second step, independence: the numbers are those of the list of reasons.
  let age = Formula("={pricing_date}-\(input("date"))")
  let fault = Formula(
    "=IF({normalised}=\"\",1,IF(AND(\(input("award_case"))<>\"\","
      + "EXACT(\(input("award_case")),{this_case_no})),2,"
      + "IF(\(input("framework_order"))<>\"\",3,IF({age_days}<0,4,"
      + "IF({age_days}>INDEX(\(CellRange.column(EvidenceLists.classKey, "age_limit")),"
      + "{class_number}),5,0)))))")
  let itemFirst = Formula(
    "=INDEX(\(CellRange.column(ClassPriceSheet.tableKey, "first")),"
      + "({item_row}-1)*ROWS(\(classes))+1)")
  let repeats = Formula(
    "=IF(OR({fault}>0,TRIM(\(input("quote_source")))=\"\"),0,SUMPRODUCT("
      + "(\(above(EvidenceReviewSheet.tableKey, "fault", to: "{fault}"))=0)"
      + ["unit_price", "date"].map { column in
        "*(\(above(EvidenceSheet.tableKey, column, to: input(column)))=\(input(column)))"
      }.joined()
      + "*EXACT(\(above(EvidenceSheet.tableKey, "quote_source", to: input("quote_source"))),"
      + "\(input("quote_source"))))-1)")
  let effective = Formula("=IF({fault}+{repeats}=0,{normalised},\"\")")

  // The third step, outliers of the class.
  let deviation = Formula(
    "=IF({effective}=\"\",\"\",ABS({effective}-\(classPrice("median"))))")
  let score = Formula(
    "=IF(OR({effective}=\"\",\(classPrice("scale"))=\"\"),\"\",{deviation}/\(classPrice("scale")))")
  let kept = Formula(
    "=IF({effective}=\"\",\"\",IF(\(FormulaConstants.steady("N({score})"))"
      + ">\(PolicyKey.reserveOutlierZ.reference),\"\",{effective}))")
  let use = Formula(
    "=IF({kept}=\"\",\(EvidenceLists.use.word("left-out")),\(EvidenceLists.use.word("used")))")
  let reason = Formula(
    "=IF({kept}<>\"\",\"\","
      + EvidenceLists.reasons.words(numbered: "IF({fault}>0,{fault},IF({repeats}>0,6,7))") + ")")
  let toReserve = Formula(
    "=IFERROR({normalised}/INDEX("
      + "\(CellRange.column(ReserveSheet.tableKey, "reserve_price")),{item_row}),\"\")")

  /// The item's rows from its first down to this one.
  private static func above(_ table: String, _ column: String, to last: String) -> String {
    "INDEX(\(CellRange.column(table, column)),{item_first}):\(last)"
  }
}
