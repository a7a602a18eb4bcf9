public import Policy
public import Quantities

/// What is on file about an agency that orders.
public struct AgencyRecord: Hashable, Sendable {
  /// The kinds of agency (slide 3, stage 6); the raw values are what tables and the policy use.
  public enum Kind: String, CaseIterable, Sendable {
    /// An agency of the central government, or a body under it.
    case centralAgency = "central-agency"
    /// An agency of a local government, or a body under it.
    case localAgency = "local-agency"
    /// A school.
    case school
    /// A council.
    case council
    /// A state enterprise.
    case stateEnterprise = "state-enterprise"
    /// A legal person or an organisation that the government subsidises.
    case subsidisedBody = "subsidised-body"
    /// Anyone else.
    case other

    /// The kind in words.
    public var phrase: Phrase {
      switch self {
      case .centralAgency: Phrase("a central agency", "中央機關")
      case .localAgency: Phrase("a local agency", "地方機關")
      case .school: Phrase("a school", "學校")
      case .council: Phrase("a council", "議會")
      case .stateEnterprise: Phrase("a state enterprise", "公營事業")
      case .subsidisedBody: Phrase("a subsidised body", "受政府補助之法人或團體")
      case .other: Phrase("another body", "其他團體")
      }
    }
  }

  /// The name in every table.
  public let id: AgencyID
  /// What kind of agency it is; `nil` where not stated.
  public let kind: Kind?
  /// Where the row stands.
  public let position: SourcePosition

  /// Creates a record.
  public init(id: AgencyID, kind: Kind?, position: SourcePosition) {
    self.id = id
    self.kind = kind
    self.position = position
  }
}
