import Quantities
import Testing

@testable import Intake

private let price = "expected a price above 0 such as 1234.50"
private let amount = "expected an amount such as 1234.50, with at most two decimals"
private let date = "expected a date such as 2026-03-31 or 115/03/31"
private let name = "expected a name of 1 to 200 characters"
private let count = "expected a whole number above 0 such as 12 or 1,200"

/// Each table with rows that are wrong in every way, and all that has to be said of them.
private let wrongRows: [(TableName, String, [String])] = [
  (
    .items,
    "item_id,category,name,term_months\n,iaas,A,\nI1,IaaS,A,12\nI1,xaas,,0\n\(long(201)),paas,B,1201",
    [
      "items.csv:2:1: item_id is empty, \(name)",
      "items.csv:4:1: the item “I1” stands on line 3 already, expected one row for each",
      "items.csv:4:2: category “xaas” is not one of the values, expected iaas (基礎設施服務),"
        + " paas (平台服務), saas-package (套裝軟體服務), saas-productivity (辦公生產力工具)",
      "items.csv:4:3: name is empty, expected a text of 1 to 4000 characters",
      "items.csv:4:4: term_months “0” is not above 0, expected a number of months from 1 to 1200",
      "items.csv:5:1: item_id “\(long(60))…” has 201 characters, \(name)",
      "items.csv:5:4: term_months “1201” is too long, expected a number of months from 1 to 1200",
    ]
  ),
  (
    .demand,
    "item_id,agency_id,數量\nI1,A1,\nI1,A2,1.5\nI1,A1,3\n,,0",
    [
      "demand.csv:3:3: 數量 (quantity) “1.5” is not a whole number, \(count)",
      "demand.csv:4:2: the wish of the agency “A1” for the item “I1” stands on line 2 already,"
        + " expected one row for each",
      "demand.csv:5:1: item_id is empty, \(name)",
      "demand.csv:5:2: agency_id is empty, \(name)",
      "demand.csv:5:3: 數量 (quantity) “0” is not above 0, \(count)",
    ]
  ),
  (
    .bids,
    "品項編號,廠商,單價,狀態\nI1,V1,0,有效\nI1,V2,-5,\nI1,V3,,\nI1,V4,,不合格\nI1,V5,0,不合格\n"
      + "I1,V6,1.234,合格\nI1,V7,abc,maybe\nI1,V1,7,disqualified\nI1,V1,8,",
    [
      "bids.csv:2:3: 單價 (unit_price) “0” is not above 0, \(price)",
      "bids.csv:3:3: 單價 (unit_price) “-5” is not above 0, \(price)",
      "bids.csv:4:3: 單價 (unit_price) is empty, \(amount)",
      "bids.csv:6:3: 單價 (unit_price) “0” is not above 0, \(price)",
      "bids.csv:7:3: 單價 (unit_price) “1.234” has more than two decimals, \(amount)",
      "bids.csv:8:3: 單價 (unit_price) “abc” is not a number, \(amount)",
      "bids.csv:8:4: 狀態 (status) “maybe” is not one of the values,"
        + " expected valid (有效), disqualified (不合格)",
      "bids.csv:9:2: a bid of the vendor “V1” for the item “I1” stands on line 2 already,"
        + " expected one row for each",
      "bids.csv:10:2: a bid of the vendor “V1” for the item “I1” stands on line 2 already,"
        + " expected one row for each",
    ]
  ),
  (
    .historicalAwards,
    "evidence_id,item_id,case_no,vendor_id,award_date,unit_price,quantity,tax_included\n"
      + "E1,I1,1130202,V1,1989-12-31,10,\"1,20\",maybe\nE1,I1,,,113/02/30,10,1.5,yes\n",
    [
      "historical_awards.csv:2:5: award_date “1989-12-31” is before 1990-01-01,"
        + " \(date), not before 1990-01-01",
      "historical_awards.csv:2:7: quantity “1,20” has a misplaced thousands comma, \(count)",
      "historical_awards.csv:2:8: tax_included “maybe” is not one of the values,"
        + " expected yes (是), no (否)",
      "historical_awards.csv:3:1: the evidence “E1” stands on line 2 already,"
        + " expected one row for each",
      "historical_awards.csv:3:3: case_no is empty, expected a text of 1 to 4000 characters",
      "historical_awards.csv:3:4: vendor_id is empty, \(name)",
      "historical_awards.csv:3:5: award_date “113/02/30” is a day that no calendar has, \(date)",
      "historical_awards.csv:3:7: quantity “1.5” is not a whole number, \(count)",
    ]
  ),
  (
    .marketQuotes,
    "evidence_id,item_id,channel,quote_date,unit_price\nE1,I1,shop,2026-1-1,9999999999999999\n",
    [
      "market_quotes.csv:2:3: channel “shop” is not one of the values,"
        + " expected web (網路價格), market (市場銷售價), promotion (促銷價)",
      "market_quotes.csv:2:4: quote_date “2026-1-1” is not a date, \(date)",
      "market_quotes.csv:2:5: unit_price “9999999999999999” is too large,"
        + " expected an amount of at most 9999999999999.99",
    ]
  ),
  (
    .agencyPrices,
    "evidence_id,item_id,agency_id,award_date,unit_price\nE1,I1,,,\n",
    [
      "agency_prices.csv:2:3: agency_id is empty, \(name)",
      "agency_prices.csv:2:4: award_date is empty, \(date)",
      "agency_prices.csv:2:5: unit_price is empty, \(amount)",
    ]
  ),
  (
    .priceIndex, "month,index\n2026-01,100\n115/01,101\n2026-13,x\n1989-12,0\n",
    [
      "price_index.csv:3:1: the month 2026-01 stands on line 2 already, expected one row for each",
      "price_index.csv:4:1: month “2026-13” is not a month,"
        + " expected a month such as 2026-03 or 115/03",
      "price_index.csv:4:2: index “x” is not a number, expected a decimal number such as 0.9",
      "price_index.csv:5:1: month “1989-12” is before 1990,"
        + " expected a month such as 2026-03 or 115/03",
      "price_index.csv:5:2: index “0” is not above 0, expected an index above 0 such as 104.3",
    ]
  ),
  (
    .reserves, "item_id,reserve_price\nI1,100\nI1,100.00\nI2,\nI1,101\nI2,\nI2,5\nI3,0\n",
    [
      "reserves.csv:5:2: reserve_price of the item “I1” is 101 here and 100 on line 2,"
        + " expected the same reserve price in every row of an item",
      "reserves.csv:7:2: reserve_price of the item “I2” is 5 here and empty on line 4,"
        + " expected the same reserve price in every row of an item",
      "reserves.csv:8:2: reserve_price “0” is not above 0, \(price)",
    ]
  ),
  (
    .reserveOverrides,
    "item_id,reserve_price,reason,decided_by,decided_on\nI1,5,r,c,2026-01-01\nI1,,,,\n",
    [
      "reserve_overrides.csv:3:1: the item “I1” stands on line 2 already,"
        + " expected one row for each",
      "reserve_overrides.csv:3:2: reserve_price is empty, \(amount)",
      "reserve_overrides.csv:3:3: reason is empty, expected a text of 1 to 4000 characters",
      "reserve_overrides.csv:3:4: decided_by is empty, expected a text of 1 to 4000 characters",
      "reserve_overrides.csv:3:5: decided_on is empty, \(date)",
    ]
  ),
  (
    .reductions,
    "item_id,vendor_id,round,unit_price\nI1,V1,0,9\nI1,V1,1,8\nI1,V1,1,7\nI1,V1,4,6\nI1,V1,,5\n",
    [
      "reductions.csv:4:2: a reduction in this round of the vendor “V1” for the item “I1” stands"
        + " on line 3 already, expected one row for each",
      "reductions.csv:5:3: round “4” is not a round,"
        + " expected 0 for the priority reduction, or 1 to 3",
      "reductions.csv:6:3: round is empty, expected 0 for the priority reduction, or 1 to 3",
    ]
  ),
  (
    .feeTiers, "lower_bound,rate\n0,1.1%\n0,1%\n-1,x\n5,-1%\n",
    [
      "fee_tiers.csv:3:1: lower_bound 0 is not above 0 in the row before,"
        + " expected bounds in ascending order",
      "fee_tiers.csv:4:1: lower_bound “-1” is below 0, expected a bound of 0 or more",
      "fee_tiers.csv:4:2: rate “x” is not a number, expected a rate such as 0.011 or 1.1%",
      "fee_tiers.csv:5:2: rate “-1%” is negative, expected a rate such as 0.011 or 1.1%",
    ]
  ),
  (
    .feeTiers, "lower_bound,rate\n0,1.1\n5,100%\n",
    ["fee_tiers.csv:2:2: rate “1.1” is more than 100 %, expected a rate such as 0.011 or 1.1%"]
  ),
  (
    .bids, "item_id,vendor_id,unit_price\nI1,V\u{200B}1,5\nI1,V\t2,5\n",
    [
      "bids.csv:2:2: vendor_id “V\u{200B}1” holds the invisible character U+200B,"
        + " expected a name of visible characters",
      "bids.csv:3:2: vendor_id “V\\u{9}2” holds the invisible character U+9,"
        + " expected a name of visible characters",
    ]
  ),
  (
    .feeTiers, "lower_bound,rate\n",
    ["fee_tiers.csv:1:1: the table fee_tiers has no row, expected at least one tier"]
  ),
  (
    .contracts,
    "case_no,contract_start,contract_end\nA,2026-04-01,2026-04-01\nA,2026-04-01,2027-03-31\n",
    [
      "contracts.csv:2:3: contract_end 2026-04-01 is not after the start 2026-04-01,"
        + " expected a day after the contract's start",
      "contracts.csv:3:1: the contract “A” stands on line 2 already, expected one row for each",
    ]
  ),
]

