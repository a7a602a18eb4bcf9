import Quantities

/// The dates of a synthetic case and of the cases before it.
///
/// They follow the half-year cycle of slide 3: a reserve price is set in the fourth month of a
/// cycle, awards follow the tender month, and each contract runs one year, so contracts overlap.
struct SyntheticCalendar: Hashable, Sendable {
  /// A case with the dates that follow from its number.
  struct DatedCase: Hashable, Sendable {
    /// The seven digits.
    let number: String
    /// The first day of the tender month.
    let tenderStart: Day
    /// The first day on which awards are published: the month after the tender month.
    let awardStart: Day
    /// The contract's first day.
    let contractStart: Day
    /// The contract's last day.
    let contractEnd: Day
  }

  /// The case itself.
  let current: DatedCase
  /// The day that prices are set for.
  let pricingDate: Day
  /// The day that its award is published, in the tender month.
  let awardDate: Day
  /// The cases before it, the newest first.
  let earlier: [DatedCase]

  /// Days from the first of the award month within which awards are published.
  static let awardSpreadDays = 20
  /// How many earlier cases there are: enough for evidence older than any age limit of ten years.
  private static let earlierCount = 24
  /// The first ROC year of which all earlier cases have numbers of seven digits.
  private static let firstYear = 112

  /// Derives the dates from a case number.
  ///
  /// - Throws: ``SyntheticCaseError/caseNumber(_:)`` when it has none.
  init(caseNumber text: String) throws(SyntheticCaseError) {
    guard let number = try? CaseNumber(text: text), number.rocYear >= SyntheticCalendar.firstYear,
      let cycle = number.cycle, let current = DatedCase(number),
      let pricingMonth = cycle.month(of: .reservePrice).firstDay
    else { throw .caseNumber(text) }
    self.current = current
    pricingDate = pricingMonth + 19
    awardDate = current.tenderStart + 17
    var earlier: [DatedCase] = []
    var previous = number
    for _ in 0..<SyntheticCalendar.earlierCount {
      guard let before = previous.previousTender, let dated = DatedCase(before) else {
        throw .caseNumber(text)
      }
      earlier.append(dated)
      previous = before
    }
    self.earlier = earlier
  }

  /// The newest earlier case all of whose awards were published before a day; the oldest if none.
  func newestCase(awardedBefore day: Day) -> DatedCase {
    earlier.first { $0.awardStart + SyntheticCalendar.awardSpreadDays <= day }
      ?? earlier.last ?? current
  }
}

extension SyntheticCalendar.DatedCase {
  init?(_ caseNumber: CaseNumber) {
    guard let cycle = caseNumber.cycle,
      let tenderStart = cycle.month(of: .tender).firstDay,
      let awardStart = (cycle.month(of: .tender) + 1).firstDay,
      let contractStart = cycle.month(of: .callOffOrders).firstDay,
      let followingStart = (cycle.month(of: .callOffOrders) + 12).firstDay
    else { return nil }
    number = caseNumber.description
    self.tenderStart = tenderStart
    self.awardStart = awardStart
    self.contractStart = contractStart
    contractEnd = followingStart + -1
  }
}

extension CaseNumber {
  /// The tender half a year before: 1140206 before 1150202, 1140202 before 1140206.
  fileprivate var previousTender: CaseNumber? {
    let isFirst = sequence == 2
    return try? CaseNumber(text: "\(isFirst ? rocYear - 1 : rocYear)02\(isFirst ? "06" : "02")")
  }
}
