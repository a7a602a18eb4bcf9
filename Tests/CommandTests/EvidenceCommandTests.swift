import Testing

/// `awardsim reserve` on evidence worked out by hand: outliers, representatives, levels, ages.
@Suite struct EvidenceCommandTests {
  /// Runs `reserve` on one item with rows `class,price,date,further columns`.
  private func reserve(
    _ rows: [(table: String, text: String)], index: String? = nil, item: String = "A,iaas,x,,",
    settings: [String] = []
  ) throws -> (row: [String], errors: String) {
    let folder = try TemporaryFolder()
    try folder.write(
      "case.yaml",
      """
      case_no: "1150202"
      title: One item
      currency: TWD
      pricing_date: 2026-01-20
      contract_start: 2026-04-01
      contract_end: 2027-03-31
      """)
    try folder.write("items.csv", "item_id,category,name,unit,term_months\n\(item)\n")
    let shared = "unit_price,tax_included,fee_included,unit,term_months"
    let headings = [
      "historical_awards": "evidence_id,item_id,case_no,vendor_id,award_date,\(shared)",
      "agency_prices": "evidence_id,item_id,agency_id,award_date,\(shared)",
      "market_quotes": "evidence_id,item_id,channel,quote_date,\(shared)",
    ]
    let names = [
      "historical_awards": "1140202,V", "agency_prices": "G", "market_quotes": "web",
    ]
    for (table, heading) in headings.sorted(by: { $0.key < $1.key }) {
      let lines = rows.enumerated().filter { $0.element.table == table }.map {
        "E\($0.offset),A,\(names[table] ?? ""),\($0.element.text)"
      }
      guard !lines.isEmpty else { continue }
      try folder.write("\(table).csv", ([heading] + lines).joined(separator: "\n"))
    }
    if let index { try folder.write("price_index.csv", "month,index\n\(index)") }
    let outcome = try Program.run(
      ["reserve", ".", "--format", "csv"] + settings.flatMap { ["--set", $0] }, in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return (Array((outcome.rows.last ?? []).prefix(8)), outcome.errors)
  }

  @Test(
    "outliers of a class: by MAD, by the mean deviation where the MAD is 0, none up to three rows",
    arguments: [
      // Median 12, MAD 1: 0.6745 × 88 = 59.4. Left: 10, 11, 12, 13.
      ([10, 11, 12, 13, 100], "11.5", 1),
      // Median 13, MAD 3: 0.6745 × 15 / 3 = 3.37, and 0.6745 × 16 / 3 = 3.60.
      ([10, 11, 13, 16, 28], "13", 0), ([10, 11, 13, 16, 29], "12", 1),
      // MAD 0: 40 / (1.2533 × 8) = 3.99; 30 / (1.2533 × 7.5) = 3.19.
      ([10, 10, 10, 10, 50], "10", 1), ([10, 10, 10, 40], "10", 0), ([10, 10, 10, 10], "10", 0),
      ([10, 11, 100], "11", 0), ([10, 100], "10", 0), ([100], "100", 0),
    ])
  func outliers(prices: [Int], historical: String, excluded: Int) throws {
    let rows = prices.map { ("historical_awards", "2025-10-01,\($0),,,,") }
    let result = try reserve(rows).row
    #expect(result[2] == historical)
    #expect(result[5...] == ["\(prices.count)", "\(prices.count)", "\(excluded)"])
  }

  @Test func theMarketIsRepresentedByItsLowestPrice() throws {
    let rows = [15, 11, 12, 14, 13].map { ("market_quotes", "2026-01-01,\($0).99,,,,") }
    #expect(try reserve(rows).row == ["A", "11", "", "", "11.99", "5", "5", "0"])
  }

  @Test(
    "prices are brought to one level before they are compared",
    arguments: [
      ("100,no,,,", "", "105"), ("100,yes,,,", "", "100"), ("100,,no,,", "", "102"),
      // 100 × 1.05 × 1.02; the uplift here is 2 %.
      ("100,no,no,,", "", "107.1"), ("100,,,,", "2025-10,80\n2026-01,90\n", "112.5"),
      ("100,,,,", "114/10,80\n115/01,90\n", "112.5"),
    ])
  func levels(text: String, index: String, expected: String) throws {
    let result = try reserve(
      [("market_quotes", "2025-10-15,\(text)")], index: index.isEmpty ? nil : index,
      settings: ["reserve.fee_uplift=2%"])
    #expect(result.row[4] == expected)
    // Without an index the factor is 1, and that is said.
    #expect(result.errors.contains("price_index.csv") == index.isEmpty)
  }

  @Test(
    "terms: pro rata by months, any other unit is left out",
    arguments: [("seat,6", "200"), ("seat,24", "50"), (",", "100"), ("core,12", "")])
  func terms(text: String, expected: String) throws {
    let result = try reserve(
      [("market_quotes", "2026-01-01,100,,,\(text)")], item: "A,iaas,x,seat,12")
    #expect(result.row[4] == expected)
    #expect(result.row[5...] == (expected.isEmpty ? ["1", "0", "1"] : ["1", "1", "0"]))
  }

  @Test(
    "a row counts up to its class's age limit in days, and not after the pricing date",
    arguments: [
      ("historical_awards", "2023-01-21", "2023-01-20"),
      ("agency_prices", "2025-01-20", "2025-01-19"),
      ("market_quotes", "2025-07-24", "2025-07-23"),
      ("market_quotes", "2026-01-20", "2026-01-21"),
    ])
  func ages(table: String, used: String, dropped: String) throws {
    #expect(try reserve([(table, "\(used),100,,,,")]).row[5...] == ["1", "1", "0"])
    let old = try reserve([(table, "\(dropped),100,,,,")]).row
    #expect(old[5...] == ["1", "0", "1"])
    #expect(old[1].isEmpty)
  }

  @Test(
    "the reserve is rounded down to the unit",
    arguments: [("1", "1999"), ("10", "1990"), ("1000", "1000"), ("10000", "")])
  func roundingUnits(unit: String, expected: String) throws {
    let result = try reserve(
      [("market_quotes", "2026-01-01,1999.99,,,,")], settings: ["reserve.rounding_unit=\(unit)"])
    #expect(result.row[1] == expected)
    #expect(result.row[4] == "1999.99")
  }
}
