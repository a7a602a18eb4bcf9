import Policy
import Quantities

/// Central and local agencies and their bodies, schools, councils, state enterprises and subsidised
/// bodies may order (slide 3, stage 6).
struct OrderingAgencyRule {
  private let agencies: [AgencyID: AgencyRecord]

  init(_ agencies: [AgencyRecord]) {
    self.agencies = Dictionary(
      agencies.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func judge(_ order: Order, _ policy: OrderPolicy) -> OrderJudgement {
    guard let agency = agencies[order.agencyID] else {
      return .missing(
        Phrase(
          "\(order.agencyID) is in no row of agencies.csv",
          "agencies.csv 無 \(order.agencyID)"))
    }
    guard let kind = agency.kind else {
      return .missing(
        Phrase(
          "not stated what kind of agency \(agency.id) is", "未載明 \(agency.id) 屬何種機關"),
        at: agency.position)
    }
    let words = kind.phrase
    guard policy.agencyKinds.contains(kind.rawValue) else {
      return .flagged(
        Phrase(
          "\(agency.id) is \(words.english), which may not order",
          "\(agency.id) 為\(words.traditionalChinese)，不得訂購"), at: agency.position)
    }
    return .met(
      Phrase(
        "\(agency.id) is \(words.english)", "\(agency.id) 為\(words.traditionalChinese)"))
  }
}
