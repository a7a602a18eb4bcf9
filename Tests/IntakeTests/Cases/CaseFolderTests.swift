import CallOff
import Pipeline
import Policy
import Pricing
import Quantities
import Tendering
import Testing

@testable import Intake

private let header = """
  case_no: "1150202"
  title: 雲端服務 115 年第二次
  currency: TWD
  pricing_date: 115/01/31
  contract_start: 2026-04-01
  contract_end: 2027-03-31

  """

/// A case with a row or two in every table.
private let whole: [String: String] = [
  "case.yaml": header + "synthetic: every row\nlanguage: zh-Hant\n",
  "items.csv": "item_id,category,name\nI1,iaas,A\nI2,paas,B\n",
  "historical_awards.csv":
    "evidence_id,item_id,case_no,vendor_id,award_date,unit_price\nE1,I1,1130202,V1,2024-04-01,90\n",
  "agency_prices.csv":
    "evidence_id,item_id,agency_id,award_date,unit_price\nE2,I1,A1,2025-06-01,95\n",
  "market_quotes.csv":
    "evidence_id,item_id,channel,quote_date,unit_price\nE3,I2,web,2025-12-01,99\n",
  "price_index.csv": "month,index\n2025-12,100\n",
  "reserve_overrides.csv":
    "item_id,reserve_price,reason,decided_by,decided_on\nI2,80,r,committee,2026-01-20\n",
  "bids.csv": "item_id,vendor_id,unit_price\nI1,V1,85\nI1,V2,85\nI2,V1,70\n",
  "rebids.csv": "item_id,vendor_id,unit_price\nI1,V2,84\n",
  "reductions.csv": "item_id,vendor_id,round,unit_price\nI2,V1,0,69\n",
  "orders.csv":
    "order_id,item_id,vendor_id,agency_id,ordered_on,quantity,unit_price\n"
    + "O1,I1,V1,A1,2026-05-01,3,85\n",
  "fee_tiers.csv": "lower_bound,rate\n0,1.1%\n1000000,1%\n",
  "collections.csv": "order_id,collected_on,amount\nO1,2027-04-20,3\n",
  "contracts.csv": "case_no,contract_start,contract_end\n1140206,2025-10-01,2026-09-30\n",
  "vendors.csv": "vendor_id\nV1\nV2\n",
  "bid.csv": "anything\n",
]

/// The error lines of a case made of these files.
private func caseErrors(
  _ files: [String: String], options: ReadOptions = ReadOptions()
) throws -> [String] {
  let folder = try TemporaryFolder(files)
  let error = #expect(throws: IntakeError.self) {
    try CaseFolder.read(folder.path, options: options)
  }
  #expect(error?.exitStatus == 65)
  return error?.lines ?? []
}

@Test func readsAWholeCase() throws {
  let folder = try TemporaryFolder(whole)
  let read = try CaseFolder.read(folder.path)
  let contents = read.contents
  #expect(contents.header.caseNumber == "1150202")
  #expect(contents.header.title == "雲端服務 115 年第二次")
  #expect(contents.header.pricingDate == Day(year: 2026, month: 1, day: 31))
  #expect(contents.header.contract.end == Day(year: 2027, month: 3, day: 31))
  #expect(contents.header.contract.caseNumber == "1150202")
  #expect(contents.header.synthetic == "every row")
  #expect(contents.header.language == .traditionalChinese)
  #expect(contents.items?.count == 2)
  #expect(contents.evidence?.map(\.id.text) == ["E1", "E2", "E3"])
  #expect(contents.priceIndex?.values.count == 1)
  #expect(contents.reserveOverrides.map(\.decidedBy) == ["committee"])
  #expect(contents.bids?.count == 3)
  #expect(contents.rebids.count == 1)
  #expect(contents.reductions.map(\.round) == [0])
  #expect(contents.orders?.map(\.id.text) == ["O1"])
  #expect(contents.feeTiers?.tiers.count == 2)
  #expect(contents.collections?.count == 1)
  #expect(contents.otherContracts.map(\.caseNumber) == ["1140206"])
  #expect(read.policy.file == PolicyFile.shippedName)
  #expect(
    contents.inputFiles.map(\.name) == [
      "case.yaml", "items.csv", "vendors.csv", "historical_awards.csv", "agency_prices.csv",
      "market_quotes.csv",
      "price_index.csv", "reserve_overrides.csv", "bids.csv", "rebids.csv", "reductions.csv",
      "orders.csv", "fee_tiers.csv", "collections.csv", "contracts.csv",
    ])
  #expect(contents.inputFiles.map(\.rowCount) == [nil, 2, 2, 1, 1, 1, 1, 1, 3, 1, 1, 1, 2, 1, 1])
  let items = try #require(whole["items.csv"])
  #expect(contents.inputFiles[1].sha256 == sha256(Array(items.utf8)))
  #expect(
    read.diagnostics.warningLines == [
      "bid.csv:1:1: not read, as a case has no such table,"
        + " expected one of its tables; the nearest is bids.csv"
    ])
}

