import Foundation
import Testing

/// The worked example on the page of each rule of orders, run as a user runs it.
@Suite struct OrderPageTests {
  static let pages = [
    "OrdersAgency", "OrdersApproval", "OrdersContractPeriod", "OrdersReserve", "OrdersAward",
    "OrdersDataLocation", "OrdersCancellation",
  ]

  private static func example(_ page: String) throws -> PageExample {
    try PageExample("Orders/\(page)", results: "| order |")
  }

  @Test(arguments: pages) func theExampleGivesWhatThePageSays(page: String) throws {
    let example = try Self.example(page)
    let folder = try TemporaryFolder()
    try folder.write(example)
    #expect(!example.commands.isEmpty)
    for command in example.commands {
      let outcome = try Program.run(
        command.arguments + ["--format", "json", "--quiet"], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let rows = try JSONDecoder().decode(
        [[String: Value]].self, from: Data(outcome.output.utf8))
      let found = rows.map { row in
        ["order_id", "result", "record", "reason"].map { row[$0]?.text ?? "" }
      }
      #expect(found == command.results)
      for row in rows {
        #expect(row["citation"]?.text.isEmpty == false)
        #expect(["seed", "law"].contains(row["basis"]?.text))
      }
    }
  }

  /// Every page shows an order that meets the rule, one that is flagged and one without evidence.
  @Test(arguments: pages) func theExampleHasEveryKindOfResult(page: String) throws {
    let results = try Self.example(page).commands.flatMap(\.results).map { $0[1] }
    for kind in ["met", "flagged", "missing-evidence"] { #expect(results.contains(kind)) }
  }

  /// The fee of a flagged order is that of an order nobody flags.
  @Test(arguments: pages) func theFeeAccruesAllTheSame(page: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(try Self.example(page))
    try folder.write("fee_tiers.csv", "lower_bound,rate\n0,1%\n")
    let outcome = try Program.run(["fees", ".", "--format", "csv", "--quiet"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.rows.first?.last == "flags")
    var hasFlag = false
    for row in outcome.rows.dropFirst() where row[4] == "active" {
      let amount = try #require(Int(row[1]))
      #expect(row[3] == String((amount + 50) / 100))
      hasFlag = hasFlag || !row[7].isEmpty
    }
    #expect(hasFlag || page == "OrdersCancellation")
  }

  @Test func everyRuleHasAPage() throws {
    let overview = try Self.example("Orders").text
    let outcome = try Program.run(
      ["orders", Program.shippedCase, "--format", "json", "--quiet"])
    let rows = try JSONDecoder().decode([[String: Value]].self, from: Data(outcome.output.utf8))
    let rules = Set(rows.compactMap { $0["rule"]?.text })
    #expect(rules.count == Self.pages.count)
    for rule in rules { #expect(overview.contains("| `\(rule)` |"), "\(rule)") }
    for page in Self.pages { #expect(overview.contains("<doc:\(page)>")) }
  }
}

/// A value of JSON as text, be it a text or a number.
struct Value: Decodable {
  let text: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      text = ""
    } else if let string = try? container.decode(String.self) {
      text = string
    } else {
      text = String(try container.decode(Double.self))
    }
  }
}
