import Foundation
import Testing

/// The worked example on the page of each screening rule, run as a user runs it.
///
/// A page holds the tables, the command and the results that it is to give: who passes, who fails, whose
/// evidence is missing, with the row behind each.
@Suite struct ScreeningPageTests {
  static let pages = [
    "ScreeningDemand", "ScreeningSubmission", "ScreeningCapability", "ScreeningVendorOrigin",
    "ScreeningDataLocation", "ScreeningRestrictedBrands", "ScreeningCertificates",
    "ScreeningBidderCertificates", "ScreeningScans", "ScreeningTests", "ScreeningSecurityItems",
  ]

  private static func example(_ page: String) throws -> PageExample {
    try PageExample("Screening/\(page)", results: "| name |")
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
        [[String: String?]].self, from: Data(outcome.output.utf8))
      let found = rows.map { row in
        ["id", "result", "record", "reason"].map { (row[$0] ?? nil) ?? "" }
      }
      #expect(found == command.results)
      for row in rows {
        #expect((row["citation"] ?? nil)?.contains("slide") == true)
        #expect((row["basis"] ?? nil)?.isEmpty == false)
      }
    }
  }

  /// Every page shows someone who passes, someone who is refused and someone without evidence.
  @Test(arguments: pages) func theExampleHasEveryKindOfResult(page: String) throws {
    let results = try Self.example(page).commands.flatMap(\.results).map { $0[1] }
    for kind in ["admitted", "refused", "missing-evidence"] { #expect(results.contains(kind)) }
  }

  @Test func everyRuleHasAPage() throws {
    let outcome = try Program.run(
      ["screen", Program.shippedCase, "--format", "json", "--quiet"])
    let rows = try JSONDecoder().decode([[String: String?]].self, from: Data(outcome.output.utf8))
    let rules = Set(rows.compactMap { $0["rule"] ?? nil })
    let overview = try Self.example("Screening").text
    for rule in rules { #expect(overview.contains(rule.split(separator: ".")[0]), "\(rule)") }
    for page in Self.pages { #expect(overview.contains("<doc:\(page)>")) }
  }
}
