import Testing

@testable import Intake

/// The tables as they are documented, required columns first, optional ones with a question mark.
private let documented: [(TableName, String)] = [
  (.items, "item_id, category, name, brand?, unit?, term_months?, quantity_tier?"),
  (
    .historicalAwards,
    "evidence_id, item_id, case_no, vendor_id, award_date, unit_price, quantity?, source?,"
      + " tax_included?, fee_included?, unit?, term_months?, quantity_tier?"
  ),
  (
    .agencyPrices,
    "evidence_id, item_id, agency_id, award_date, unit_price, quantity?, source?, order_id?,"
      + " tax_included?, fee_included?, unit?, term_months?, quantity_tier?"
  ),
  (
    .marketQuotes,
    "evidence_id, item_id, channel, quote_date, unit_price, source?,"
      + " tax_included?, fee_included?, unit?, term_months?, quantity_tier?"
  ),
  (.demand, "item_id, agency_id, quantity?"),
  (.vendors, "vendor_id, role?, territory?, prc_capital?, investment_list?, capability?"),
  (
    .products,
    "product_id, item_id, vendor_id, manufacturer_id?, authorised?, brand?, access_sites?,"
      + " backup_sites?, standby_sites?, transit_territories?"
  ),
  (
    .certificates,
    "holder_id, standard, valid_from, valid_until, data_centre_in_scope?, product_id?"
  ),
  (
    .tests,
    "product_id, test, kind, tester, reported_on, owasp_edition?, highest_severity?, passed?"
  ),
  (.securityItems, "product_id, part, offered"),
  (.restrictedBrands, "brand"),
  (.listings, "item_id, case_no, sold_quantity"),
  (.priceIndex, "month, index"),
  (.reserveOverrides, "item_id, reserve_price, reason, decided_by, decided_on"),
  (.reserves, "item_id, reserve_price"),
  (.bids, "item_id, vendor_id, unit_price, status?, submitted_at?"),
  (.rebids, "item_id, vendor_id, unit_price"),
  (.reductions, "item_id, vendor_id, round, unit_price"),
  (
    .orders,
    "order_id, item_id, vendor_id, agency_id, ordered_on, quantity, unit_price, status?, case_no?,"
      + " returned_on?, ruled_on?, superior_approved_on?, data_location_checked_on?,"
      + " storage_abroad_approved?, vendor_agreed_on?, return_reason?"
  ),
  (.agencies, "agency_id, agency_kind?"),
  (.feeTiers, "lower_bound, rate, note?"),
  (.collections, "order_id, collected_on, amount"),
  (.contracts, "case_no, contract_start, contract_end"),
]

@Test func everyTableHasTheDocumentedColumns() {
  #expect(documented.map(\.0) == TableName.allCases)
  for (table, columns) in documented {
    let schema = TableSchema.of(table)
    let listed = schema.required.map(\.rawValue) + schema.optional.map { $0.rawValue + "?" }
    #expect(listed.joined(separator: ", ") == columns)
  }
}

@Test(arguments: TableName.allCases) func noHeadingMeansTwoColumns(table: TableName) {
  let headings = TableSchema.of(table).columns.flatMap(\.headings)
  #expect(Set(headings.map { $0.lowercased() }).count == headings.count)
}

@Test(arguments: Column.allCases) func everyColumnHasAChineseHeading(column: Column) {
  #expect(!column.chineseHeadings.isEmpty)
  #expect(column.chineseHeadings.allSatisfy { !$0.utf8.allSatisfy { $0 < 0x80 } })
}

/// Every column of every table is found by every one of its headings.
@Test(arguments: TableName.allCases) func everyHeadingFindsItsColumn(table: TableName) throws {
  let schema = TableSchema.of(table)
  let longest = schema.columns.map(\.headings.count).max() ?? 0
  for variant in 0..<longest {
    let headings = schema.columns.map { column in
      column.headings[min(variant, column.headings.count - 1)]
    }
    let text = headings.map { " \($0.uppercased())　" }.joined(separator: ",") + "\n"
    let found = try #require(bound(table, text))
    #expect(found.sources.count == schema.columns.count)
    for (index, column) in schema.columns.enumerated() {
      guard case .field(index) = found.sources[column] else {
        Issue.record("\(column) is not found as \(headings[index])")
        continue
      }
    }
  }
}

private let wrongHeadings: [(String, [String])] = [
  (
    "item,vendor_id,unit_prise\nI,V,1\n",
    [
      "bids.csv:1:1: the column item_id is missing; the nearest heading is “item”,"
        + " expected the heading item_id or 品項編號",
      "bids.csv:1:3: the column unit_price is missing; the nearest heading is “unit_prise”,"
        + " expected the heading unit_price or 單價",
    ]
  ),
  (
    "unit_price,item_id\n1,I\n",
    [
      "bids.csv:1:2: the column vendor_id is missing; the nearest heading is “item_id”,"
        + " expected the heading vendor_id or 廠商"
    ]
  ),
  (
    "item_id,vendor_id,unit_price,品項\nI,V,1,I\n",
    [
      "bids.csv:1:4: the heading “品項” is a second one for item_id, after “item_id”,"
        + " expected one heading for each column"
    ]
  ),
  (
    "\nI1,V1,100\nI2,V1,100\n",
    [
      "bids.csv:2:1: the first row has no heading of the table bids,"
        + " expected headings: item_id, vendor_id, unit_price"
    ]
  ),
]

@Test(arguments: wrongHeadings)
func reportsHeadings(text: String, expected: [String]) {
  #expect(errors(.bids, text) == expected)
}

@Test func warnsOnceOfExtraColumns() {
  var diagnostics = Diagnostics()
  let (read, _) = table(
    "remark,lower_bound,rate,,級別\nx,0,1%,,y\nx,9,2%,,y\n", file: "fee_tiers.csv")
  _ = read.flatMap { BoundTable($0, .of(.feeTiers), diagnostics: &diagnostics) }
  #expect(!diagnostics.hasErrors)
  #expect(
    diagnostics.warningLines == [
      "fee_tiers.csv:1:1: not read, as the table fee_tiers has no such column: “remark”,"
        + " field 4 without a heading, “級別”, expected columns: lower_bound, rate, note"
    ])
}
