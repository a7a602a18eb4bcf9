import Foundation
import Testing

/// The worked example on the page of each screening rule, run as a user runs it.
///
/// A page holds the tables, the command and the results that it is to give: who passes, who fails, whose
/// evidence is missing, with the row behind each.
@Suite struct ScreeningPageTests {
  /// A command of a page with the results below it.
  struct Example {
    let arguments: [String]
    var results: [[String]] = []
  }

  static let pages = [
    "ScreeningDemand", "ScreeningSubmission", "ScreeningCapability", "ScreeningVendorOrigin",
    "ScreeningDataLocation", "ScreeningRestrictedBrands", "ScreeningCertificates",
    "ScreeningBidderCertificates", "ScreeningScans", "ScreeningTests", "ScreeningSecurityItems",
  ]

  private static let folder = Program.packageFolder.appendingPathComponent(
    "Sources/awardsim/awardsim.docc/Screening")

  private static func lines(of page: String) throws -> [Substring] {
    try String(contentsOf: folder.appendingPathComponent("\(page).md"), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The files of a page: a name at the margin, its lines indented by four spaces.
  private static func files(_ lines: [Substring]) -> [String: String] {
    var files: [String: String] = [:]
    var name: String?
    for line in lines {
      if line.wholeMatch(of: /[a-z_]+\.csv/) != nil {
        name = String(line)
        files[String(line)] = ""
      } else if let current = name, line.hasPrefix("    ") {
        files[current, default: ""] += line.dropFirst(4) + "\n"
      } else {
        name = nil
      }
    }
    return files
  }

  private static func examples(_ lines: [Substring]) -> [Example] {
    var examples: [Example] = []
    for line in lines {
      if line.hasPrefix("$ awardsim ") {
        examples.append(
          Example(arguments: line.split(separator: " ").dropFirst(2).map(String.init)))
      } else if line.hasPrefix("| "), !line.hasPrefix("| name |"), !examples.isEmpty {
        let cells = line.dropFirst(2).dropLast(2).split(separator: " | ").map(String.init)
        examples[examples.count - 1].results.append(cells)
      }
    }
    return examples
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
    let lines = try Self.lines(of: page)
    let folder = try TemporaryFolder()
    try Self.write(Self.files(lines), to: folder)
    let examples = Self.examples(lines)
    #expect(!examples.isEmpty)
    for example in examples {
      let outcome = try Program.run(
        example.arguments + ["--format", "json", "--quiet"], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let rows = try JSONDecoder().decode(
        [[String: String?]].self, from: Data(outcome.output.utf8))
      let found = rows.map { row in
        ["id", "result", "record", "reason"].map { (row[$0] ?? nil) ?? "" }
      }
      #expect(found == example.results)
      for row in rows {
        #expect((row["citation"] ?? nil)?.contains("slide") == true)
        #expect((row["basis"] ?? nil)?.isEmpty == false)
      }
    }
  }

  /// Every page shows someone who passes, someone who is refused and someone without evidence.
  @Test(arguments: pages) func theExampleHasEveryKindOfResult(page: String) throws {
    let results = Self.examples(try Self.lines(of: page)).flatMap(\.results).map { $0[1] }
    for kind in ["admitted", "refused", "missing-evidence"] { #expect(results.contains(kind)) }
  }

  @Test func everyRuleHasAPage() throws {
    let outcome = try Program.run(
      ["screen", Program.shippedCase, "--format", "json", "--quiet"])
    let rows = try JSONDecoder().decode([[String: String?]].self, from: Data(outcome.output.utf8))
    let rules = Set(rows.compactMap { $0["rule"] ?? nil })
    let overview = try Self.lines(of: "Screening").joined(separator: "\n")
    for rule in rules { #expect(overview.contains(rule.split(separator: ".")[0]), "\(rule)") }
    for page in Self.pages { #expect(overview.contains("<doc:\(page)>")) }
  }
}
