import Policy
import Quantities
import Tendering
import Testing

@testable import Intake

/// Reads a table through a mapping; the errors of both.
private func read(
  _ name: TableName, _ text: String, through mapping: String
) -> (table: BoundTable?, diagnostics: Diagnostics) {
  var diagnostics = Diagnostics()
  let parsed = MappingFile.mapping(
    from: Array(mapping.utf8), file: "m.yaml", diagnostics: &diagnostics)
  let csv = CSVReader.read(Array(text.utf8), file: "d.csv", diagnostics: &diagnostics)
  guard let parsed, let csv else { return (nil, diagnostics) }
  return (parsed.bind(csv, TableSchema.of(name), diagnostics: &diagnostics), diagnostics)
}

private func mappingErrors(_ mapping: String) -> [String] {
  read(.bids, "lot,who,price\n1,V,2\n", through: mapping).diagnostics.errorLines
}

/// The value of one column in the first row, made by a rule from a file of one field.
private func value(of rule: String, from field: String) -> String? {
  let mapping = "fee_tiers:\n  columns:\n    rate: x\n    lower_bound: \(rule)\n"
  let quoted = "\"" + field.replacing("\"", with: "\"\"") + "\""
  let (table, diagnostics) = read(.feeTiers, "x,y\n\(quoted),second\n", through: mapping)
  #expect(diagnostics.errorLines == [])
  let cell = table?.cell(.lowerBound, row: 0)
  return cell?.problem?.problem ?? cell?.text
}

private let changes: [(rule: String, field: String, expected: String)] = [
  ("x", " 5 ", "5"),
  ("{heading: X}", " 5 ", "5"),
  ("{constant: 0.10}", "5", "0.10"),
  ("{row_number: true}", "5", "1"),
  ("{join: [x, y]}", " a ", "a second"),
  ("{join: [x, {row_number: true}, {constant: z}], separator: ' #'}", "a", "a #1 #z"),
  ("{join: [x, y], separator: \"\"}", "a", "asecond"),
  ("{join: [x, y]}", " ", ""),
  ("{heading: x, strip: \"$,\"}", "$1,234.50 ", "1234.50"),
  ("{heading: x, strip: \"$,\", trim: false}", "$1,234.50 ", "1234.50 "),
  ("{heading: x, trim: false}", " a ", " a "),
  ("{heading: x, fold_case: true}", "Project MANAGER Ä", "project manager ä"),
  ("{heading: x, 'null': [N/A, '-']}", "N/A", ""),
  ("{heading: x, 'null': '-'}", "-", ""),
  ("{heading: x, 'null': [N/A]}", "n/a", "n/a"),
  ("{heading: x, fold_case: true, 'null': [n/a]}", "N/A", ""),
  ("{heading: x, map: {'4': disqualified, '1': ''}}", "4", "disqualified"),
  ("{heading: x, map: {'4': disqualified, '1': ''}}", "1", ""),
  ("{heading: x, map: {'4': disqualified}}", "5", "5"),
  ("{heading: x, map: {'4': disqualified}, otherwise: valid}", "5", "valid"),
  ("{heading: x, map: {'': none}}", "", "none"),
  ("{heading: x, 'null': [N/A], map: {'': none}}", "N/A", "none"),
  ("{heading: x, date_format: YYYYMMDD}", "20260331", "2026-03-31"),
  ("{heading: x, date_format: YYYYMMDD}", "", ""),
  ("{heading: x, date_format: YYYYMMDD}", "2026", "is not a date"),
  ("{heading: x, map: {4/24//2014: 4/24/14}, date_format: M/D/YY}", "4/24//2014", "2014-04-24"),
]

@Test(arguments: changes)
func changesAValueAsTheRuleSays(rule: String, field: String, expected: String) {
  #expect(value(of: rule, from: field) == expected)
}

private let auctions = """
  lot,who,price,result,day
  A,Ann,$1,4,20260301
  A,Bob,N/A,4,20260302
  B,Ann,30,1,20260303
  B,Ann,30,1,20260303
  ,Eve,9,1,20260304
  """
private let columns = """
    columns:
      item_id: lot
      vendor_id: who
      unit_price: {heading: price, strip: $, null: [N/A]}
      status: {heading: result, map: {"4": disqualified}, otherwise: valid}
      submitted_at: {heading: day, date_format: YYYYMMDD}
  """

