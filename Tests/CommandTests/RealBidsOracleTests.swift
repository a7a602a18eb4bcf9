import Foundation
import Testing

private let realData = ProcessInfo.processInfo.environment["AWARDSIM_REAL_DATA"]

/// Every reading of the award on real bids, against counting that is written from the rules alone.
@Suite(
  .enabled(
    if: realData != nil, "SKIPPED: AWARDSIM_REAL_DATA names no folder with the real data"))
struct RealBidsOracleTests {
  private static let readings = ["half-up", "floor", "ceiling"].flatMap { rounding in
    ["rebid-then-lot", "include-all", "exclude-all"].flatMap { tie in
      ["valid", "submitted"].map { (rounding, tie, $0) }
    }
  }

  /// A bid as the file has it; prices are whole yen.
  private struct Bid {
    let price: Int?
    let reserve: Int
    let isSetAside: Bool

    var isValid: Bool {
      guard let price, !isSetAside else { return false }
      return price <= reserve
    }
  }

  @Test(arguments: readings)
  func equalsCounting(rounding: String, tie: String, base: String) throws {
    let file = "\(realData ?? "")/tsuchiura/tsuchiura_data.csv"
    let map = Program.packageFolder.appending(path: "datasets/mappings/tsuchiura-by-row.yaml").path
    let outcome = try Program.run(
      ["award", "--bids", file, "--reserves", file, "--map", map, "--format", "json", "--quiet"]
        + ["rounding=\(rounding)", "tie=\(tie)", "base=\(base)"].flatMap {
          ["--set", "award.\($0)"]
        })
    #expect(outcome.status == 0, "\(outcome.errors.prefix(500))")
    let found = try JSONDecoder().decode([Row].self, from: Data(outcome.output.utf8)).map(\.outcome)

    let bids = try Self.allBids.get()
    var expected = [String](repeating: "", count: bids.count)
    for lot in Dictionary(grouping: bids.indices, by: { bids[$0].lot }).values {
      for index in lot {
        expected[index] = Self.expected(
          index, lot.map { ($0, bids[$0].bid) }, (rounding, tie, base))
      }
    }
    #expect(found == expected)
  }

  private struct Row: Decodable {
    let outcome: String
  }

  /// What one bid comes to, by comparing it with every other bid of its lot.
  private static func expected(
    _ index: Int, _ lot: [(index: Int, bid: Bid)], _ reading: (String, String, String)
  ) -> String {
    guard let own = lot.first(where: { $0.index == index })?.bid else { return "missing" }
    if own.isSetAside { return "disqualified" }
    guard own.isValid, let price = own.price else { return "above-reserve" }
    let valid = lot.compactMap { $0.bid.isValid ? $0.bid.price : nil }
    let base = reading.2 == "valid" ? valid.count : lot.count
    let share =
      switch reading.0 {
      case "floor": 9 * base / 10
      case "ceiling": (9 * base + 9) / 10
      default: (18 * base + 10) / 20
      }
    let winners = min(max(share, 1), valid.count)
    let lower = valid.count { $0 < price }
    let equal = valid.count { $0 == price }
    if lower >= winners { return "not-awarded" }
    if lower + equal <= winners { return "awarded" }
    switch reading.1 {
    case "include-all": return "awarded"
    case "exclude-all": return "not-awarded"
    default: return "pending-tie"
    }
  }

  // MARK: Reading the file without the reader under test

  /// Read once for all readings.
  private static let allBids = Result {
    try bids(in: "\(realData ?? "")/tsuchiura/tsuchiura_data.csv")
  }

  private static func bids(in file: String) throws -> [(lot: String, bid: Bid)] {
    let rows = try records(String(contentsOfFile: file, encoding: .utf8))
    let heading = try #require(rows.first)
    let place = { (name: String) in try #require(heading.firstIndex(of: name)) }
    let (lot, bid) = (try place("pid"), try place("bid"))
    let (reserve, result) = (try place("reserveprice"), try place("bidresult"))
    return try rows.dropFirst().map { row in
      (
        row[lot],
        Bid(
          price: Int(row[bid]), reserve: try #require(Int(row[reserve])),
          isSetAside: row[result] == "4")
      )
    }
  }

  /// Records of comma-separated values, character by character.
  private static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        record.append(field)
        field = ""
      case "\n" where !isQuoted, "\r\n" where !isQuoted:
        records.append(record + [field])
        (record, field) = ([], "")
      default: field.append(character)
      }
    }
    if !record.isEmpty { records.append(record + [field]) }
    return records
  }
}
