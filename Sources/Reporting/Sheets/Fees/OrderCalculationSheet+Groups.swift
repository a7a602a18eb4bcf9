import CallOff
import Policy

extension OrderCalculationSheet {
  /// The rows of the groups that the order is added up in.
  static var groupColumns: [LiveColumn<OrderWorking>] {
    let group = { (table: String) in CellRange.column(table, "group") }
    let months = CellRange.column(FeeCalendarSheet.monthKey, "starts_on")
    return [
      .init(
        .integer("ordered_month", Phrase("row of the month", "月份列"), width: .characters(9)),
        "=MATCH(\(order("ordered_on")),\(months),1)"
      ) { .count($0.groups.orderedMonth) },
      .init(
        .integer(
          "reversed_month", Phrase("row of the month of the ruling", "沖回月份列"), width: .characters(9)
        ),
        "=IF({reversed_on}=\"\",\"\",MATCH({reversed_on},\(months),1))"
      ) { .integer($0.groups.reversedMonth.map { Int64($0) }) },
      .init(
        .integer("year_row", Phrase("row of the year", "年度列"), width: .characters(9)),
        "=MATCH(YEAR(\(order("ordered_on")))&\"\",\(group(FeeCalendarSheet.yearKey)),0)"
      ) { .count($0.groups.year) },
      .init(
        .integer("contract_row", Phrase("row of the contract", "契約列"), width: .characters(9)),
        "=MATCH(\(order("case_no")),\(group(FeeCalendarSheet.contractKey)),0)"
      ) { .count($0.groups.contract) },
      .init(
        .integer("category_row", Phrase("row of the category", "類別列"), width: .characters(9)),
        "=MATCH(\(order("category")),\(group(FeeCalendarSheet.categoryKey)),0)"
      ) { .count($0.groups.category) },
      .init(
        .integer("vendor_row", Phrase("row of the vendor", "廠商列"), width: .characters(9)),
        "=MATCH(\(order("vendor_id")),\(group(FeeCalendarSheet.vendorKey)),0)"
      ) { .count($0.groups.vendor) },
    ]
  }

  /// What the order comes to on the day of the statement that it stands on.
  static var statementColumns: [LiveColumn<OrderWorking>] {
    let payments = { (column: String) in
      CellRange.column(FeeCalculationSheet.paymentKey, column)
    }
    return [
      .init(.date("statement_on", Phrase("day of the statement", "繳納單日"))) {
        .day($0.statementDay)
      },
      .init(
        .money("reversed_then", Phrase("reversed by then", "屆時已沖回")),
        "=IF(OR({reversed_on}=\"\",AND(ISNUMBER({statement_on}),{reversed_on}>{statement_on})),0,"
          + "{reversed})"
      ) { .money($0.balanceThen.reversed) },
      .init(
        .money("collected_then", Phrase("collected by then", "屆時已收")),
        "=SUMIFS(\(payments("amount_then")),\(payments("order_row")),{number})"
      ) { .money($0.balanceThen.collected) },
      .init(
        .money("outstanding_then", Phrase("outstanding then", "屆時未收")),
        "=IF(ISNUMBER({charged}),{accrued}-{reversed_then}-{collected_then},{charged})"
      ) { .money($0.balanceThen.outstanding) },
    ]
  }
}