@Test func readsAFileWithOtherHeadings() throws {
  let mapping =
    "bids:\n  distinct: true\n  where:\n    - {heading: lot, not_empty: true}\n" + columns
  var (table, diagnostics) = read(.bids, auctions, through: mapping)
  let bids = try #require(table).bids(KnownNames(), &diagnostics).rows
  #expect(diagnostics.errorLines == [])
  #expect(bids.map(\.vendorID.text) == ["Ann", "Bob", "Ann"])
  #expect(bids.map(\.unitPrice?.minorUnits) == [100, nil, 3_000])
  #expect(bids.map(\.status) == [.disqualified, .disqualified, .valid])
  #expect(bids.map(\.submittedAt) == ["2026-03-01", "2026-03-02", "2026-03-03"])
  #expect(bids.map(\.position.description) == ["d.csv:2", "d.csv:3", "d.csv:4"])
  #expect(
    diagnostics.warningLines == [
      "d.csv:6:1: 1 of 5 rows are left out of the table bids by the conditions of m.yaml,"
        + " the first one here, expected rows that meet every condition"
    ])
}

@Test func errorsKeepThePlaceInTheSource() throws {
  var (table, diagnostics) = read(.bids, auctions, through: "bids:\n" + columns)
  _ = try #require(table).bids(KnownNames(), &diagnostics)
  #expect(
    diagnostics.errorLines == [
      "d.csv:5:2: a bid of the vendor “Ann” for the item “B” stands on line 4 already,"
        + " expected one row for each",
      "d.csv:6:1: lot (item_id) is empty, expected a name of 1 to 200 characters",
    ])
}

private let conditions: [(condition: String, lots: [String])] = [
  ("{heading: lot, equals: A}", ["A", "A"]),
  ("{heading: lot, equals: ''}", [""]),
  ("{heading: LOT, not_equals: A}", ["B", "B", ""]),
  ("{heading: who, in: [Bob, Eve]}", ["A", ""]),
  ("{heading: who, not_in: [Ann, Eve]}", ["A"]),
  ("{heading: lot, not_empty: true}", ["A", "A", "B", "B"]),
  ("{heading: price, at_most_characters: 1}", [""]),
]

@Test(arguments: conditions) func readsTheRowsThatMeetACondition(condition: String, lots: [String])
{
  let (table, diagnostics) = read(
    .bids, auctions, through: "bids:\n  where:\n    - \(condition)\n" + columns)
  #expect(diagnostics.errorLines == [])
  #expect(table?.rows?.map { table?.cell(.itemID, row: $0)?.text } == lots)
}

@Test func tablesWithoutASectionHaveTheirOwnHeadings() {
  let (table, diagnostics) = read(
    .rebids, "item_id,vendor_id,unit_price\n1,V,2\n", through: "bids:\n" + columns)
  #expect(diagnostics.errorLines == [])
  #expect(table != nil)
}

@Test func aWrongConstantIsSaidOnceWhereItStands() throws {
  let mapping = "fee_tiers:\n  columns:\n    lower_bound: a\n    rate: {constant: high}\n"
  var (table, diagnostics) = read(.feeTiers, "a\n1\n2\n", through: mapping)
  #expect(try #require(table).feeTiers(&diagnostics) == nil)
  #expect(
    diagnostics.errorLines == [
      "m.yaml:4:11: rate “high” is not a number, expected a rate such as 0.011 or 1.1%"
    ])
}

private let needs = "expected a heading or a constant for each of: item_id, vendor_id, unit_price"
private let sound = "bids:\n  columns: {item_id: lot, vendor_id: who, unit_price: price"

