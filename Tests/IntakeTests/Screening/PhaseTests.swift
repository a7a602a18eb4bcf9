import Policy
import Quantities
import Tendering
import Testing

@testable import Intake
@testable import Pipeline

/// Slides 16 and 17: what each of the six cases of the deck asks for.
@Suite struct PhaseTests {
  /// A case with what becomes of a product whose data centre holds no privacy certificate, or holds it.
  struct Phase: CustomTestStringConvertible {
    let number: String
    let stage: RequirementStage
    let without: ScreeningResult
    let with: ScreeningResult
    var testDescription: String { number }
  }

  static let phases = [
    Phase(number: "1120206", stage: .supplemented, without: .admitted, with: .disclosed),
    Phase(number: "1130202", stage: .supplemented, without: .admitted, with: .disclosed),
    Phase(number: "1130206", stage: .disclosed, without: .admitted, with: .disclosed),
    Phase(number: "1140202", stage: .disclosed, without: .admitted, with: .disclosed),
    Phase(number: "1140206", stage: .disclosed, without: .admitted, with: .disclosed),
    Phase(number: "1150202", stage: .mandatory, without: .missingEvidence, with: .admitted),
  ]

  private static let standards = ["ISO/IEC 27001", "ISO/IEC 27017", "ISO/IEC 27018"]

  /// A case of one product, its manufacturer holding some standards for long.
  static func input(_ number: String, standards: [String]) throws -> TemporaryFolder {
    let cycle = try #require(try CaseNumber(text: number).cycle)
    let start = try #require(cycle.month(of: .callOffOrders).firstDay)
    let pricing = try #require(cycle.month(of: .reservePrice).firstDay)
    return try TemporaryFolder([
      "case.yaml": """
      case_no: "\(number)"
      title: t
      currency: TWD
      pricing_date: \(pricing)
      contract_start: \(start)
      contract_end: \(start + 364)
      """,
      "items.csv": "item_id,category,name\nA,saas-package,a\n",
      "vendors.csv": "vendor_id,role\nM,manufacturer\n",
      "products.csv": """
      product_id,item_id,vendor_id,manufacturer_id,access_sites,backup_sites,standby_sites,\
      transit_territories
      P,A,M,M,TW,TW,TW,none

      """,
      "certificates.csv": "holder_id,standard,valid_from,valid_until,data_centre_in_scope\n"
        + standards.map { "M,\($0),2020-01-01,2030-12-31,yes\n" }.joined(),
    ])
  }

  private static func screen(_ number: String, standards: [String]) throws -> ScreeningStage {
    let folder = try input(number, standards: standards)
    defer { withExtendedLifetime(folder) {} }
    let read = try CaseFolder.read(folder.path)
    let policy = PolicyView(read.policy, on: read.contents.header.pricingDate)
    return try #require(try ScreeningStage(read.contents, policy: policy))
  }

  private static func finding(
    _ stage: ScreeningStage, _ rule: PolicyKey
  ) throws -> ScreeningFinding {
    try #require(
      stage.screening.findings.first {
        $0.requirement.key == rule && $0.subject.kind == "product"
      })
  }

  @Test(arguments: phases) func privacyIsPhasedInByCase(phase: Phase) throws {
    let without = try Self.finding(
      try Self.screen(phase.number, standards: Self.standards), .screeningPrivacy)
    #expect(without.requirement.stage == phase.stage)
    #expect(without.result == phase.without)
    for standard in ["ISO/IEC 27701", "BS 10012"] {
      let with = try Self.finding(
        try Self.screen(phase.number, standards: Self.standards + [standard]), .screeningPrivacy)
      #expect(with.result == phase.with)
    }
  }

  @Test(arguments: phases) func theSecurityItemsFollowTheSamePhases(phase: Phase) throws {
    #expect(
      try Self.screen(phase.number, standards: Self.standards).policy.securityItems.stage
        == phase.stage)
  }

  /// The other three certificates are mandatory throughout, each with its own alternatives.
  @Test(arguments: phases) func theOthersAreMandatoryThroughout(phase: Phase) throws {
    let rules: [(PolicyKey, [String])] = [
      (.screeningInformationSecurity, ["ISO/IEC 27001", "CNS 27001"]),
      (.screeningCloudSecurity, ["ISO/IEC 27017", "CSA STAR"]),
      (.screeningCloudPrivacy, ["ISO/IEC 27018"]),
    ]
    for (rule, standards) in rules {
      let none = try Self.finding(
        try Self.screen(phase.number, standards: ["BS 10012"]), rule)
      #expect(none.result == .missingEvidence)
      for standard in standards {
        let held = try Self.finding(try Self.screen(phase.number, standards: [standard]), rule)
        #expect(held.result == .admitted, "\(standard)")
      }
    }
  }

  /// Slide 12: bidders' certificates from case 1130202 on.
  @Test(arguments: phases) func biddersCertificatesAreDisclosedFrom1130202On(phase: Phase) throws {
    let stage = try Self.screen(phase.number, standards: Self.standards)
    let expected: RequirementStage = phase.number == "1120206" ? .notAsked : .disclosed
    #expect(stage.policy.bidderCertificates.map(\.requirement.stage) == [expected, expected])
  }

  /// Slide 8: the edition and the third party, before and after.
  @Test(arguments: phases) func scansAreAdjustedFrom1130206On(phase: Phase) throws {
    let scans = try Self.screen(phase.number, standards: Self.standards).policy.scans
    let isBefore = ["1120206", "1130202"].contains(phase.number)
    #expect(scans[0].owaspEdition == (isBefore ? 2017 : 2021))
    #expect(scans.map(\.isThirdPartyRequired) == [!isBefore, !isBefore])
    #expect(scans.map(\.reportAgeLimitMonths) == [12, 12])
    #expect(scans.map(\.failingSeverity) == [.medium, .medium])
    #expect(scans.map(\.tests) == [["CS-002"], ["CS-003"]])
  }
}