@Test func aTableThatIsNotThereIsNoEmptyTable() throws {
  let folder = try TemporaryFolder(["case.yaml": header])
  let contents = try CaseFolder.read(folder.path).contents
  #expect(contents.items == nil)
  #expect(contents.evidence == nil)
  #expect(contents.bids == nil)
  #expect(contents.orders == nil)
  #expect(contents.feeTiers == nil)
  #expect(contents.collections == nil)
  try folder.write("bids.csv", Array("item_id,vendor_id,unit_price\n".utf8))
  #expect(try CaseFolder.read(folder.path).contents.bids == [])
}

@Test func looksAtTheTablesAskedForOnly() throws {
  var files = whole
  files["orders.csv"] = "broken"
  let folder = try TemporaryFolder(files)
  let contents = try CaseFolder.read(folder.path, tables: TableName.forReserve).contents
  #expect(contents.evidence?.count == 3)
  #expect(contents.bids == nil)
  #expect(contents.orders == nil)
}

@Test func missingIsNotInvalid() throws {
  let folder = try TemporaryFolder([:])
  for path in [folder.path + "/none", folder.path] {
    let error = #expect(throws: IntakeError.self) { try CaseFolder.read(path) }
    #expect(error?.exitStatus == 66)
  }
  try folder.write("case.yaml", Array((header + "policy: none.yaml\n").utf8))
  let error = #expect(throws: IntakeError.self) { try CaseFolder.read(folder.path) }
  #expect(error?.exitStatus == 66)
  #expect(error?.lines.first?.contains("none.yaml") == true)
}

@Test func reportsTheErrorsOfAllFilesInOneRun() throws {
  var files = whole
  files["case.yaml"] = header.replacing("TWD", with: "NT$")
  files["items.csv"] = "item_id,category,name\nI1,iaas,A\nI2,xaas,B\n"
  files["agency_prices.csv"] =
    "evidence_id,item_id,agency_id,award_date,unit_price\nE1,I3,A1,2025-06-01,95\n"
  files["bids.csv"] = "item_id,vendor_id,unit_price\nI1,V1,85\nI2,V1,70\nI1,V1,0\nI9,V2,7\n"
  files["rebids.csv"] = "item_id,vendor_id,unit_price\nI1,V7,84\n"
  files["collections.csv"] = "order_id,collected_on,amount\nO2,2027-04-20,3\n"
  let line = "stands on"
  let lines = try caseErrors(files)
  #expect(
    lines == [
      "case.yaml:3:11: currency “NT$” is not a currency code,"
        + " expected three capital letters (ISO 4217) such as TWD",
      "items.csv:3:2: category “xaas” is not one of the values, expected iaas (基礎設施服務),"
        + " paas (平台服務), saas-package (套裝軟體服務), saas-productivity (辦公生產力工具)",
      "agency_prices.csv:2:1: the evidence “E1” \(line) historical_awards.csv:2 already,"
        + " expected one row for each",
      "agency_prices.csv:2:2: item_id “I3” is in no row of the table items,"
        + " expected an item that the table items lists",
      "bids.csv:4:2: a bid of the vendor “V1” for the item “I1” \(line) line 2 already,"
        + " expected one row for each",
      "bids.csv:4:3: unit_price “0” is not above 0, expected a price above 0 such as 1234.50",
      "bids.csv:5:1: item_id “I9” is in no row of the table items,"
        + " expected an item that the table items lists",
      "rebids.csv:2:2: there is no bid of the vendor “V7” for the item “I1”,"
        + " expected a vendor that bid for the item",
      "collections.csv:2:1: order_id “O2” is in no row of the table orders,"
        + " expected an order that the table orders lists",
    ])
}

/// A row that could not be split into fields may hold any item: nothing is said of others then.
@Test func rowsThatWereLostAreNotCalledMissing() throws {
  var files = whole
  files["items.csv"] = "item_id,category,name\nI1,iaas,A\nI2,paas\n"
  #expect(
    try caseErrors(files) == [
      "items.csv:3:3: the row has 2 fields, expected 3, as many as there are headings"
    ])
}

