import Testing

/// Which low bids are flagged, and the security that the explanation names; nothing is rejected.
@Suite struct LowPriceCommandTests {
  /// One item with a quote of 1,000, the reserve, and an agency price of 1,200.
  private func caseFolder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "case.yaml",
      """
      case_no: "1150202"
      title: Low prices
      currency: TWD
      pricing_date: 2026-01-20
      contract_start: 2026-04-01
      contract_end: 2027-03-31
      """)
    try folder.write("items.csv", "item_id,category,name\nA,iaas,Machine\n")
    try folder.write(
      "market_quotes.csv",
      "evidence_id,item_id,channel,quote_date,unit_price\nM1,A,web,2026-01-01,1000\n")
    try folder.write(
      "agency_prices.csv",
      "evidence_id,item_id,agency_id,award_date,unit_price\nG1,A,G,2026-01-01,1200\n")
    try folder.write(
      "bids.csv",
      """
      item_id,vendor_id,unit_price
      A,V1,1000.01
      A,V2,840
      A,V3,839.99
      A,V4,800
      A,V5,799.99
      A,V6,700
      A,V7,699.99
      """)
    return folder
  }

  @Test func everyComparisonIsStrictlyBelow() throws {
    let outcome = try Program.run(["award", ".", "--format", "csv"], in: try caseFolder())
    #expect(outcome.status == 0, "\(outcome.errors)")
    let rows = outcome.rows.dropFirst()
    // Six valid bids, five awards: the flags change none of them.
    #expect(
      rows.map { $0[4] } == ["above-reserve", "not-awarded"]
        + Array(repeating: "awarded", count: 5))
    // 80 % and 70 % of 1,000; 70 % of the agency's 1,200; 70 % of the quote, the reference price.
    #expect(
      rows.map { $0.last ?? "" } == [
        "", "", "below-agency-award", "below-agency-award", "below-total;below-agency-award",
        "below-total;below-agency-award",
        "below-total;below-item;below-agency-award;below-reference",
      ])
  }

  @Test func theSecurityIsNamed() throws {
    let outcome = try Program.run(["explain", ".", "--item", "A"], in: try caseFolder())
    let lines = outcome.lines.filter { $0.contains("security") }
    // 800 − 799.99 and 800 − 700 by the total; 700 − 699.99 by the part, none by the total.
    #expect(lines.contains { $0.contains("NT$0.01 by the total") })
    #expect(lines.contains { $0.contains("NT$100 by the total") })
    #expect(lines.contains { $0.contains("none") && $0.contains("NT$0.01 by the part") })
  }
}
