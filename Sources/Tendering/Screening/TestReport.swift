public import Policy
public import Quantities

/// The result of one test of one product.
public struct TestReport: Hashable, Sendable {
  /// The two groups of tests (slide 6); the raw values are what tables use.
  public enum Kind: String, CaseIterable, Sendable {
    /// 雲端共通特性檢測.
    case commonCharacteristics = "common-characteristics"
    /// 雲端服務安全性檢測.
    case security
  }

  /// Who tested; the raw values are what tables use.
  public enum Tester: String, CaseIterable, Sendable {
    /// A third-party laboratory.
    case thirdParty = "third-party"
    /// The vendor or manufacturer itself.
    case vendor
    /// The software procurement office.
    case office
  }

  /// The product.
  public let productID: ProductID
  /// The test's number or name.
  public let test: String
  /// The group of the test.
  public let kind: Kind
  /// Who tested.
  public let tester: Tester
  /// The day of the report.
  public let reportedOn: Day
  /// The edition of the OWASP Top 10 that the report shows, where it shows one.
  public let owaspEdition: Int?
  /// The severest finding; `nil` where the report does not say.
  public let highestSeverity: Severity?
  /// Whether the test was passed; `nil` where the report does not say.
  public let isPassed: Bool?
  /// Where the row stands.
  public let position: SourcePosition

  /// Creates a report.
  public init(
    productID: ProductID, test: String, kind: Kind, tester: Tester, reportedOn: Day,
    owaspEdition: Int? = nil, highestSeverity: Severity? = nil, isPassed: Bool? = nil,
    position: SourcePosition
  ) {
    self.productID = productID
    self.test = test
    self.kind = kind
    self.tester = tester
    self.reportedOn = reportedOn
    self.owaspEdition = owaspEdition
    self.highestSeverity = highestSeverity
    self.isPassed = isPassed
    self.position = position
  }
}
