import CallOff
import Policy
import Quantities

/// The days that a case states itself: prices, award, and the contract, which runs one year (slide 3).
enum StatedDateRule {
  private static let reservePrice = Derivation.Rule(
    Citation("Government Procurement Act (政府採購法), Art. 46"), .law)
  /// The award date is the one published on the e-procurement site.
  static let award = Derivation.Rule(
    Citation("Deck 雲端服務共同供應契約調整說明, slide 12 (政府電子採購網公告之決標日)"), .seed)

  /// The days of the tender: prices and award.
  static func tenderEvents(of subject: CalendarSubject) -> [CalendarEvent] {
    [
      event(
        .pricingDate, subject.pricingDate, key: "pricing_date", rule: reservePrice, "case.yaml"),
      event(.awardDate, subject.awardDate, key: "award_date", rule: award, "case.yaml"),
    ]
  }

  /// The days of the contract.
  static func contractEvents(of subject: CalendarSubject) -> [CalendarEvent] {
    let contract = subject.contract
    let length = contract.flatMap(remark(ofLengthOf:))
    return [
      event(
        .contractStart, contract?.start, key: "contract_start", rule: .cycle,
        subject.contractRecord),
      event(
        .contractEnd, contract?.end, key: "contract_end", rule: .cycle, subject.contractRecord,
        remark: length),
    ]
  }

  private static func event(
    _ kind: CalendarEvent.Kind, _ day: Day?, key: String, rule: Derivation.Rule, _ record: String?,
    remark: Phrase? = nil
  ) -> CalendarEvent {
    guard let day else {
      return CalendarEvent(
        kind, .notStated, remark: Phrase("no \(key) is stated", "未載明 \(key)"), rule: rule)
    }
    return CalendarEvent(kind, .stated(day...day), remark: remark, rule: rule, record: record)
  }

  /// That a contract is not of the one year of the deck, when it is not.
  private static func remark(ofLengthOf contract: Contract) -> Phrase? {
    guard let last = CalendarPeriod.months(12).lastDay(from: contract.start), last != contract.end
    else { return nil }
    return Phrase(
      "the deck has one year, which would end on \(last)", "簡報載明每標為期一年，應至 \(last)")
  }
}
