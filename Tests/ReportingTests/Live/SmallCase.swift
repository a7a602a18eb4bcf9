import Foundation
import Intake
import Pipeline
import Policy
import Reporting
import TestSupport

/// A case of a few items and orders as tables of text, each row of which a test may change.
struct SmallCase {
  /// The tables by their files; the first row of each has the headings.
  var tables: [String: [[String]]] = [:]
  /// Parameters set for the run.
  var policy: [PolicyKey: String] = [:]

  /// Changes one field of a row, counted from 1 below the headings.
  mutating func set(_ file: String, row: Int, _ column: String, to text: String) {
    guard let index = tables[file]?[0].firstIndex(of: column) else { return }
    tables[file]?[row][index] = text
  }

  /// Takes the case through the pipeline, read from files as any other case.
  func run() throws -> CaseRun {
    let folder = try ScratchFolder()
    let header = """
      case_no: "1150202"
      title: small
      currency: TWD
      pricing_date: 2026-01-20
      contract_start: 2026-04-01
      contract_end: 2027-03-31
      """
    try Data(header.utf8).write(to: URL(filePath: folder.file("case.yaml")))
    for (name, rows) in tables {
      let text = rows.map { $0.joined(separator: ",") }.joined(separator: "\n")
      try Data(text.utf8).write(to: URL(filePath: folder.file(name)))
    }
    let read = try CaseFolder.read(folder.path)
    var values: [PolicyKey: PolicyValue] = [:]
    for (key, text) in policy { values[key] = try PolicyValue(text: text, kind: key.kind) }
    let view = PolicyView(
      read.policy, on: read.contents.header.pricingDate, overrides: values)
    return try CaseRun(read.contents, policy: view, bootstrap: nil)
  }
}

extension SmallCase {
  /// Items whose bids meet every way through the award: each is a line of prices, `x` before one that
  /// is disqualified, and `>` between a price and its re-bid.
  static let awardItems: [(item: String, reserve: String, bids: String)] = [
    ("ten", "100", "50 55 60 65 70 75 80 85 90 95"),
    ("tie", "100", "10 20 30 40 50 60 70 80 90 90"),
    ("rebid", "100", "10 20 30 40 50 60 70 80 90>88 90>85"),
    ("still-tied", "100", "10 20 30 40 50 60 70 80 90>85 90>85 90"),
    ("three-seats", "100", "10 20 30 40 50 50>45 50>40 50>45 50>45"),
    ("all-equal", "100", "60 60 60 60 60 60"),
    ("two-equal", "100", "60 60"),
    ("above", "100", "101 100.01 x90"),
    ("nobody", "100", ""),
    ("unpriced", "", "50 60 x70"),
    ("one", "100", "100"),
    ("mixed", "100", "x10 120 40 30 50 x130"),
    ("cents", "34", "33.33 33.34 33.33 33.99 0.07 0.06"),
    ("fifteen", "2000", "8 7 6 5 4 3 2 1 15 14 13 12 11 10 9"),
    ("low-tie", "100", "50 50 50 90 95"),
  ]

  /// Orders whose fees meet every tier, status, contract and payment.
  private static let orders: [String] = [
    "O1,ten,V1,A1,2026-04-05,1,499.99,active,,,", "O2,ten,V2,A1,2026-04-20,1,500,active,,,",
    "O3,tie,V3,A2,2026-05-05,10,50,active,,,", "O4,one,V1,A1,2026-05-06,500,1.01,active,,,",
    "O5,one,V1,A3,2026-07-30,600,99.99,cancelled,,2026-08-02,2026-08-20",
    "O6,cents,V4,A1,2026-07-31,30000,33.33,active,,,",
    "O7,cents,V5,A4,2026-12-31,25000,0.07,return-pending,,2027-01-02,",
    "O8,mixed,V3,A1,2027-01-01,20000,40,active,,,",
    "O9,mixed,V4,A1,2025-06-01,3,40,active,1140202,,",
    "O10,ten,V5,A2,2025-07-01,40,50,cancelled,1140202,2026-04-15,2026-05-01",
    "O11,ten,V6,A2,2025-08-09,499,55,active,1140202,,", "O12,tie,V1,A1,2026-09-09,2,45,active,,,",
  ]

  /// The case with all of them.
  static var full: SmallCase {
    var items = [["item_id", "category", "name"]]
    var quotes = [["evidence_id", "item_id", "channel", "quote_date", "unit_price"]]
    var bids = [["item_id", "vendor_id", "unit_price", "status"]]
    var rebids = [["item_id", "vendor_id", "unit_price"]]
    let categories = ["iaas", "paas", "saas-package", "saas-productivity"]
    for (index, row) in awardItems.enumerated() {
      items.append([row.item, categories[index % 4], row.item])
      if !row.reserve.isEmpty {
        quotes.append(["M\(index)", row.item, "web", "2026-01-02", row.reserve])
      }
      for (number, bid) in row.bids.split(separator: " ").enumerated() {
        let prices = bid.drop { $0 == "x" }.split(separator: ">").map(String.init)
        let vendor = "V\(number + 1)"
        bids.append([row.item, vendor, prices[0], bid.first == "x" ? "disqualified" : "valid"])
        if prices.count > 1 { rebids.append([row.item, vendor, prices[1]]) }
      }
    }
    var small = SmallCase()
    small.tables = [
      "items.csv": items, "market_quotes.csv": quotes, "bids.csv": bids, "rebids.csv": rebids,
      "orders.csv": [
        [
          "order_id", "item_id", "vendor_id", "agency_id", "ordered_on", "quantity", "unit_price",
          "status", "case_no", "returned_on", "ruled_on",
        ]
      ]
        + orders.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) },
      "fee_tiers.csv": [
        ["lower_bound", "rate"], ["0", "1.1%"], ["500", "1%"], ["20000", "0.85%"],
      ],
      "collections.csv": [
        ["order_id", "collected_on", "amount"], ["O1", "2027-04-02", "5"],
        ["O3", "2027-03-30", "2"], ["O3", "2027-05-01", "3.5"], ["O10", "2026-04-02", "20"],
        ["O11", "2026-04-01", "999"],
      ],
      "contracts.csv": [
        ["case_no", "contract_start", "contract_end"], ["1140202", "2025-04-01", "2026-03-31"],
      ],
    ]
    return small
  }
}
