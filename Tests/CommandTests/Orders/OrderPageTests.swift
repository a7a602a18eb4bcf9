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

  private static func write(_ files: [String: String], to folder: TemporaryFolder) throws {
    try folder.write(
      "case.yaml",
      """
      case_no: "1150202"
      title: an example
      currency: TWD
      pricing_date: 2026-01-20
      contract_start: 2026-04-01
      contract_end: 2027-03-31

      """)
    try folder.write("items.csv", "item_id,category,name\nVM-01,iaas,Virtual machine\n")
    for (name, text) in files { try folder.write(name, text) }
  }

  @Test(arguments: pages) func theExampleGivesWhatThePageSays(page: String) throws {
    let example = try Self.example(page)
    let folder = try TemporaryFolder()
    try Self.write(example.files, to: folder)
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
    try Self.write(try Self.example(page).files, to: folder)
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
    let overview = try PageExample("Orders/Orders", results: "| order |").text
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
