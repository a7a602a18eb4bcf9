import CallOff
import Policy
import Pricing
import Quantities
import Tendering
import Testing

@testable import Intake

private func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
  Day(year: year, month: month, day: day)
}

@Test func readsItems() throws {
  var diagnostics = Diagnostics()
  let text =
    "item_id,category,name,brand,unit,term_months,quantity_tier\n"
    + " I1 ,SaaS-Package,\"mail, 10 GB\",,user,12,1-99\nI2,平台服務,db,X,,,\n"
  let items = try #require(bound(.items, text)).items(&diagnostics)
  #expect(diagnostics.errorLines == [])
  #expect(
    items.rows == [
      Item(
        id: ItemID("I1"), category: .saasPackage, name: "mail, 10 GB", brand: nil, unit: "user",
        termMonths: 12, quantityTier: "1-99",
        position: SourcePosition(file: "items.csv", line: 2)),
      Item(
        id: ItemID("I2"), category: .paas, name: "db", brand: "X",
        position: SourcePosition(file: "items.csv", line: 3)),
    ])
}

@Test func anItemWithAnErrorIsStillKnownByName() throws {
  var diagnostics = Diagnostics()
  let items = try #require(bound(.items, "item_id,category,name\nI1,xaas,A\n")).items(&diagnostics)
  #expect(items.rows.isEmpty)
  #expect(items.names == [ItemID("I1")])
}

@Test func readsTheThreeClassesOfEvidence() throws {
  var diagnostics = Diagnostics()
  var first = FirstPlaces<EvidenceID>()
  let tables: [(TableName, EvidenceClass, String)] = [
    (
      .historicalAwards, .historical,
      "佐證編號,品項編號,案號,廠商,決標日期,單價,數量,含稅\nE1,I1,1130202,V1,113/04/01,\"$1,000\",5,否\n"
    ),
    (
      .agencyPrices, .agency,
      "evidence_id,item_id,agency_id,award_date,unit_price,order_id,fee_included\n"
        + "E2,I1,A1,2025-01-02,990.5,O7,no\nE3,I1,A1,2025-01-02,990.5,,\n"
    ),
    (
      .marketQuotes, .market,
      "evidence_id,item_id,channel,quote_date,unit_price,source,unit,term_months,quantity_tier\n"
        + "E4,I1,促銷價,2025-12-31,880,shop,user,1,10+\n"
    ),
  ]
  let rows = try tables.flatMap { name, evidenceClass, text in
    try #require(bound(name, text))
      .evidence(evidenceClass, KnownNames(), first: &first, &diagnostics)
  }
  #expect(diagnostics.errorLines == [])
  let item = ItemID("I1")
  #expect(
    rows == [
      Evidence(
        id: EvidenceID("E1"), itemID: item,
        origin: .historical(caseNumber: "1130202", vendor: VendorID("V1")),
        date: try #require(day(2024, 4, 1)), unitPrice: Money(minorUnits: 100_000), quantity: 5,
        isTaxIncluded: false, position: SourcePosition(file: "historical_awards.csv", line: 2)),
      Evidence(
        id: EvidenceID("E2"), itemID: item,
        origin: .agency(AgencyID("A1"), frameworkOrder: OrderID("O7")),
        date: try #require(day(2025, 1, 2)), unitPrice: Money(minorUnits: 99_050),
        isFeeIncluded: false, position: SourcePosition(file: "agency_prices.csv", line: 2)),
      Evidence(
        id: EvidenceID("E3"), itemID: item, origin: .agency(AgencyID("A1"), frameworkOrder: nil),
        date: try #require(day(2025, 1, 2)), unitPrice: Money(minorUnits: 99_050),
        position: SourcePosition(file: "agency_prices.csv", line: 3)),
      Evidence(
        id: EvidenceID("E4"), itemID: item, origin: .market(.promotion),
        date: try #require(day(2025, 12, 31)), unitPrice: Money(minorUnits: 88_000),
        source: "shop", unit: "user", termMonths: 1, quantityTier: "10+",
        position: SourcePosition(file: "market_quotes.csv", line: 2)),
    ])
}

@Test func evidenceNamesAreUniqueOverAllTables() throws {
  var diagnostics = Diagnostics()
  var first = FirstPlaces<EvidenceID>()
  let agency = "evidence_id,item_id,agency_id,award_date,unit_price\nE1,I1,A1,2025-01-02,9\n"
  let market = "evidence_id,item_id,channel,quote_date,unit_price\nE1,I1,web,2025-01-02,9\n"
  _ = try #require(bound(.agencyPrices, agency))
    .evidence(.agency, KnownNames(), first: &first, &diagnostics)
  _ = try #require(bound(.marketQuotes, market))
    .evidence(.market, KnownNames(), first: &first, &diagnostics)
  #expect(
    diagnostics.errorLines == [
      "market_quotes.csv:2:1: the evidence “E1” stands on agency_prices.csv:2 already,"
        + " expected one row for each"
    ])
}

