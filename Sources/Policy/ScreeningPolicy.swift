/// The parameters of screening, as one value.
public struct ScreeningPolicy: Hashable, Sendable {
  /// One rule: its stage, and where that is stated.
  public typealias Requirement = RuleRequirement

  /// A certificate with the standards that meet it, any one of them.
  public struct CertificateRequirement: Hashable, Sendable {
    /// The rule.
    public let requirement: Requirement
    /// The standards.
    public let standards: [String]
  }

  /// A scan with its limits.
  public struct ScanRequirement: Hashable, Sendable {
    /// The rule.
    public let requirement: Requirement
    /// The test's number, in whichever of these spellings.
    public let tests: [String]
    /// The earliest edition of the OWASP Top 10 that a report may show; `nil` where it shows none.
    public let owaspEdition: Int?
    /// Age in months beyond which a report is not accepted.
    public let reportAgeLimitMonths: Int
    /// Whether a report has to come from a third party.
    public let isThirdPartyRequired: Bool
    /// The severity from which on a finding fails the scan.
    public let failingSeverity: Severity
  }

  /// Tests that are counted.
  public struct TestCountRequirement: Hashable, Sendable {
    /// The rule.
    public let requirement: Requirement
    /// How many different tests there are to pass.
    public let count: Int
  }

  /// Demand of several agencies.
  public let demand: Requirement
  /// Agencies that have to ask for an item.
  public let minimumAgencies: Int
  /// Tenders in a row that exempt an item from the survey; `nil` for no exemption.
  public let exemptingTenders: Int?
  /// Submission by the manufacturer or its agent.
  public let submission: Requirement
  /// Proof of capability.
  public let capability: Requirement
  /// Origin of vendors and manufacturers.
  public let vendorOrigin: Requirement
  /// Where data is.
  public let dataLocation: Requirement
  /// The territories that vendors and data may not be in.
  public let restrictedTerritories: [String]
  /// Restricted brands.
  public let brands: Requirement
  /// Certificates of the data centre, in the order of the keys.
  public let certificates: [CertificateRequirement]
  /// Certificates of the bidder, in the order of the keys.
  public let bidderCertificates: [CertificateRequirement]
  /// The scans.
  public let scans: [ScanRequirement]
  /// The severity from which on a finding fails a test.
  public let failingSeverity: Severity
  /// The tests of common characteristics.
  public let commonTests: TestCountRequirement
  /// The tests of security.
  public let securityTests: TestCountRequirement
  /// Evidence of the security items.
  public let securityItems: Requirement
  /// The level of protection whose recommended items are asked for.
  public let securityLevel: SecurityLevel
  /// The security items of each kind of service.
  public let securityMatrices: [SecurityMatrix]

  /// Reads the parameters from a policy.
  ///
  /// - Throws: ``PolicyError`` when one of them has no value on the policy's day, or one of the wrong
  ///   kind.
  public init(_ policy: PolicyView) throws(PolicyError) {
    demand = try policy.requirement(.screeningDemand)
    minimumAgencies = Int(try policy.integer(.screeningDemandAgencies))
    exemptingTenders = try policy.optionalInteger(.screeningDemandTenders).map { Int($0) }
    submission = try policy.requirement(.screeningSubmission)
    capability = try policy.requirement(.screeningCapability)
    vendorOrigin = try policy.requirement(.screeningVendorOrigin)
    dataLocation = try policy.requirement(.screeningDataLocation)
    restrictedTerritories = try policy.names(.screeningTerritories)
    brands = try policy.requirement(.screeningBrands)
    certificates = [
      try policy.certificate(.screeningInformationSecurity, .screeningInformationSecurityStandards),
      try policy.certificate(.screeningPrivacy, .screeningPrivacyStandards),
      try policy.certificate(.screeningCloudSecurity, .screeningCloudSecurityStandards),
      try policy.certificate(.screeningCloudPrivacy, .screeningCloudPrivacyStandards),
    ]
    bidderCertificates = [
      try policy.certificate(.screeningBidderSecurity, .screeningBidderSecurityStandards),
      try policy.certificate(.screeningBidderPrivacy, .screeningBidderPrivacyStandards),
    ]
    scans = [
      try policy.scan(
        .screeningApplicationScan, .screeningApplicationScanTest,
        edition: .screeningApplicationScanEdition),
      try policy.scan(.screeningSystemScan, .screeningSystemScanTest, edition: nil),
    ]
    failingSeverity = try policy.choice(.screeningSeverity)
    commonTests = TestCountRequirement(
      requirement: try policy.requirement(.screeningCommonTests),
      count: Int(try policy.integer(.screeningCommonTestCount)))
    securityTests = TestCountRequirement(
      requirement: try policy.requirement(.screeningSecurityTests),
      count: Int(try policy.integer(.screeningSecurityTestCount)))
    securityItems = try policy.requirement(.screeningSecurityItems)
    securityLevel = try policy.choice(.screeningSecurityLevel)
    securityMatrices = policy.book.securityMatrices
  }

  /// The standards that certificates may name: those of every rule, on whatever day.
  public static func standards(in book: PolicyBook) -> [String] {
    var names: [String] = []
    for key in PolicyKey.allCases where key.rawValue.hasSuffix(".standards") {
      for case .names(let listed) in (book.entries[key] ?? []).map(\.value) {
        for name in listed where !names.contains(name) { names.append(name) }
      }
    }
    return names
  }
}

extension PolicyView {
  fileprivate func certificate(
    _ key: PolicyKey, _ standards: PolicyKey
  ) throws(PolicyError) -> ScreeningPolicy.CertificateRequirement {
    ScreeningPolicy.CertificateRequirement(
      requirement: try requirement(key), standards: try names(standards))
  }

  fileprivate func scan(
    _ key: PolicyKey, _ test: PolicyKey, edition: PolicyKey?
  ) throws(PolicyError) -> ScreeningPolicy.ScanRequirement {
    let thirdParty: ThirdPartyRule = try choice(.screeningThirdParty)
    var oldest: Int?
    if let edition { oldest = Int(try integer(edition)) }
    return ScreeningPolicy.ScanRequirement(
      requirement: try requirement(key), tests: try names(test), owaspEdition: oldest,
      reportAgeLimitMonths: Int(try integer(.screeningReportAge)),
      isThirdPartyRequired: thirdParty == .required,
      failingSeverity: try choice(.screeningSeverity))
  }
}
