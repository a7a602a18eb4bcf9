/// How far a screening rule has been phased in (slides 16, 17).
///
/// Every screening rule has one by date: moving the date of a stage moves the rule, and `not-asked`
/// drops it.
public enum RequirementStage: String, CaseIterable, Sendable {
  /// Without it a product or bidder does not enter.
  case mandatory
  /// Handed in at solicitation where held, and disclosed to agencies.
  case disclosed
  /// Added afterwards where held, and disclosed to agencies.
  case supplemented
  /// Not looked at.
  case notAsked = "not-asked"

  /// The stage in words.
  public var phrase: Phrase {
    switch self {
    case .mandatory: Phrase("mandatory", "必須具備")
    case .disclosed: Phrase("disclosed when held", "具備者揭露")
    case .supplemented: Phrase("disclosed when held, added afterwards", "具備者補充後揭露")
    case .notAsked: Phrase("not asked", "未要求")
    }
  }
}

/// Whether a scan has to come from an independent laboratory (slide 8).
public enum ThirdPartyRule: String, CaseIterable, Sendable {
  /// Only a third party's report is accepted.
  case required
  /// The vendor's own report is accepted as well.
  case notRequired = "not-required"
}

/// How severe the findings of a scan are, the least first.
public enum Severity: String, CaseIterable, Sendable {
  /// No finding.
  case none
  /// Low.
  case low
  /// Medium.
  case medium
  /// High.
  case high
  /// Critical.
  case critical

  /// The severity in words.
  public var phrase: Phrase {
    switch self {
    case .none: Phrase("none", "無")
    case .low: Phrase("low", "低")
    case .medium: Phrase("medium", "中")
    case .high: Phrase("high", "高")
    case .critical: Phrase("critical", "嚴重")
    }
  }
}

extension Severity: Comparable {
  /// Whether the left severity is the lesser one.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int { Severity.allCases.firstIndex(of: self) ?? 0 }
}
