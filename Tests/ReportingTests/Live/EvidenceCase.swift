/// A case whose items meet every way from evidence to a reserve price.
enum EvidenceCase {
  /// An item's rows: `class price date` and then `key=value` for what else a row states.
  private static let rows: [(item: String, rows: [String])] = [
    (
      "plain",
      [
        "h 100 2025-03-01", "h 104.5 2025-06-01", "h 99 2024-11-11", "a 110 2025-10-01",
        "a 108 2025-09-01", "m 112 2025-12-01", "m 98.25 2026-01-05",
      ]
    ),
    (
      "outlier",
      [
        "h 100 2025-03-01", "h 101 2025-03-02", "h 99 2025-03-03", "h 100.5 2025-03-04",
        "h 1000 2025-03-05", "m 140 2025-12-01",
      ]
    ),
    (
      "no-deviation",
      [
        "a 50 2025-10-01", "a 50 2025-10-02", "a 50 2025-10-03", "a 50 2025-10-04",
        "a 90 2025-10-05",
      ]
    ),
    (
      "equal",
      ["m 70 2025-12-01", "m 70 2025-12-02", "m 70 2025-12-03", "m 70 2025-12-04"]
    ),
    (
      "repeats",
      [
        "a 30 2025-12-01 source=one", "m 30 2025-12-01 source=one", "m 31 2025-12-01 source=two",
        "m 31 2025-12-01 source=two", "m 31 2025-12-01 source=Two", "m 31 2025-12-02",
        "m 31 2025-12-02",
      ]
    ),
    ("stale", ["h 10 2020-01-01", "a 11 2024-01-01", "m 12 2025-01-01"]),
    ("own-case", ["h 40 2025-03-01 case_no=1150202", "a 41 2025-10-01 order_id=O9"]),
    (
      "terms",
      [
        "h 1200 2025-03-01 term_months=12", "h 100 2025-04-01", "a 90 2025-10-01 tax_included=no",
        "a 50 2025-10-01 unit=seat", "a 95 2025-10-02 unit=user",
        "m 99 2025-12-01 quantity_tier=1-9",
        "m 97 2025-12-02 quantity_tier=10-99", "m 96 2025-12-02 term_months=5",
      ]
    ),
    ("late", ["h 55 2025-03-01", "m 20 2026-02-01"]),
    ("small", ["m 0.5 2025-12-01"]),
    ("none", []),
  ]

  /// The case with all of them, and an index that lacks a month.
  static var full: SmallCase {
    let common = ["source", "tax_included", "fee_included", "unit", "term_months", "quantity_tier"]
    let heads: [(letter: String, file: String, columns: [String])] = [
      ("h", "historical_awards.csv", ["case_no", "vendor_id", "award_date"]),
      ("a", "agency_prices.csv", ["order_id", "agency_id", "award_date"]),
      ("m", "market_quotes.csv", ["channel", "quote_date"]),
    ]
    var small = SmallCase()
    small.tables["items.csv"] = [
      ["item_id", "category", "name", "unit", "term_months", "quantity_tier"]
    ]
    small.tables["bids.csv"] = [["item_id", "vendor_id", "unit_price"]]
    for head in heads {
      small.tables[head.file] = [["evidence_id", "item_id", "unit_price"] + head.columns + common]
    }
    for entry in rows {
      let isOfTerm = entry.item == "terms"
      small.tables["items.csv"]?.append(
        [entry.item, "paas", entry.item] + (isOfTerm ? ["user", "1", "10-99"] : ["", "", ""]))
      small.tables["bids.csv"]?.append([entry.item, "V1", "20"])
      for (number, text) in entry.rows.enumerated() {
        let words = text.split(separator: " ").map(String.init)
        guard let head = heads.first(where: { $0.letter == words[0] }) else { continue }
        var fields = [
          "evidence_id": "\(entry.item)-\(number)", "item_id": entry.item, "unit_price": words[1],
          "award_date": words[2], "quote_date": words[2], "case_no": "1140202", "vendor_id": "V1",
          "agency_id": "A1", "channel": "web",
        ]
        for word in words.dropFirst(3) {
          let pair = word.split(separator: "=").map(String.init)
          fields[pair[0]] = pair[1]
        }
        let columns = small.tables[head.file]?[0] ?? []
        small.tables[head.file]?.append(columns.map { fields[$0] ?? "" })
      }
    }
    small.tables["price_index.csv"] = index
    small.tables["reserve_overrides.csv"] = [
      ["item_id", "reserve_price", "reason", "decided_by", "decided_on"],
      ["late", "60", "reason", "committee", "2026-01-21"],
    ]
    return small
  }

  /// A thousandth a month, without April 2025.
  private static var index: [[String]] {
    var rows = [["month", "index"]]
    for month in 0..<40 where month != 27 {
      let number = month % 12 + 1
      rows.append(["\(2023 + month / 12)-\(number < 10 ? "0" : "")\(number)", "\(100 + month)"])
    }
    return rows
  }
}
