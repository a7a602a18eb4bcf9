public import Policy
public import Quantities

/// What is published for agencies about one product (slides 6, 9, 10, 13, 17).
public struct Disclosure: Hashable, Sendable {
  /// A certificate as agencies are told of it.
  public struct HeldCertificate: Hashable, Sendable {
    /// The standard.
    public let standard: String
    /// The last day of it and of what follows it without a gap.
    public let validUntil: Day
    /// Where the row stands.
    public let record: SourcePosition
  }

  /// Whether a product's data centre holds a certificate.
  public enum Holding: Hashable, Sendable {
    /// It does, in scope and valid through solicitation and listing.
    case held(HeldCertificate)
    /// It does not, for a reason.
    case notHeld(Phrase)
    /// The case has no table of certificates.
    case unknown
  }

  /// One of the security items of a product's kind of service.
  public struct SecurityItem: Hashable, Sendable {
    /// The part, with its marks by level.
    public let part: SecurityMatrix.Part
    /// Whether the product offers it; `nil` where no evidence says so.
    public let isOffered: Bool?
  }

  /// The product.
  public let product: CloudProduct
  /// Its certificate for privacy, ISO/IEC 27701 or BS 10012.
  public let privacy: Holding
  /// The security items of its kind of service, in the order of the matrix; `nil` where the kind has
  /// none, or the case no table of them.
  public let securityItems: [SecurityItem]?
  /// The matrix that its security items come from.
  public let matrix: SecurityMatrix?
}

/// The disclosure list: what is published for agencies about every product that enters.
public struct DisclosureList: Hashable, Sendable {
  /// The products that enter, in the order of their table.
  public let disclosures: [Disclosure]
  /// Products that are kept out and therefore not published.
  public let keptOutCount: Int
  /// The level of protection whose recommended items are asked for.
  public let level: SecurityLevel
  /// Where the stage of the privacy certificate is stated.
  public let privacy: ScreeningPolicy.Requirement
  /// Where the stage of the security items is stated.
  public let securityItems: ScreeningPolicy.Requirement

  /// Makes the list.
  ///
  /// - Parameters:
  ///   - tables: The tables that are there.
  ///   - items: The items of the case.
  ///   - screening: What screening found.
  ///   - policy: The parameters.
  ///   - dates: The days that certificates have to last through.
  /// - Complexity: O(rows).
  public init(
    _ tables: ScreeningTables, items: [ScreenedItem], screening: Screening,
    policy: ScreeningPolicy, dates: ScreeningDates
  ) {
    let requirement = policy.certificates.first { $0.requirement.key == .screeningPrivacy }
    privacy = requirement?.requirement ?? policy.securityItems
    securityItems = policy.securityItems
    level = policy.securityLevel
    let rule = tables.certificates.map { certificates in
      CertificateRule(
        certificates, standards: requirement?.standards ?? [], dates: dates, isScopeAsked: true)
    }
    let evidence = tables.securityItems.map { Dictionary(grouping: $0, by: \.productID) }
    let categories = Dictionary(
      items.map { ($0.id, $0.category) }, uniquingKeysWith: { first, _ in first })
    var disclosures: [Disclosure] = []
    var keptOutCount = 0
    for product in tables.products ?? [] {
      guard screening.admits(.product(product.id, item: product.itemID)) else {
        keptOutCount += 1
        continue
      }
      let category = categories[product.itemID] ?? ""
      let matrix = policy.securityMatrices.first { $0.categories.contains(category) }
      disclosures.append(
        Disclosure(
          product: product, privacy: rule?.holding(of: product) ?? .unknown,
          securityItems: evidence.flatMap { evidence in
            matrix?.disclosed(evidence[product.id] ?? [])
          }, matrix: matrix))
    }
    self.disclosures = disclosures
    self.keptOutCount = keptOutCount
  }
}

extension CertificateRule {
  /// Whether the data centre of a product holds the certificate, whatever the rule's stage.
  fileprivate func holding(of product: CloudProduct) -> Disclosure.Holding {
    let judgement = judge(product)
    guard judgement.verdict == .met,
      let certificate = certificate(at: judgement.record, of: product.manufacturerID)
    else { return .notHeld(judgement.reason) }
    return .held(
      Disclosure.HeldCertificate(
        standard: certificate.standard, validUntil: certificate.validUntil,
        record: certificate.position))
  }
}

extension SecurityMatrix {
  /// Every part with what a product's evidence says of it.
  fileprivate func disclosed(_ evidence: [SecurityItemEvidence]) -> [Disclosure.SecurityItem] {
    let offered = Dictionary(
      evidence.map { ($0.part, $0.isOffered) }, uniquingKeysWith: { first, _ in first })
    return parts.map { Disclosure.SecurityItem(part: $0, isOffered: offered[$0.name]) }
  }
}
