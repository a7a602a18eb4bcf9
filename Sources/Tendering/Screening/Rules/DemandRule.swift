import Policy
import Quantities

/// An item enters when several agencies ask for it (slide 3, stage 2).
///
/// One that was on the list of the last tenders in a row, with sales, enters without a survey. The deck
/// asks for sales and does not say in which of the tenders: any of them is enough (assumed).
struct DemandRule {
  let policy: ScreeningPolicy
  let dates: ScreeningDates
  private let requests: [ItemID: [DemandRequest]]
  private let listings: [ItemID: [Listing]]

  init(
    _ requests: [DemandRequest], listings: [Listing], policy: ScreeningPolicy,
    dates: ScreeningDates
  ) {
    self.policy = policy
    self.dates = dates
    self.requests = Dictionary(grouping: requests, by: \.itemID)
    self.listings = Dictionary(grouping: listings, by: \.itemID)
  }

  func judge(_ item: ScreenedItem) -> Judgement {
    let requests = requests[item.id] ?? []
    let count = Set(requests.map(\.agencyID)).count
    if count >= policy.minimumAgencies {
      return .met(
        Phrase("asked for by \(count) agencies", "有 \(count) 個機關表示需求"),
        at: requests.first?.position ?? item.position)
    }
    if let listing = exemption(of: item.id) {
      return .met(
        Phrase(
          "listed in the last \(policy.exemptingTenders ?? 0) tenders with sales: no survey needed",
          "連續近 \(policy.exemptingTenders ?? 0) 標上架且有銷售實績，免需求調查"),
        at: listing.position)
    }
    guard let first = requests.first else {
      return .missing(
        Phrase("no agency asks for it in the survey", "需求調查無機關表示需求"), at: item.position)
    }
    return .failed(
      Phrase(
        "asked for by \(count) of at least \(policy.minimumAgencies) agencies",
        "僅 \(count) 個機關表示需求，未達 \(policy.minimumAgencies) 個"), at: first.position)
  }

  /// The listing in the last tender, where the item was in each of the last ones and was sold.
  private func exemption(of item: ItemID) -> Listing? {
    guard let tenders = policy.exemptingTenders, let month = dates.cycle?.solicitationMonth
    else { return nil }
    // Two tenders a year lie six months apart (slide 3).
    let monthsBetweenTenders = 6
    var byDistance: [Int: Listing] = [:]
    var isSold = false
    for listing in listings[item] ?? [] {
      let cycle = (try? CaseNumber(text: listing.caseNumber))?.cycle
      guard let earlier = cycle?.solicitationMonth else { continue }
      let distance = month.months(since: earlier) / monthsBetweenTenders
      guard (1...tenders).contains(distance) else { continue }
      byDistance[distance] = byDistance[distance] ?? listing
      if listing.soldQuantity > 0 { isSold = true }
    }
    return isSold && byDistance.count == tenders ? byDistance[1] : nil
  }
}
