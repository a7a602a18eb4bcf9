import Testing

/// `awardsim reserve` and `explain` as other programs use them.
@Suite struct ReserveCommandTests {
  static let header =
    "item_id,reserve_price,historical,agency,market,rows,effective,excluded,status,note"

  /// A case with one item, three awards, two agency prices and two quotes, one of them a repeat.
  private func caseFolder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "case.yaml",
      """
      case_no: "1150202"
      title: A small case
      currency: TWD
      pricing_date: 2026-01-20
      contract_start: 2026-04-01
      contract_end: 2027-03-31
      """)
    try folder.write(
      "items.csv", "item_id,category,name\nA,iaas,Machine\nB,saas-package,Thing\n")
    try folder.write(
      "historical_awards.csv",
      """
      evidence_id,item_id,case_no,vendor_id,award_date,unit_price
      H1,A,1140202,V1,2025-04-01,100.01
      H2,A,1140202,V2,114/04/01,100.02
      H3,A,1140206,V1,2025-10-01,105
      H4,A,1140206,V2,2025-10-01,110
      H5,A,1150202,V2,2025-10-01,1
      """)
    try folder.write(
      "agency_prices.csv",
      """
      evidence_id,item_id,agency_id,award_date,unit_price,order_id
      A1,A,G1,2025-06-01,120,
      A2,A,G2,2025-07-01,130,
      A3,A,G2,2025-07-01,2,O-9
      """)
    try folder.write(
      "market_quotes.csv",
      """
      evidence_id,item_id,channel,quote_date,unit_price,source
      M1,A,web,2025-12-01,140,shop
      M2,A,promotion,2025-12-01,140,shop
      M3,A,market,2025-12-01,135,
      """)
    return folder
  }

  @Test func representativesAreExactAndTheReserveIsRoundedDown() throws {
    let folder = try caseFolder()
    let outcome = try Program.run(["reserve", ".", "--format", "csv"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.lines.first == Self.header)
    let rows = outcome.rows.dropFirst().map { Array($0.prefix(8)) }
    // Historical: median of 100.01, 100.02, 105, 110; agency: the lower of two; market: the lowest.
    #expect(rows.first == ["A", "102", "102.51", "120", "135", "11", "8", "3"])
    #expect(rows.last == ["B", "", "", "", "", "0", "0", "0"])
    #expect(outcome.rows.last.map { !$0[8].isEmpty } == true)
  }

  @Test(
    "every way to combine the same representatives",
    arguments: [
      ("minimum", "102"), ("median", "120"), ("historical", "102"), ("agency", "120"),
      ("market", "135"), ("weighted-mean", "119"), ("quantile", "115"),
    ])
  func combinations(method: String, expected: String) throws {
    // Mean of 102.51, 120, 135 is 119.17; the median of the eight rows left is (110 + 120) / 2.
    let folder = try caseFolder()
    let outcome = try Program.run(
      ["reserve", ".", "--format", "csv", "--set", "reserve.combine=\(method)"], in: folder)
    #expect(outcome.rows.dropFirst().first?[1] == expected, "\(outcome.errors)")
  }

  @Test(arguments: ["en", "zh-Hant"])
  func explainNamesEveryRowAndRule(language: String) throws {
    let folder = try caseFolder()
    let outcome = try Program.run(
      ["explain", ".", "--item", "A", "--language", language], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    for row in [
      "historical_awards.csv:2", "historical_awards.csv:6", "agency_prices.csv:4",
      "market_quotes.csv:3", "102.51",
    ] {
      #expect(outcome.output.contains(row), "\(row)")
    }
  }

  @Test func anUnknownItemCannotBeExplained() throws {
    let folder = try caseFolder()
    let outcome = try Program.run(["explain", ".", "--item", "ZZ"], in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("ZZ"))
  }

  @Test func jsonHasTheSameNames() throws {
    let folder = try caseFolder()
    let outcome = try Program.run(["reserve", ".", "--format", "json"], in: folder)
    for name in Self.header.split(separator: ",") {
      #expect(outcome.output.contains("\"\(name)\""))
    }
    #expect(outcome.output.contains("102.51"))
  }

  @Test func aCaseWithoutCaseFileIsMissingInput() throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["reserve", "."], in: folder).status == 66)
    #expect(try Program.run(["reserve", "nowhere"], in: folder).status == 66)
  }

  @Test func headingsMayBeChinese() throws {
    let folder = try caseFolder()
    try folder.write("items.csv", "\u{FEFF}品項編號,類別,品項名稱\nA,iaas,機器\nB,paas,平台\n")
    let outcome = try Program.run(["reserve", ".", "--format", "csv"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.rows.dropFirst().first?[1] == "102")
  }
}
