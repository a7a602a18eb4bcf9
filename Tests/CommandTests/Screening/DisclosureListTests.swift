import Foundation
import Testing

/// The worked example on the page of the disclosure list, run as a user runs it.
@Suite struct DisclosureListTests {
  private static let keys = [
    "product_id", "privacy_certificate", "standard", "valid_until", "recommended_offered",
    "recommended_lacking", "where_necessary_offered", "storage", "backup_sites",
  ]

  private static func page() throws -> PageExample {
    try PageExample("Screening/DisclosureList", results: "| product |")
  }

  private static func folder(without file: String? = nil) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("items.csv", "item_id,category,name\nVM-01,iaas,Virtual machine\n")
    for (name, text) in try page().files where name != file { try folder.write(name, text) }
    return folder
  }

  @Test func theExampleGivesWhatThePageSays() throws {
    let page = try Self.page()
    let command = try #require(page.commands.first)
    let outcome = try Program.run(
      command.arguments + ["--format", "json"], in: try Self.folder())
    #expect(outcome.status == 0, "\(outcome.errors)")
    let rows = try JSONDecoder().decode([[String: String?]].self, from: Data(outcome.output.utf8))
    let found = rows.map { row in Self.keys.map { (row[$0] ?? nil) ?? "–" } }
    #expect(found == command.results)
    #expect(outcome.errorLines == page.notes)
  }

  @Test func csvAndChineseSayTheSame() throws {
    let folder = try Self.folder()
    let csv = try Program.run(
      ["screen", ".", "--disclosures", "--format", "csv", "--quiet"], in: folder)
    #expect(csv.rows.map { $0[0] } == ["product_id", "P1", "P2"])
    #expect(csv.rows.last?.contains("not-held") == true)
    let chinese = try Program.run(
      ["screen", ".", "--disclosures", "--language", "zh-Hant"], in: folder)
    for word in ["揭露清單", "未具備", "含境外", "資安健診"] { #expect(chinese.output.contains(word)) }
    #expect(chinese.errors.contains("註："))
  }

  @Test func withoutCertificatesNothingIsSaidOfThem() throws {
    let outcome = try Program.run(
      ["screen", ".", "--disclosures", "--format", "csv", "--quiet"],
      in: try Self.folder(without: "certificates.csv"))
    #expect(outcome.status == 0)
    #expect(outcome.rows.dropFirst().allSatisfy { $0[4] == "unknown" })
  }

  @Test func withoutProductsTheInputIsMissing() throws {
    let folder = try Self.folder(without: "products.csv")
    try FileManager.default.removeItem(atPath: folder.path("security_items.csv"))
    let outcome = try Program.run(["screen", ".", "--disclosures"], in: folder)
    #expect(outcome.status == 66)
    #expect(outcome.errors.contains("products.csv"))
  }

  @Test(arguments: [["--refused"], ["--rule", "demand"], ["--scenarios", "s.yaml"]])
  func theListStandsAlone(extra: [String]) throws {
    let outcome = try Program.run(["screen", ".", "--disclosures"] + extra)
    #expect(outcome.status == 64)
  }

  /// Every product that enters is published, and no other.
  @Test func theShippedCasePublishesWhatEnters() throws {
    let arguments = ["screen", Program.shippedCase, "--format", "json", "--quiet"]
    let decode = { (text: String) in
      try JSONDecoder().decode([[String: String?]].self, from: Data(text.utf8))
    }
    let screened = try decode(try Program.run(arguments).output)
    let published = try decode(try Program.run(arguments + ["--disclosures"]).output)
    let entering = screened.filter { $0["subject"] == "product" && $0["outcome"] == "enters" }
    #expect(Set(published.map { $0["product_id"] }) == Set(entering.map { $0["id"] }))
    #expect(published.count > 50)
    // From 1150202 on nobody enters without the certificate.
    #expect(published.allSatisfy { $0["privacy_certificate"] == "held" })
  }
}