private func long(_ count: Int) -> String { String(repeating: "x", count: count) }

@Test(arguments: wrongRows)
func reportsEveryErrorOfARow(table: TableName, text: String, expected: [String]) {
  #expect(errors(table, text) == expected)
}

@Test func anErrorBehindAnEmbeddedLineBreakStandsOnItsOwnLine() {
  let text = "item_id,name,category\nI1,\"two\nlines\",xaas\nI2,one,xaas\n"
  #expect(
    errors(.items, text).map { String($0.prefix(13)) } == ["items.csv:3:3", "items.csv:4:3"])
}

@Test func namesWhatIsInNoOtherTable() {
  var known = KnownNames()
  known.items = [ItemID("I1")]
  known.orders = [OrderID("O1")]
  known.bids = [BidKey(itemID: ItemID("I1"), vendorID: VendorID("V1"))]
  let bids = "item_id,vendor_id,unit_price\n i1,V1,1\nI1,V1,1\nI9,V1,1\n"
  #expect(
    errors(.bids, bids, known).prefix(1) == [
      "bids.csv:2:1: item_id “i1” is in no row of the table items,"
        + " expected an item that the table items lists"
    ])
  #expect(
    errors(.collections, "order_id,collected_on,amount\nO1,2026-05-01,1\nO2,2026-05-01,1\n", known)
      == [
        "collections.csv:3:1: order_id “O2” is in no row of the table orders,"
          + " expected an order that the table orders lists"
      ])
  known.itemTable = .reserves
  #expect(
    errors(.rebids, "item_id,vendor_id,unit_price\nI1,V1,1\nI1,V2,1\nI2,V1,1\n", known) == [
      "rebids.csv:3:2: there is no bid of the vendor “V2” for the item “I1”,"
        + " expected a vendor that bid for the item",
      "rebids.csv:4:1: item_id “I2” is in no row of the table reserves,"
        + " expected an item that the table reserves lists",
      "rebids.csv:4:2: there is no bid of the vendor “V1” for the item “I2”,"
        + " expected a vendor that bid for the item",
    ])
}