@Test func readsBidsInOrderWithTheirStatus() throws {
  var diagnostics = Diagnostics()
  let text =
    "item_id,vendor_id,unit_price,status,submitted_at\n"
    + "I2,V1,100.5,,\nI1,V1,,Disqualified,115/03/01 09:00\nI1,V2,7,資格不符,\n"
  let bids = try #require(bound(.bids, text)).bids(KnownNames(), &diagnostics).rows
  #expect(diagnostics.errorLines == [])
  #expect(bids.map(\.itemID.text) == ["I2", "I1", "I1"])
  #expect(
    bids.map(\.unitPrice) == [Money(minorUnits: 10_050), nil, Money(minorUnits: 700)])
  #expect(bids.map(\.status) == [.valid, .disqualified, .disqualified])
  #expect(bids.map(\.submittedAt) == [nil, "115/03/01 09:00", nil])
}

@Test func readsReductionsByRound() throws {
  var diagnostics = Diagnostics()
  let text = "品項編號,廠商,減價次別,單價\nI1,V1,0,9\nI1,V1,3,8\n"
  let rows = try #require(bound(.reductions, text)).reductions(KnownNames(), &diagnostics)
  #expect(diagnostics.errorLines == [])
  #expect(rows.map(\.round) == [0, 3])
}

@Test func equalRowsOfReservesCountOnce() throws {
  var diagnostics = Diagnostics()
  let text = "item_id,reserve_price\nI2,100\nI1,\nI2,100.00\nI1,\n"
  let reserves = try #require(bound(.reserves, text)).reserves(&diagnostics).rows
  #expect(diagnostics.errorLines == [])
  #expect(reserves.map(\.itemID.text) == ["I2", "I1"])
  #expect(reserves.map(\.reservePrice) == [Money(minorUnits: 10_000), nil])
  #expect(reserves.map(\.position.line) == [2, 3])
}

@Test func readsFeeTiers() throws {
  var diagnostics = Diagnostics()
  let text = "級距下限,費率\n0,1.1%\n\"1,000,000\",0.01\n"
  let tiers = try #require(bound(.feeTiers, text)?.feeTiers(&diagnostics))
  #expect(tiers.tiers.map(\.lowerBoundHundredths) == [0, 100_000_000])
  #expect(tiers.tiers.map(\.rate.decimalText) == ["0.011", "0.01"])
  #expect(tiers.name == "fee_tiers.csv")
}

@Test func readsThePriceIndex() throws {
  var diagnostics = Diagnostics()
  let index = try #require(bound(.priceIndex, "月份,指數\n115/01,104.3\n2026-02,105\n"))
    .priceIndex(&diagnostics)
  #expect(
    index.values == [
      Month(year: 2026, number: 1): try Rational(1_043, over: 10),
      Month(year: 2026, number: 2): Rational(105),
    ])
}

@Test func passesOverTheOwnContractWhereItIsTheSame() throws {
  let start = try #require(day(2026, 4, 1))
  let own = Contract(caseNumber: "A", start: start, end: start + 364)
  let table = try #require(
    bound(
      .contracts,
      "case_no,contract_start,contract_end\nA,2026-04-01,2027-03-31\nB,2025-10-01,2026-09-30\n"))
  var diagnostics = Diagnostics()
  #expect(table.contracts(besides: own, &diagnostics).map(\.caseNumber) == ["B"])
  #expect(diagnostics.errorLines == [])
  let other = Contract(caseNumber: "A", start: start, end: start + 365)
  _ = table.contracts(besides: other, &diagnostics)
  #expect(
    diagnostics.errorLines == [
      "contracts.csv:2:1: the contract “A” runs from 2026-04-01 to 2027-03-31 here and from"
        + " 2026-04-01 to 2027-04-01 in case.yaml, expected the same days in both"
    ])
}

@Test(arguments: [("1", 1), ("1,200", 1_200), ("9,999,999,999,999", 9_999_999_999_999)])
func countsAreWholeNumbers(text: String, expected: Int64) throws {
  #expect(try parseCount(text) == expected)
}

@Test(arguments: [
  "", "0", "-1", "1.0", "1e3", "$5", "+1", "１２", "1 200", ",1", "99999999999999999999",
])
func othersAreNot(text: String) {
  #expect(throws: QuantityFormatError.self) { try parseCount(text) }
}
