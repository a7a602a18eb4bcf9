public import Policy
public import Quantities

/// One date or window of a case's calendar, with the rule behind it.
public struct CalendarEvent: Hashable, Sendable {
  /// What happens; the raw values are what results write.
  public enum Kind: String, CaseIterable, Sendable {
    /// 產品徵求（檢測作業）.
    case solicitation
    /// 需求調查.
    case demandSurvey = "demand-survey"
    /// 市場詢價.
    case marketInquiry = "market-inquiry"
    /// 底價訂定.
    case reservePrice = "reserve-price"
    /// 招標採購.
    case tender
    /// The day that prices are set for.
    case pricingDate = "pricing-date"
    /// The published award date.
    case awardDate = "award-date"
    /// The last day for the undertaking where the award date is day 1.
    case undertakingFromAwardDate = "undertaking-award-date"
    /// The last day for the undertaking where the day after is day 1.
    case undertakingFromDayAfter = "undertaking-day-after"
    /// The contract's first day.
    case contractStart = "contract-start"
    /// The contract's last day.
    case contractEnd = "contract-end"
    /// The day that the service fees fall due.
    case feeDue = "fee-due"
    /// The last day of keeping event logs.
    case logRetention = "log-retention"
    /// A certificate's last day.
    case certificateExpiry = "certificate-expiry"
  }

  /// Whether the days are known, and from what.
  public enum Standing: Hashable, Sendable {
    /// The month that the deck gives for every year; the exact days are stated nowhere.
    case nominal(ClosedRange<Day>)
    /// Stated in the case.
    case stated(ClosedRange<Day>)
    /// Computed from what the case states.
    case computed(ClosedRange<Day>)
    /// Not known: the case does not state it, or what it is computed from.
    case notStated
  }

  /// What happens.
  public let kind: Kind
  /// Whom or what it is about, such as a certificate; `nil` for the case as a whole.
  public let subject: String?
  /// Its days.
  public let standing: Standing
  /// What a reader has to know; why the days are not known, where they are not.
  public let remark: Phrase?
  /// The rule behind the days, and where it is stated.
  public let rule: Derivation.Rule
  /// The file, or its row, that states the days or what they are computed from.
  public let record: String?

  /// Creates an event.
  public init(
    _ kind: Kind, _ standing: Standing, subject: String? = nil, remark: Phrase? = nil,
    rule: Derivation.Rule, record: String? = nil
  ) {
    self.kind = kind
    self.subject = subject
    self.standing = standing
    self.remark = remark
    self.rule = rule
    self.record = record
  }

  /// The first to the last day; `nil` where they are not known.
  public var days: ClosedRange<Day>? {
    switch standing {
    case .nominal(let days), .stated(let days), .computed(let days): days
    case .notStated: nil
    }
  }
}

extension CalendarEvent.Kind {
  /// Whether something has to be done by the last day, which then is what counts of the window.
  public var isDeadline: Bool {
    switch self {
    case .undertakingFromAwardDate, .undertakingFromDayAfter, .logRetention: true
    case .solicitation, .demandSurvey, .marketInquiry, .reservePrice, .tender, .pricingDate,
      .awardDate, .contractStart, .contractEnd, .feeDue, .certificateExpiry:
      false
    }
  }
}

extension Derivation.Rule {
  /// Slide 3 of the deck: the cycle and its stages.
  static let cycle = Derivation.Rule(Citation("Deck 雲端服務共同供應契約調整說明, slide 3"), .seed)

  /// The rule read in a way that is stated elsewhere, or nowhere: what the reading is, the whole is.
  func read(by reading: Derivation.Rule) -> Derivation.Rule {
    Derivation.Rule(Citation("\(citation.text); \(reading.citation.text)"), reading.basis)
  }
}

extension Day {
  /// That a last day falls on a weekend, when it does.
  ///
  /// Public holidays are in no table of a case, so no day is moved here.
  var weekendRemark: Phrase? {
    guard weekday.isWeekend else { return nil }
    let name = weekday == .saturday ? Phrase("Saturday", "星期六") : Phrase("Sunday", "星期日")
    return Phrase(
      "falls on a \(name.english); the next working day may stand for it (Civil Code, Art. 122),"
        + " which is not reckoned here",
      "適逢\(name.traditionalChinese)；依民法第 122 條得以次一工作日代之，此處未推算")
  }
}