/// Headers with a mark where each error has to stand, and what has to be said there.
private let wrongHeaders: [(text: String, errors: [String])] = [
  (
    header.replacing("title:", with: "▸titel:").replacing("case_no", with: "▸case_no"),
    [
      "case.yaml has no title, expected the key title with a value",
      "“titel” is not a key of case.yaml, expected one of its keys; the nearest is title",
    ]
  ),
  (
    header.replacing("2027-03-31", with: "▸2026-04-01"),
    [
      "contract_end 2026-04-01 is not after contract_start 2026-04-01,"
        + " expected a day after the contract's start"
    ]
  ),
  (
    header.replacing("115/01/31", with: "▸1989-12-31"),
    [
      "pricing_date “1989-12-31” is before 1990-01-01,"
        + " expected a date such as 2026-03-31 or 115/03/31, not before 1990-01-01"
    ]
  ),
  (
    header + "language: ▸zh\npolicy: ▸[a]\nsynthetic:▸\n",
    [
      "language “zh” is not one of the values, expected en, zh-Hant",
      "policy is not a single value, expected a single value",
      "synthetic is empty, expected a value",
    ]
  ),
  (
    header + "▸title: again\n",
    ["the key “title” stands on line 2 already, expected every key once"]
  ),
]

@Test(arguments: wrongHeaders) func reportsWhatIsWrongInTheHeader(text: String, errors: [String])
  throws
{
  let (yaml, places) = marked(text)
  let lines = try caseErrors(["case.yaml": yaml])
  #expect(lines == zip(places, errors).map { "case.yaml:\($0): \($1)" })
  #expect(places.count == errors.count)
}

@Test func aCaseNamesItsPolicyAndAnOptionWins() throws {
  let policy = "title: Own\nparameters: {}\n"
  let folder = try TemporaryFolder([
    "case.yaml": header + "policy: own.yaml\n", "own.yaml": policy,
    "other.yaml": policy.replacing("Own", with: "Other"),
  ])
  let own = try CaseFolder.read(folder.path)
  #expect(own.policy.title == "Own")
  #expect(own.policy.file == "own.yaml")
  #expect(own.contents.inputFiles.map(\.name) == ["case.yaml", "own.yaml"])
  let path = folder.path + "/other.yaml"
  #expect(try CaseFolder.read(folder.path, policyPath: path).policy.title == "Other")
  try folder.write("own.yaml", Array("title: Own\n".utf8))
  #expect(
    try caseErrors([
      "case.yaml": header + "policy: own.yaml\n", "own.yaml": "title: Own\nparameters: {x: 1}\n",
    ]) == [
      "own.yaml:2:14: “x” is not a key of the policy's parameters, expected one of its keys;"
        + " the nearest is fee.cap"
    ])
}

@Test func aMappingNamesTheFileOfATable() throws {
  let mapping = "bids:\n  file: lots.csv\n  columns: {item_id: a, vendor_id: b, unit_price: c}\n"
  let folder = try TemporaryFolder([
    "case.yaml": header, "lots.csv": "a,b,c\nI1,V1,5\n", "map.yaml": mapping,
  ])
  let options = ReadOptions(mappingPath: folder.path + "/map.yaml")
  let read = try CaseFolder.read(folder.path, options: options)
  #expect(read.contents.bids?.map(\.position.description) == ["lots.csv:2"])
  #expect(read.diagnostics.warningLines == [])
  try folder.write("map.yaml", Array(mapping.replacing("lots", with: "none").utf8))
  let error = #expect(throws: IntakeError.self) {
    try CaseFolder.read(folder.path, options: options)
  }
  #expect(error?.exitStatus == 66)
}

@Test func warnsOfACaseThatTheFrameworkDoesNotKnow() throws {
  let foreign = header.replacing("1150202", with: "115020").replacing("TWD", with: "USD")
  let folder = try TemporaryFolder(["case.yaml": foreign])
  let read = try CaseFolder.read(folder.path)
  #expect(
    read.diagnostics.warningLines == [
      "case.yaml:1:10: case_no “115020” is no case number of the framework,"
        + " expected the ROC year, 02 and a sequence of two digits, such as 1150202",
      "case.yaml:3:11: currency is USD: amounts are in it, but the rules and texts speak of NT$,"
        + " expected TWD",
    ])
  #expect(read.contents.header.currency == "USD")
}