/// Mappings with a mark where each error has to stand, and what has to be said there.
private let wrongMappings: [(mapping: String, errors: [String])] = [
  (
    "title: x\n▸bid:\n  columns: {}\nitems: ▸x\n",
    [
      "“bid” is not a key of a mapping file, expected one of its keys; the nearest is bids",
      "the mapping of items is not a mapping,"
        + " expected keys with values: file, distinct, where, columns",
    ]
  ),
  ("▸title: x\n", ["the mapping has no table, expected a section such as bids"]),
  ("▸- a\n", ["a mapping file is not a mapping, \(keysExpected)"]),
  (
    "bids:\n  ▸▸column: {}\n",
    [
      "“column” is not a key of the mapping of bids,"
        + " expected one of its keys; the nearest is columns",
      "the mapping of bids has no columns, expected the key columns with a value",
    ]
  ),
  (
    "bids:\n  columns:\n    ▸item_id: lot\n    ▸vendor: who\n    unit_price: price\n",
    [
      "the columns of bids have no vendor_id, \(needs)",
      "“vendor” is not a key of the columns of bids,"
        + " expected one of its keys; the nearest is vendor_id",
    ]
  ),
  (
    sound + ", status: ▸{▸headings: x}}\n",
    [
      "status has no source, expected one of heading, constant, row_number, join",
      "“headings” is not a key of status, expected one of its keys; the nearest is heading",
    ]
  ),
  (
    sound + ", status: ▸{heading: lot, constant: x}}\n",
    ["status has more than one source, expected one of heading, constant, row_number, join"]
  ),
  (
    sound + ", status: {row_number: ▸false}}\n",
    ["row_number is false, expected true, or no key row_number"]
  ),
  (
    sound + ", status: {join: ▸[lot]}}\n",
    ["the join of status is not a list, expected a list of two or more"]
  ),
  (
    sound + ", status: {heading: lot, ▸separator: x, trim: ▸maybe, ▸otherwise: y}}\n",
    [
      "separator stands without join, expected separator beside join",
      "trim is “maybe”, expected true or false",
      "otherwise stands without map, expected otherwise beside map",
    ]
  ),
  (
    sound + ", status: {heading: lot, date_format: ▸YYYYMM}}\n",
    [
      "date_format “YYYYMM” has not each of year, month and day once,"
        + " expected a pattern such as YYYYMMDD, M/D/YY or RRR/MM/DD"
    ]
  ),
  (
    sound + "}\n  where:\n    - ▸{heading: lot}\n    - ▸{heading: lot, in: [a], equals: b}\n",
    [
      "the condition has no test, \(testsExpected)",
      "the condition has more than one test, \(testsExpected)",
    ]
  ),
  (
    sound + "}\n  where:\n    - {heading: lot, not_empty: ▸false}\n    - ▸▸{▸equal: a}\n",
    [
      "not_empty is false, expected true, or equals: \"\" for empty fields",
      "a condition has no heading, expected the key heading with a value",
      "the condition has no test, \(testsExpected)",
      "“equal” is not a key of a condition, expected one of its keys; the nearest is equals",
    ]
  ),
  (
    "bids:\n  columns:\n    item_id: ▸lots\n    vendor_id: {join: [who, {heading: ▸prise}]}\n"
      + "    unit_price: price\n  where:\n    - {heading: ▸lotto, not_empty: true}\n",
    [
      "d.csv has no heading “lots”, \(headingExpected)“lot”",
      "d.csv has no heading “prise”, \(headingExpected)“price”",
      "d.csv has no heading “lotto”, \(headingExpected)“lot”",
    ]
  ),
  (
    "bids:\n  columns: {item_id: a}\n  distinct: true\n  ▸columns: {item_id: a}\n",
    ["the key “columns” stands on line 2 already, expected every key once"]
  ),
]

private let keysExpected =
  "expected keys with values: title, items, historical_awards, agency_prices, market_quotes,"
  + " demand, vendors, products, certificates, tests, security_items, restricted_brands, listings,"
  + " price_index, reserve_overrides, reserves, bids, rebids, reductions, orders, agencies, fee_tiers,"
  + " collections, contracts"
private let testsExpected =
  "expected one of equals, not_equals, in, not_in, not_empty, at_most_characters"
private let headingExpected = "expected one of its headings; the nearest is "

@Test(arguments: wrongMappings) func reportsWhatIsWrongInAMapping(mapping: String, errors: [String])
{
  let (text, places) = marked(mapping)
  #expect(mappingErrors(text) == zip(places, errors).map { "m.yaml:\($0): \($1)" })
  #expect(places.count == errors.count)
}

@Test(arguments: ["tsuchiura", "tsuchiura-by-row", "gsa-schedule-70"])
func theShippedMappingsAreSound(name: String) throws {
  var diagnostics = Diagnostics()
  let path = projectFolder + "datasets/mappings/\(name).yaml"
  let mapping = MappingFile.mapping(
    from: try inputBytes(at: path), file: path, diagnostics: &diagnostics)
  #expect(diagnostics.errorLines == [])
  #expect(mapping?.sections.isEmpty == false)
}

/// Whatever the bytes of a mapping, reading ends, with a mapping or with errors.
@Test func brokenMappingsAreReportedAndNeverTrap() throws {
  var random = LinearCongruentialGenerator(state: 11)
  let bytes = try inputBytes(at: projectFolder + "datasets/mappings/gsa-schedule-70.yaml")
  for _ in 0..<200 {
    var diagnostics = Diagnostics()
    let mapping = MappingFile.mapping(
      from: mutated(bytes, &random), file: "m.yaml", diagnostics: &diagnostics)
    #expect((mapping == nil) == diagnostics.hasErrors)
    #expect(diagnostics.errors.allSatisfy { $0.line >= 1 && $0.column >= 1 })
  }
}
