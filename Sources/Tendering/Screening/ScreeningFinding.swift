public import Policy
public import Quantities

/// What a screening rule looks at; the raw names are what results use.
public enum ScreeningSubject: Hashable, Sendable {
  /// A vendor or manufacturer.
  case vendor(VendorID)
  /// A product, with the item it was submitted for.
  case product(ProductID, item: ItemID)
  /// An item.
  case item(ItemID)

  /// What kind of thing it is, in results.
  public var kind: String {
    switch self {
    case .vendor: "vendor"
    case .product: "product"
    case .item: "item"
    }
  }

  /// Its name.
  public var name: String {
    switch self {
    case .vendor(let id): id.text
    case .product(let id, _): id.text
    case .item(let id): id.text
    }
  }

  /// The item that it is, or was submitted for; `nil` for a vendor.
  public var itemID: ItemID? {
    switch self {
    case .vendor: nil
    case .product(_, let item), .item(let item): item
    }
  }
}

/// What became of a subject under one rule; the raw values are what results use.
public enum ScreeningResult: String, CaseIterable, Sendable {
  /// Nothing keeps it out.
  case admitted
  /// Held and disclosed to agencies; the rule keeps nobody out.
  case disclosed
  /// Kept out, since the rule is not met.
  case refused
  /// Kept out, since the evidence is not there.
  case missingEvidence = "missing-evidence"

  /// Whether the subject stays out.
  public var keepsOut: Bool { self == .refused || self == .missingEvidence }

  /// The result in words.
  public var phrase: Phrase {
    switch self {
    case .admitted: Phrase("admitted", "納入")
    case .disclosed: Phrase("disclosed", "揭露")
    case .refused: Phrase("refused", "不納入")
    case .missingEvidence: Phrase("missing evidence", "缺佐證")
    }
  }
}

/// One rule's result for one subject, with the rule and the record behind it.
public struct ScreeningFinding: Hashable, Sendable {
  /// What was looked at.
  public let subject: ScreeningSubject
  /// The rule, with its stage and citation.
  public let requirement: ScreeningPolicy.Requirement
  /// The result.
  public let result: ScreeningResult
  /// Why.
  public let reason: Phrase
  /// The row that decided.
  public let record: SourcePosition

  /// Creates a finding.
  public init(
    subject: ScreeningSubject, requirement: ScreeningPolicy.Requirement, result: ScreeningResult,
    reason: Phrase, record: SourcePosition
  ) {
    self.subject = subject
    self.requirement = requirement
    self.result = result
    self.reason = reason
    self.record = record
  }

  /// The finding that a judgement comes to at the rule's stage.
  ///
  /// A rule that is not mandatory yet keeps nobody out: what is held is disclosed.
  init(
    _ judgement: Judgement, of subject: ScreeningSubject,
    under requirement: ScreeningPolicy.Requirement
  ) {
    let isMandatory = requirement.stage == .mandatory
    let result: ScreeningResult =
      switch judgement.verdict {
      case .met: isMandatory ? .admitted : .disclosed
      case .failed: isMandatory ? .refused : .admitted
      case .missing: isMandatory ? .missingEvidence : .admitted
      }
    let isSpared = !isMandatory && judgement.verdict != .met
    self.init(
      subject: subject, requirement: requirement, result: result,
      reason: isSpared
        ? Phrase(
          "\(judgement.reason.english); \(requirement.stage.phrase.english)",
          "\(judgement.reason.traditionalChinese)；\(requirement.stage.phrase.traditionalChinese)")
        : judgement.reason,
      record: judgement.record)
  }
}

/// What the records say, whatever the rule's stage.
struct Judgement: Hashable {
  enum Verdict: Hashable {
    case met
    case failed
    case missing
  }

  let verdict: Verdict
  let reason: Phrase
  let record: SourcePosition

  init(_ verdict: Verdict, _ reason: Phrase, at record: SourcePosition) {
    self.verdict = verdict
    self.reason = reason
    self.record = record
  }

  static func met(_ reason: Phrase, at record: SourcePosition) -> Judgement {
    Judgement(.met, reason, at: record)
  }

  static func failed(_ reason: Phrase, at record: SourcePosition) -> Judgement {
    Judgement(.failed, reason, at: record)
  }

  static func missing(_ reason: Phrase, at record: SourcePosition) -> Judgement {
    Judgement(.missing, reason, at: record)
  }
}

/// A rule that was not applied and admits everyone.
public struct UnappliedRule: Hashable, Sendable {
  /// The rule.
  public let requirement: ScreeningPolicy.Requirement
  /// The table that is not there; `nil` where the rule is not asked for.
  public let missingFile: String?

  /// Creates a record of a rule that was not applied.
  public init(requirement: ScreeningPolicy.Requirement, missingFile: String?) {
    self.requirement = requirement
    self.missingFile = missingFile
  }

  /// Why it was not applied.
  public var reason: Phrase {
    if let missingFile {
      Phrase(
        "not applied, since the case has no \(missingFile): it admits everyone",
        "本案無 \(missingFile)，不適用此規則，一律納入")
    } else {
      Phrase("not asked for in this case: it admits everyone", "本案未要求此項，一律納入")
    }
  }
}
